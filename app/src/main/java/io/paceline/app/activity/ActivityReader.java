package io.paceline.app.activity;

import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.InputFile;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a ride or a list of efforts, whatever the file is called; it may be gzipped. */
public final class ActivityReader {
    private ActivityReader() {}

    /**
     * Reads a file.
     *
     * @throws InputException if it is missing, damaged, or holds neither a ride nor efforts
     */
    public static Activity read(Path file) {
        byte[] bytes = InputFile.bytes(file);
        if (FitFile.looksLikeOne(bytes)) {
            return FitFile.read(file, bytes);
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".fit") || name.endsWith(".fit.gz")) {
            throw new InputException(
                    file, 0, "is not a FIT file, or its header is damaged. Copy it from the computer again.");
        }
        return ActivityCsv.read(file);
    }
}
