package io.paceline.app.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paceline.app.report.Answer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where the best plan so far hangs, for pages that wait for a newer one. A plan for an older question never takes the place of one for a
 * newer. Thread-safe.
 */
final class Board {
    private @Nullable Snapshot best;
    private boolean closed;

    /** The best plan of now. */
    synchronized Optional<Snapshot> best() {
        return Optional.ofNullable(best);
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

    /** Hangs a plan up, unless there is one for a newer question. */
    Snapshot publish(Task task, Answer answer, Stage stage) {
        ObjectNode json = Answers.json(answer);
        json.put("revision", task.revision());
        json.put("done", stage != Stage.SEARCHING);
        json.put("settled", stage == Stage.SETTLED);
        task.reading().ifPresent(reading -> json.set("reading", reading.json(task)));
        synchronized (this) {
            Snapshot snapshot = new Snapshot(nextVersion(), task, answer, json);
            json.put("number", snapshot.version());
            if (best == null || best.task().revision() <= task.revision()) {
                Snapshot old = best;
                best = snapshot;
                if (old != null && old.task().race() != task.race()) {
                    old.task().race().close(); // nobody asks about it any more
                }
                notifyAll();
            }
            return snapshot;
        }
    }

    /** The page says what went wrong beside the plan that there is; the next question may go well. */
    synchronized void fail(RuntimeException fault) {
        if (best != null) {
            ObjectNode json = best.json().deepCopy().put("fault", String.valueOf(fault.getMessage()));
            json.put("number", nextVersion());
            best = new Snapshot(nextVersion(), best.task(), best.answer(), json);
            notifyAll();
        }
    }

    private long nextVersion() {
        return best == null ? 1 : best.version() + 1;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Nobody waits any longer. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
