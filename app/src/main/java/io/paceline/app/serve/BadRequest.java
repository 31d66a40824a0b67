package io.paceline.app.serve;

/** What a request asks cannot be done; the message tells its sender why and what is allowed. */
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    BadRequest(String message) {
        this(400, message);
    }

    BadRequest(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status. */
    int status() {
        return status;
    }
}
