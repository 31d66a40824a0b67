package io.paceline.app.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;

/** A folder that is written whole or not at all: first beside its place, then moved there. Never one with something in it. */
public final class OutputFolder {
    private final Path target;

    private OutputFolder(Path target) {
        this.target = target;
    }

    /**
     * Makes sure that a folder can be written, before the work begins.
     *
     * @throws IllegalArgumentException if it cannot; the message says why
     */
    public static OutputFolder checked(Path target) {
        Path parent = target.toAbsolutePath().normalize().getParent();
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new IllegalArgumentException(target + ": is a file. Name a new folder.");
        }
        try {
            if (Files.isDirectory(target) && !isEmpty(target)) {
                throw new IllegalArgumentException(target + ": is not empty. Name a new folder, or empty this one.");
            }
            if (parent == null || !Files.isDirectory(parent)) {
                throw new IllegalArgumentException(
                        target + ": the folder that it would be in does not exist. Make it first.");
            }
            Files.delete(Files.createTempDirectory(parent, ".paceline"));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    target + ": cannot be made (" + e.getMessage() + "). Choose another.", e);
        }
        return new OutputFolder(target);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }

    /**
     * Writes the files.
     *
     * @param files texts by plain name
     * @throws OutputException if the disk does not take them; the folder is then as it was
     */
    public void write(Map<String, String> files) {
        Path place = target.toAbsolutePath().normalize();
        try {
            Path temporary = Files.createTempDirectory(place.getParent(), ".paceline");
            try {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    Files.writeString(temporary.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
                }
                makeReadable(temporary);
                // an empty folder in its place gives way; one that filled meanwhile stays
                Files.deleteIfExists(place);
                Files.move(temporary, place);
            } finally {
                delete(temporary);
            }
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
    }

    /** Temporary folders are private; what a user asked for is as readable as his other folders. */
    private static void makeReadable(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.delete(folder);
    }
}
