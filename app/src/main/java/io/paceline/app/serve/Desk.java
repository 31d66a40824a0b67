package io.paceline.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paceline.app.report.Answer;
import io.paceline.app.report.cards.Cards;
import io.paceline.app.report.html.HtmlReport;
import io.paceline.app.report.html.SourceText;
import io.paceline.app.scenario.CourseTrack;
import io.paceline.app.scenario.Scenario;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.RotationPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where questions are asked and answers lie: one question at a time, the newest, and the best plan for it so far. Thread-safe. */
final class Desk implements AutoCloseable {
    private final UnaryOperator<Scenario> breakPlanner;
    private final SearchWorker search;
    private final StudyWorker studies;
    private Race race;
    private long revision;
    private @Nullable Task asked;
    private @Nullable Task next;
    private final Consumer<Task> keeper;
    private long keptRevision;
    private @Nullable Snapshot best;
    private boolean closed;

    /**
     * Waits for the first question.
     *
     * @param searchS time for each question, s
     * @param breakPlanner plans a break whose riders are known
     * @param keeper told of each question that has a plan, and of the last one at the end
     */
    Desk(Race race, double searchS, UnaryOperator<Scenario> breakPlanner, Consumer<Task> keeper) {
        this.race = race;
        this.keeper = keeper;
        this.breakPlanner = breakPlanner;
        studies = new StudyWorker(this, searchS);
        search = new SearchWorker(this, searchS, studies);
        search.start();
    }

    /**
     * Takes another race and asks its own question.
     *
     * @throws BadRequest if its break cannot ride the road
     */
    synchronized long open(Race other) {
        Race before = race;
        race = other;
        try {
            long asking = ask(other.question(), Optional.empty());
            if (best != null && best.task().race() != before) {
                before.close(); // no plan for it was ever there
            }
            return asking;
        } catch (RuntimeException e) {
            race = before;
            other.close();
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
        Task task = new Task(++revision, race, question, scenario, compile(scenario), reading);
        asked = task;
        next = task;
        search.stop();
        notifyAll();
        return task.revision();
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
        ChaseKernel kernel = latest().kernel();
        double leftS = kernel.targetS() + kernel.approachS();
        json.put(
                "speedKmhNow",
                (kmToGo.getAsDouble() - latest().scenario().goal().catchKm()) * 3_600 / leftS);
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
        return race.files(latest().question());
    }

    /** The newest question. */
    synchronized Question question() {
        return latest().question().copy();
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
            given = race.plan(plan, task.scenario());
        }
        try {
            return Answers.json(Answers.byHand(task.scenario(), task.kernel(), given));
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
    String report(Snapshot snapshot) {
        List<SourceText> sources;
        synchronized (this) {
            sources = snapshot.task().race().sources(snapshot.question());
        }
        return HtmlReport.of(snapshot.answer(), sources);
    }

    /** What a team carries, as texts by file name. */
    Map<String, String> cards(Snapshot snapshot) {
        CourseTrack track;
        synchronized (this) {
            track = snapshot.task().race().track(snapshot.question());
        }
        return Cards.of(snapshot.answer(), track);
    }

    /** The best plan of now. */
    synchronized @Nullable Snapshot best() {
        return best;
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
    synchronized boolean isStale(Task task) {
        return closed || task.revision() != revision;
    }

    /** Lays a plan on the desk, unless a newer question was asked meanwhile. */
    Snapshot publish(Task task, Answer answer, Stage stage) {
        ObjectNode json = Answers.json(answer);
        json.put("revision", task.revision());
        json.put("done", stage != Stage.SEARCHING);
        json.put("settled", stage == Stage.SETTLED);
        task.reading().ifPresent(reading -> json.set("reading", reading));
        synchronized (this) {
            Snapshot snapshot = new Snapshot(nextVersion(), task, answer, json);
            json.put("number", snapshot.version());
            if (!isStale(task) || best == null) {
                replace(snapshot);
            }
            return snapshot;
        }
    }

    /** Files of a race that nobody asks about any more go with its last plan. */
    private void replace(Snapshot snapshot) {
        Snapshot old = best;
        best = snapshot;
        if (old != null && old.task().race() != race) {
            old.task().race().close();
        }
        notifyAll();
    }

    private long nextVersion() {
        return best == null ? 1 : best.version() + 1;
    }

    /** The page says what went wrong; the next question may go well. */
    synchronized void fail(Task task, RuntimeException fault) {
        if (best != null && !isStale(task)) {
            ObjectNode json = best.json().deepCopy().put("fault", String.valueOf(fault.getMessage()));
            json.put("number", nextVersion());
            best = new Snapshot(nextVersion(), best.task(), best.answer(), json);
            notifyAll();
        }
    }

    /** The last question may have come just before the end. */
    private synchronized void keepLast() {
        if (asked != null && asked.revision() != keptRevision) {
            keep(asked);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        search.close();
        studies.close();
        keepLast();
        race.close();
    }
}
