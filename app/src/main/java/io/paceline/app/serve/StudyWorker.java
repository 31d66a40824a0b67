package io.paceline.app.serve;

import io.paceline.app.report.Answer;
import io.paceline.app.report.Bound;
import io.paceline.app.study.Hinges;
import io.paceline.app.study.Proof;
import io.paceline.app.study.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Works out how good a plan is, or what would help where it fails, and what it hangs on, once its search has ended, beside whatever else
 * is asked. A new question ends it.
 */
final class StudyWorker implements AutoCloseable {
    /** Time to prove for each second of search: first as the plan command, then longer where that was too short. */
    private static final double[] PROOF_FOR_SEARCH = {0.25, 1};

    /** Of the searches for what would help. */
    private static final long SEED = 0;

    private static final long PATIENCE_S = 10;

    private final Desk desk;
    private final double searchS;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "paceline-study");
        made.setDaemon(true);
        return made;
    });

    /**
     * Waits for plans.
     *
     * @param searchS time for each search, s
     */
    StudyWorker(Desk desk, double searchS) {
        this.desk = desk;
        this.searchS = searchS;
    }

    /** Studies a plan as soon as the one before is through or stale. */
    void begin(Snapshot searched) {
        thread.execute(() -> {
            try {
                study(searched);
            } catch (CancellationException e) {
                // a newer question is there: nobody waits for this one
            } catch (RuntimeException e) {
                desk.fail(searched.task(), e);
            }
        });
    }

    private void study(Snapshot searched) {
        Task task = searched.task();
        BooleanSupplier stop = () -> desk.isStale(task);
        Answer answer = searched.answer();
        Proof proof = new Proof(task.kernel());
        if (answer.outcome().feasible() && proof.canProve()) {
            answer = proved(task, answer, proof, stop);
        }
        if (Suggestions.areWanted(answer)) {
            answer = helped(task, answer, stop);
        }
        // a ride for time has no break to catch, so it hangs on none
        if (!stop.getAsBoolean() && !task.kernel().chase().goal().fastest()) {
            answer = answer.hangingOn(Hinges.of(task.scenario(), task.kernel(), answer.plan(), stop));
        }
        if (!stop.getAsBoolean()) {
            desk.board().publish(task, answer, Stage.SETTLED);
        }
    }

    /** Each suggestion is published as soon as it is there. */
    private Answer helped(Task task, Answer answer, BooleanSupplier stop) {
        int end = answer.explanation().size();
        Suggestions suggestions = Suggestions.launchedEarlier(task.scenario(), task.kernel(), SEED);
        return answer.suggesting(
                suggestions.of(
                        answer.plan(),
                        known -> desk.board().publish(task, answer.suggesting(known, end), Stage.SEARCHED),
                        stop),
                end);
    }

    /** Each bound is published as soon as it is there. */
    private Answer proved(Task task, Answer answer, Proof proof, BooleanSupplier stop) {
        List<Bound> bounds = List.of();
        for (int i = 0; i < PROOF_FOR_SEARCH.length && bounds.isEmpty() && !stop.getAsBoolean(); i++) {
            bounds = proof.atTheseSpeeds(answer.plan(), PROOF_FOR_SEARCH[i] * searchS, stop);
        }
        if (!bounds.isEmpty() && !stop.getAsBoolean()) {
            desk.board().publish(task, answer.withBounds(bounds), Stage.SEARCHED);
        }
        List<Bound> all = new ArrayList<>(bounds);
        if (!stop.getAsBoolean()) {
            all.addAll(proof.atAnySpeeds(answer.plan(), stop));
        }
        Answer proved = answer.withBounds(all);
        if (!stop.getAsBoolean()) {
            desk.board().publish(task, proved, Stage.SEARCHED);
        }
        return proved;
    }

    /** Waits for the study under way, which the desk has ended. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
