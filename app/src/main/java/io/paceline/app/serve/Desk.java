package io.paceline.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paceline.app.report.Answer;
import io.paceline.app.report.SearchFacts;
import io.paceline.app.report.html.HtmlReport;
import io.paceline.app.scenario.Scenario;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.PlainPlans;
import io.paceline.optimizer.rotation.PlanTransfer;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.optimizer.rotation.SearchResult;
import io.paceline.plan.RotationPlan;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Answers one question at a time, the newest. The plan at hand, carried over to the new question, is the first answer; then searches of
 * growing length improve it. A new question ends the search for the old one. Thread-safe.
 */
final class Desk implements AutoCloseable {
    /** Shares of the time: each round starts from the best plan of the one before; what they find is published between them. */
    private static final double[] ROUNDS = {1 / 64.0, 1 / 32.0, 1 / 16.0, 1 / 8.0, 1 / 4.0, 33 / 64.0};

    private static final double PLAIN_PULL_S = 60;

    private final RotationPlanner planner = RotationPlanner.optaPlanner();
    private final double searchS;
    private final UnaryOperator<Scenario> breakPlanner;
    private final Consumer<Snapshot> keeper;
    private final Thread worker = new Thread(this::work, "paceline-desk");
    private Race race;
    private long revision;
    private @Nullable Task asked;
    private @Nullable Task next;
    private @Nullable Snapshot best;
    private boolean closed;

    /**
     * Begins with the race's own question.
     *
     * @param searchS time for each question, s
     * @param breakPlanner plans a break whose riders are known
     * @param keeper told of each first and each last plan for a question
     */
    Desk(Race race, double searchS, UnaryOperator<Scenario> breakPlanner, Consumer<Snapshot> keeper) {
        this.race = race;
        this.searchS = searchS;
        this.breakPlanner = breakPlanner;
        this.keeper = keeper;
        worker.setDaemon(true);
        worker.start();
    }

    /** A question with what was made of it. */
    private record Task(
            long revision, Question question, Scenario scenario, ChaseKernel kernel, Optional<ObjectNode> reading) {}

    /**
     * Takes another race and asks its own question.
     *
     * @throws BadRequest if its break cannot ride the road
     */
    synchronized long open(Race other) {
        Race before = race;
        race = other;
        try {
            return ask(other.question(), Optional.empty());
        } catch (RuntimeException e) {
            race = before;
            throw e;
        }
    }

    /**
     * Asks a question; its revision is the one of the answers to it.
     *
     * @throws io.paceline.app.scenario.InputException if the question has a fault
     * @throws BadRequest if the break cannot ride the road
     */
    synchronized long ask(Question question) {
        return ask(question, Optional.empty());
    }

    private long ask(Question question, Optional<ObjectNode> reading) {
        Scenario scenario = breakPlanner.apply(race.read(question));
        Task task = new Task(++revision, question, scenario, compile(scenario), reading);
        asked = task;
        next = task;
        planner.stop();
        notifyAll();
        return task.revision;
    }

    /**
     * Takes a measured gap: the chase is asked anew from there.
     *
     * @throws BadRequest if there is no plan yet, or the reading is not on its road
     */
    synchronized ObjectNode read(OptionalDouble kmToGo, OptionalDouble gapS) {
        if (best == null) {
            throw new BadRequest(409, "there is no plan yet. Try again in a moment.");
        }
        GapReading reading = GapReading.of(best, kmToGo, gapS);
        ObjectNode json = reading.json();
        ask(reading.fromHere(), Optional.of(json));
        double leftS = latest().kernel.targetS() + latest().kernel.approachS();
        json.put("speedKmhNow", (kmToGo.getAsDouble() - latest().scenario.goal().catchKm()) * 3_600 / leftS);
        return json.put("revision", revision);
    }

    private static ChaseKernel compile(Scenario scenario) {
        try {
            return ChaseKernel.compile(scenario.chase());
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    /** The race and its newest question. */
    synchronized ObjectNode files() {
        return race.files(latest().question);
    }

    /** The newest question. */
    synchronized Question question() {
        return latest().question.copy();
    }

    private Task latest() {
        if (asked == null) {
            throw new BadRequest(409, "there is no question yet.");
        }
        return asked;
    }

    /**
     * What a plan by hand does for the newest question.
     *
     * @throws io.paceline.app.scenario.InputException if the plan does not fit
     * @throws BadRequest if a pull is shorter than an exchange
     */
    ObjectNode simulate(JsonNode plan) {
        Task task;
        RotationPlan given;
        synchronized (this) {
            task = latest();
            given = race.plan(plan, task.scenario);
        }
        try {
            return Answers.json(Answers.byHand(task.scenario, task.kernel, given));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    /** The best plan so far; waits for one newer than a version, for a while. */
    synchronized Optional<Snapshot> await(long afterVersion, long forMs) throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(forMs);
        while (!closed && (best == null || best.version() <= afterVersion)) {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(endNs - System.nanoTime());
            if (leftMs <= 0) {
                return Optional.empty();
            }
            wait(leftMs);
        }
        return closed ? Optional.empty() : Optional.ofNullable(best);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** A plan as one page. */
    synchronized String report(Snapshot snapshot) {
        return HtmlReport.of(snapshot.answer(), race.sources(snapshot.question()));
    }

    private void work() {
        try {
            for (Task task = take(); task != null; task = take()) {
                try {
                    answer(task);
                } catch (RuntimeException e) {
                    fail(task, e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Task take() throws InterruptedException {
        while (next == null && !closed) {
            wait();
        }
        Task task = next;
        next = null;
        return closed ? null : task;
    }

    private synchronized boolean isStale(Task task) {
        return closed || task.revision != revision;
    }

    private void answer(Task task) {
        Progress progress = new Progress(System.nanoTime());
        RotationPlan plan = opening(task);
        keeper.accept(publish(task, plan, progress, false));
        for (int round = 0; round < ROUNDS.length; round++) {
            SearchOptions options = SearchOptions.seconds(searchS * ROUNDS[round])
                    .withSeed(round)
                    .withStart(plan);
            SearchResult result = planner.plan(task.kernel, options, news -> {
                if (isStale(task)) {
                    planner.stop(); // the question changed just before this search began
                }
            });
            if (isStale(task)) {
                return;
            }
            progress.evaluations += result.evaluations();
            progress.score = result.score();
            plan = result.plan();
            Snapshot published = publish(task, plan, progress, round == ROUNDS.length - 1);
            if (round == ROUNDS.length - 1) {
                keeper.accept(published);
            }
        }
    }

    private synchronized RotationPlan opening(Task task) {
        if (best == null) {
            int size = task.kernel.chase().team().size();
            return PlainPlans.equalPulls(
                    task.kernel.chase(), Math.max(PLAIN_PULL_S, Math.ceil(task.kernel.shortestPullS(size))));
        }
        return PlanTransfer.onto(best.plan(), best.kernel().chase(), task.kernel);
    }

    private Snapshot publish(Task task, RotationPlan plan, Progress progress, boolean done) {
        Answer answer = Answers.found(task.scenario, task.kernel, plan, progress.facts());
        ObjectNode json = Answers.json(answer);
        json.put("revision", task.revision).put("done", done);
        task.reading.ifPresent(reading -> json.set("reading", reading));
        synchronized (this) {
            Snapshot snapshot = new Snapshot(nextVersion(), task.question, task.kernel, answer, json);
            json.put("number", snapshot.version());
            if (!isStale(task) || best == null) {
                best = snapshot;
                notifyAll();
            }
            return snapshot;
        }
    }

    private long nextVersion() {
        return best == null ? 1 : best.version() + 1;
    }

    /** The page says what went wrong; the next question may go well. */
    private synchronized void fail(Task task, RuntimeException fault) {
        if (best != null && !isStale(task)) {
            ObjectNode json = best.json().deepCopy().put("fault", String.valueOf(fault.getMessage()));
            best = new Snapshot(nextVersion(), best.question(), best.kernel(), best.answer(), json);
            notifyAll();
        }
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

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            planner.stop();
            notifyAll();
        }
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        race.close();
    }
}
