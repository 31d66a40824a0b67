package io.paceline.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C into an early end of the search: the command still prints, writes and ends with its own exit code. */
final class Interrupt implements AutoCloseable {
    /** Longer than any report takes; then the JVM ends anyway. */
    private static final long PATIENCE_S = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "paceline-interrupt");
    private volatile Runnable stop = () -> {};
    private volatile boolean asked;
    private volatile int exitCode = ExitCode.BUG;

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What to do on Ctrl-C; at once if it was pressed already. */
    void onStop(Runnable action) {
        stop = action;
        if (asked) {
            action.run();
        }
    }

    /** Whether the user wants an early end. */
    boolean asked() {
        return asked;
    }

    /** The command is through. */
    void finished(int code) {
        exitCode = code;
    }

    /** Asks for an early end, as Ctrl-C does. */
    void ask() {
        asked = true;
        stop.run();
    }

    private void interrupted() {
        ask();
        try {
            if (done.await(PATIENCE_S, TimeUnit.SECONDS)) {
                // the JVM would end with 130 otherwise
                Runtime.getRuntime().halt(exitCode);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Ctrl-C came: the hook is waiting for this
            asked = true;
        }
        done.countDown();
    }
}
