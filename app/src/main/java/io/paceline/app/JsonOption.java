package io.paceline.app;

import io.paceline.app.report.OutputFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where to write the plan for programs. */
final class JsonOption {
    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write the plan as JSON; replaces the file whole.")
    private @Nullable Path json;

    /**
     * The file, if one is wanted.
     *
     * @throws UsageException if it cannot be written
     */
    Optional<OutputFile> checked() {
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OutputFile.checked(json));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--json " + e.getMessage());
        }
    }
}
