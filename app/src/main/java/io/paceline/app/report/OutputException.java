package io.paceline.app.report;

import java.io.IOException;

/** The disk does not take an answer. What stood in its place is as it was; the message says what may cure it. */
public final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutputException(Object target, IOException cause) {
        super(target + ": cannot be written (" + cause.getMessage() + "). Make room, or name another place.", cause);
    }
}
