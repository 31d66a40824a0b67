package io.paceline.benchmarks.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs and the JSON file they are in: whole after each run, so that a measurement that is cut short has lost one run at most. */
final class RunFile {
    private final @Nullable Path file;
    private final List<Run> runs;

    private RunFile(@Nullable Path file, List<Run> runs) {
        this.file = file;
        this.runs = runs;
    }

    /**
     * An empty one, or one to go on with.
     *
     * @param file none: the runs are kept in memory only
     * @param resume whether to go on with what is in the file, if it is there
     * @throws IllegalArgumentException if the file is there and not to be gone on with, or there is none to go on with
     */
    static RunFile open(@Nullable Path file, boolean resume) throws IOException {
        if (resume && file == null) {
            throw new IllegalArgumentException("--resume goes on with a file: name it by --out.");
        }
        if (file == null || !Files.exists(file)) {
            return new RunFile(file, new ArrayList<>());
        }
        if (!resume) {
            throw new IllegalArgumentException(
                    file + " is there already. Give --resume to go on with it, or another name.");
        }
        return new RunFile(file, read(file));
    }

    /** The runs of a file. */
    static List<Run> read(Path file) throws IOException {
        return new ArrayList<>(Arrays.asList(new ObjectMapper().readValue(file.toFile(), Run[].class)));
    }

    /** All runs, in the order in which they were made. */
    List<Run> runs() {
        return List.copyOf(runs);
    }

    boolean has(String instance, String solver, long seed) {
        return runs.stream()
                .anyMatch(run -> run.instance().equals(instance) && run.solver().equals(solver) && run.seed() == seed);
    }

    void add(Run run) throws IOException {
        runs.add(run);
        if (file != null) {
            Path next = file.resolveSibling(file.getFileName() + ".part");
            new ObjectMapper().writeValue(next.toFile(), runs);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
