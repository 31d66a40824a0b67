package io.paceline.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paceline.app.scenario.Scenario;
import io.paceline.plan.RotationPlan;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where questions are asked: one at a time is worked on, the newest. Nothing slow is done under its lock: reading a question takes some
 * milliseconds outside it, and a break whose riders are known is planned by the worker. Thread-safe.
 */
final class Desk implements AutoCloseable {
    private final BreakPlanner breakPlanner;
    private final Consumer<Task> keeper;
    private final Board board = new Board();
    private final SearchWorker search;
    private final StudyWorker studies;
    private Race race;
    private long revision;
    private @Nullable Task asked;
    private @Nullable Task next;
    private long keptRevision;
    private boolean closed;

    /**
     * Waits for the first question.
     *
     * @param searchS time for each question, s
     * @param keeper told of each question that has a plan, and of the last one at the end
     */
    Desk(Race race, double searchS, BreakPlanner breakPlanner, Consumer<Task> keeper) {
        this.race = race;
        this.keeper = keeper;
        this.breakPlanner = breakPlanner;
        studies = new StudyWorker(this, searchS);
        search = new SearchWorker(this, searchS, studies);
        search.start();
    }

    /** Where the answers are. */
    Board board() {
        return board;
    }

    /**
     * Takes another race and asks its own question.
     *
     * @throws BadRequest if there is no such chase
     */
    long open(Race other) {
        try {
            Task task = ask(other, other.question(), Optional.empty(), true);
            return task.revision();
        } catch (RuntimeException e) {
            other.close();
            throw e;
        }
    }

    /**
     * Asks a question; its revision is the one of the answers to it.
     *
     * @throws io.paceline.app.scenario.InputException if the question has a fault
     * @throws BadRequest if there is no such chase
     */
    Task ask(Question question) {
        return ask(race(), question, Optional.empty(), false);
    }

    private Task ask(Race about, Question question, Optional<GapReading> reading, boolean another) {
        Scenario read = about.read(question);
        // what is quick is done at once, so that whoever asks is told what is wrong
        Optional<Task.Ready> ready = read.breakRiders().isEmpty() ? Optional.of(Task.Ready.of(read)) : Optional.empty();
        synchronized (this) {
            if (another) {
                replaceRace(about);
            } else if (about != race) {
                throw new BadRequest(409, "another race was loaded meanwhile. Try again.");
            }
            long own = ++revision;
            Task task = new Task(
                    own,
                    about,
                    question,
                    reading,
                    new FutureTask<>(() ->
                            ready.orElseGet(() -> Task.Ready.of(breakPlanner.planned(read, () -> isStale(own))))));
            asked = task;
            next = task;
            search.stop();
            notifyAll();
            return task;
        }
    }

    /** A race without a plan goes at once, the others with their last one. */
    private void replaceRace(Race other) {
        if (board.best().map(best -> best.task().race() != race).orElse(false)) {
            race.close();
        }
        race = other;
    }

    /**
     * Takes a measured gap: the chase is asked anew from there.
     *
     * @throws BadRequest if there is no plan yet, or the reading is not on its road
     */
    ObjectNode read(OptionalDouble kmToGo, OptionalDouble gapS) {
        Snapshot plan =
                board.best().orElseThrow(() -> new BadRequest(409, "there is no plan yet. Try again in a moment."));
        GapReading reading = GapReading.of(plan, kmToGo, gapS);
        Task task = ask(plan.task().race(), reading.fromHere(), Optional.of(reading), false);
        return reading.json(task).put("revision", task.revision());
    }

    private synchronized Race race() {
        return race;
    }

    /** The race and its newest question. */
    ObjectNode files() {
        Task task = latest();
        return task.race().files(task.question());
    }

    /** The newest question. */
    Question question() {
        return latest().question().copy();
    }

    private synchronized Task latest() {
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
        Task task = latest();
        RotationPlan given = task.race().plan(plan, task.scenario());
        try {
            return Answers.json(Answers.byHand(task.scenario(), task.kernel(), given));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    /** Waits for the next question; none once the desk is closed. */
    synchronized Optional<Task> take() throws InterruptedException {
        while (next == null && !closed) {
            wait();
        }
        Task task = next;
        next = null;
        return closed ? Optional.empty() : Optional.ofNullable(task);
    }

    /** Keeps a question for the next time. */
    void keep(Task task) {
        keeper.accept(task);
        synchronized (this) {
            keptRevision = task.revision();
        }
    }

    /** Whether there is a newer question, or nobody asks any more. */
    boolean isStale(Task task) {
        return isStale(task.revision());
    }

    private synchronized boolean isStale(long own) {
        return closed || own != revision;
    }

    /** Says what went wrong with the newest question. */
    void fail(Task task, RuntimeException fault) {
        if (!isStale(task)) {
            board.fail(fault);
        }
    }

    /** The last question may have come just before the end. */
    private void keepLast() {
        Task last;
        synchronized (this) {
            last = asked != null && asked.revision() != keptRevision ? asked : null;
        }
        if (last != null) {
            keep(last);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        board.close();
        search.close();
        studies.close();
        keepLast();
        race().close();
    }
}
