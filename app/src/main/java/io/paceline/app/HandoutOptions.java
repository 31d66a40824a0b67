package io.paceline.app;

import io.paceline.app.report.Answer;
import io.paceline.app.report.OutputFile;
import io.paceline.app.report.OutputFolder;
import io.paceline.app.report.cards.Cards;
import io.paceline.app.report.html.HtmlReport;
import io.paceline.app.report.html.SourceText;
import io.paceline.app.scenario.CourseTrack;
import io.paceline.app.scenario.GpxCourse;
import io.paceline.app.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a plan is given to people as. */
final class HandoutOptions {
    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write a page (HTML) with charts, which needs nothing else; replaces the file whole.")
    private @Nullable Path report;

    @Option(
            names = "--cards",
            paramLabel = "DIR",
            description =
                    "Also make a new folder with cards to print, workouts (Zwift, TCX) and the course with cues (GPX).")
    private @Nullable Path cards;

    private Optional<OutputFile> page = Optional.empty();
    private Optional<OutputFolder> folder = Optional.empty();
    private List<SourceText> sources = List.of();
    private CourseTrack track = CourseTrack.NONE;

    /**
     * Keeps the places to write to, and what stands in the scenario's files now: they may change while a search runs.
     *
     * @throws UsageException if something cannot be written
     */
    void check(Scenario scenario) {
        if (report == null && cards == null) {
            return;
        }
        sources = SourceText.of(scenario.file());
        page = Outputs.file("--report", report);
        folder = Outputs.folder("--cards", cards);
        if (cards != null) {
            track = sources.get(0)
                    .path(scenario.file(), "/course/gpx")
                    .map(GpxCourse::track)
                    .orElse(CourseTrack.NONE);
        }
    }

    /** Writes what was asked for; returns the same answer. */
    Answer written(Answer answer) {
        page.ifPresent(to -> to.write(HtmlReport.of(answer, sources)));
        folder.ifPresent(to -> to.write(Cards.of(answer, track)));
        return answer;
    }
}
