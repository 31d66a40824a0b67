package io.paceline.app;

/** What the command ends with. */
final class ExitCode {
    /** A plan that catches. */
    static final int OK = 0;
    /** A fault of the program itself. */
    static final int BUG = 1;
    /** Bad usage or input; nothing was written. */
    static final int INPUT = 2;
    /** No plan catches, or none leads the sprinter out; the least bad one was written. */
    static final int NO_CATCH = 3;

    /** Stopped before there was anything to show; nothing was written. As a shell reports an interrupt. */
    static final int STOPPED = 130;

    private ExitCode() {}
}
