package io.paceline.app;

/** The user ended the command before there was anything to show, and was told so. */
final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoppedException(String message) {
        super(message);
    }
}
