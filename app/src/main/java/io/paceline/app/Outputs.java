package io.paceline.app;

import io.paceline.app.report.OutputFile;
import io.paceline.app.report.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes. Every place is sure before the work begins, and none is a file that the command reads or writes as well. */
final class Outputs {
    private static final String FOLDER = "--cards";
    private static final List<String> WRITTEN = List.of("--json", "--report", "--chart", "--state", "--out", FOLDER);

    private Outputs() {}

    /**
     * Checks all places of a command line.
     *
     * @param read the files that have to stay as they are, beside a given plan
     * @throws UsageException at the first that cannot be written, or has two parts to play
     */
    static void check(CommandSpec spec, Collection<Path> read) {
        List<String> before = new ArrayList<>();
        for (String option : WRITTEN) {
            Path target = given(spec, option);
            if (target == null) {
                continue;
            }
            if (same(given(spec, "--plan"), target) || read.stream().anyMatch(input -> same(input, target))) {
                throw new UsageException(
                        option + " " + target + ": the command reads this file, so it would be lost. Name another.");
            }
            for (String other : before) {
                if (same(given(spec, other), target)) {
                    throw new UsageException(
                            option + " " + target + ": " + other + " names the same file. Name another.");
                }
            }
            before.add(option);
            if (option.equals(FOLDER)) {
                folder(option, target);
            } else {
                file(option, target);
            }
        }
    }

    /**
     * The file of an option, if one is given.
     *
     * @throws UsageException if it cannot be written
     */
    static Optional<OutputFile> file(String option, @Nullable Path target) {
        return place(option, target, OutputFile::checked);
    }

    /**
     * The folder of an option, if one is given.
     *
     * @throws UsageException if it cannot be written
     */
    static Optional<OutputFolder> folder(String option, @Nullable Path target) {
        return place(option, target, OutputFolder::checked);
    }

    private static <T> Optional<T> place(String option, @Nullable Path target, Function<Path, T> checked) {
        try {
            return Optional.ofNullable(target).map(checked);
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + " " + e.getMessage());
        }
    }

    private static @Nullable Path given(CommandSpec spec, String option) {
        return spec.commandLine().getParseResult().matchedOptionValue(option, null);
    }

    /** Whether two names mean one file, also by a link, and also before it is there. */
    private static boolean same(@Nullable Path a, Path b) {
        if (a == null) {
            return false;
        }
        try {
            if (Files.exists(a) && Files.exists(b)) {
                return Files.isSameFile(a, b);
            }
            return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
        } catch (IOException e) {
            return false; // one is gone or not to be looked at: whoever opens it says so
        }
    }
}
