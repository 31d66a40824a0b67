package io.paceline.app.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written whole or not at all: first beside its place, then moved there. */
public final class OutputFile {
    private final Path target;

    private OutputFile(Path target) {
        this.target = target;
    }

    /**
     * Makes sure that a file can be written, before the work begins.
     *
     * @throws IllegalArgumentException if it cannot; the message says why
     */
    public static OutputFile checked(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (Files.isDirectory(target)) {
            throw new IllegalArgumentException(target + ": is a folder. Name a file in it.");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(target + ": its folder does not exist. Make it first.");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IllegalArgumentException(
                    target + ": is not a regular file, so it cannot be replaced. Name another.");
        }
        try {
            // a folder may forbid what its permissions seem to allow, so try
            Files.delete(Files.createTempFile(folder, ".paceline", ".tmp"));
        } catch (IOException e) {
            throw new IllegalArgumentException(target + ": its folder cannot be written to. Choose another.", e);
        }
        return new OutputFile(target);
    }

    /**
     * Writes the file.
     *
     * @throws OutputException if the disk does not take it; the old file is then as it was
     */
    public void write(String text) {
        Path place = target.toAbsolutePath();
        try {
            // a link stays a link: its target is replaced
            Path real = Files.exists(place) ? place.toRealPath() : place;
            Path folder = real.resolveSibling("");
            Path temporary = Files.createTempFile(folder, ".paceline", ".tmp");
            try {
                Files.writeString(temporary, text, StandardCharsets.UTF_8);
                makeReadable(temporary);
                move(temporary, real);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
    }

    /** Temporary files are private; what a user asked for is as readable as his other files. */
    private static void makeReadable(Path file) {
        boolean done = file.toFile().setReadable(true, false);
        if (!done) {
            throw new IllegalStateException(file + ": its permissions cannot be set.");
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
