package io.paceline.app;

import io.paceline.app.report.Answer;
import io.paceline.app.report.OutputFile;
import io.paceline.app.report.html.HtmlReport;
import io.paceline.app.report.html.SourceText;
import io.paceline.app.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a plan is given to people as. */
final class HandoutOptions {
    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write a page (HTML) with charts, which needs nothing else; replaces the file whole.")
    private @Nullable Path report;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private Optional<OutputFile> page = Optional.empty();
    private List<SourceText> sources = List.of();

    /**
     * Makes sure that everything can be written, and keeps what stands in the scenario's files now: they may change while a search runs.
     *
     * @throws UsageException if something cannot be written
     */
    void check(Scenario scenario) {
        if (report == null) {
            return;
        }
        Path json = spec.commandLine().getParseResult().matchedOptionValue("--json", null);
        if (json != null
                && json.toAbsolutePath()
                        .normalize()
                        .equals(report.toAbsolutePath().normalize())) {
            throw new UsageException("--report " + report + ": --json names the same file. Name another.");
        }
        try {
            page = Optional.of(OutputFile.checked(report));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--report " + e.getMessage());
        }
        sources = SourceText.of(scenario.file());
    }

    /** Writes what was asked for; returns the same answer. */
    Answer written(Answer answer) {
        page.ifPresent(to -> to.write(HtmlReport.of(answer, sources)));
        return answer;
    }
}
