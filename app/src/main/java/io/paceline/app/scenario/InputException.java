package io.paceline.app.scenario;

import java.nio.file.Path;

/** A file that a user gave is not what it should be. The message says where, what, what is allowed and what may cure it. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;

    /**
     * A fault at a place.
     *
     * @param file as the user named it
     * @param line from 1 on; 0 for the file as a whole
     * @param problem sentences for the user
     */
    public InputException(Path file, int line, String problem) {
        super(file + (line > 0 ? ":" + line : "") + ": " + problem.replaceAll("\\p{Cntrl}", " "));
        this.file = file.toString();
        this.line = line;
    }

    /** The file as the user named it. */
    public String file() {
        return file;
    }

    /** The line, from 1 on; 0 for the file as a whole. */
    public int line() {
        return line;
    }
}
