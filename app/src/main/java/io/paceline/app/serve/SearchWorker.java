package io.paceline.app.serve;

import io.paceline.app.report.Answer;
import io.paceline.app.report.SearchFacts;
import io.paceline.optimizer.rotation.PlainPlans;
import io.paceline.optimizer.rotation.PlanTransfer;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.optimizer.rotation.SearchResult;
import io.paceline.plan.RotationPlan;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Plans the newest question of a desk, its break first if that has riders. The plan at hand, carried over to the new question, is the
 * first answer; then searches of growing length improve it. A new question ends the work for the old one.
 */
final class SearchWorker implements AutoCloseable {
    /** Shares of the time: each round starts from the best plan of the one before; what they find is published between them. */
    private static final double[] ROUNDS = {1 / 64.0, 1 / 32.0, 1 / 16.0, 1 / 8.0, 1 / 4.0, 33 / 64.0};

    private static final double PLAIN_PULL_S = 60;

    private final RotationPlanner planner = RotationPlanner.optaPlanner();
    private final Desk desk;
    private final double searchS;
    private final StudyWorker studies;
    private final Thread thread = new Thread(this::work, "paceline-search");

    /**
     * Begins when it is started.
     *
     * @param searchS time for each question, s
     * @param studies told of each plan that a search has ended with
     */
    SearchWorker(Desk desk, double searchS, StudyWorker studies) {
        this.desk = desk;
        this.searchS = searchS;
        this.studies = studies;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends the search under way. */
    void stop() {
        planner.stop();
    }

    private void work() {
        try {
            for (Optional<Task> task = desk.take(); task.isPresent(); task = desk.take()) {
                try {
                    answer(task.get());
                } catch (CancellationException e) {
                    // a newer question came while the break was planned: it is next
                } catch (RuntimeException e) {
                    desk.fail(task.get(), e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Task task) {
        task.ready();
        Progress progress = new Progress(System.nanoTime());
        RotationPlan plan = opening(task);
        desk.board().publish(task, found(task, plan, progress), Stage.SEARCHING);
        desk.keep(task);
        for (int round = 0; round < ROUNDS.length; round++) {
            SearchOptions options = SearchOptions.seconds(searchS * ROUNDS[round])
                    .withSeed(round)
                    .withStart(plan);
            SearchResult result = planner.plan(task.kernel(), options, news -> {
                if (desk.isStale(task)) {
                    planner.stop(); // the question changed just before this search began
                }
            });
            if (desk.isStale(task)) {
                return;
            }
            progress.evaluations += result.evaluations();
            progress.score = result.score();
            plan = result.plan();
            boolean last = round == ROUNDS.length - 1;
            Snapshot published =
                    desk.board().publish(task, found(task, plan, progress), last ? Stage.SEARCHED : Stage.SEARCHING);
            if (last) {
                studies.begin(published);
            }
        }
    }

    private static Answer found(Task task, RotationPlan plan, Progress progress) {
        return Answers.found(task.scenario(), task.kernel(), plan, progress.facts());
    }

    private RotationPlan opening(Task task) {
        Optional<Snapshot> best = desk.board().best();
        if (best.isEmpty()) {
            int size = task.kernel().chase().team().size();
            return PlainPlans.equalPulls(
                    task.kernel().chase(),
                    Math.max(PLAIN_PULL_S, Math.ceil(task.kernel().shortestPullS(size))));
        }
        return PlanTransfer.onto(best.get().plan(), best.get().kernel().chase(), task.kernel());
    }

    /** How far the answer to one question is. */
    private static final class Progress {
        private final long startNs;
        private long evaluations;
        private String score = "";

        Progress(long startNs) {
            this.startNs = startNs;
        }

        SearchFacts facts() {
            return new SearchFacts(score, 0, evaluations, (System.nanoTime() - startNs) * 1e-9);
        }
    }

    /** Waits for the search under way, which the desk has ended. */
    @Override
    public void close() {
        planner.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
