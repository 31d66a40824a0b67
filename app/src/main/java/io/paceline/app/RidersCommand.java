package io.paceline.app;

import io.paceline.app.activity.Activity;
import io.paceline.app.activity.ActivityReader;
import io.paceline.app.report.OutputFile;
import io.paceline.app.riders.RiderAnswer;
import io.paceline.app.riders.RiderJson;
import io.paceline.app.riders.RiderStudy;
import io.paceline.app.riders.RiderStudy.DragRequest;
import io.paceline.app.riders.RiderText;
import io.paceline.app.riders.RosterFile;
import io.paceline.app.riders.RosterRow;
import io.paceline.app.scenario.Limit;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Estimates a rider from his rides. */
@Command(
        name = "riders",
        mixinStandardHelpOptions = true,
        description = "Estimates CP and W' of one rider from his rides or tests, with how sure that is.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:an answer",
            "2:bad usage or input, nothing written",
            "3:the rides do not tell; no riders' line is written"
        })
final class RidersCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FIT|CSV",
            arity = "1..*",
            description = "Rides of one rider (FIT, or CSV: seconds,watts), or a list of efforts (CSV:"
                    + " duration_s,mean_w); also .gz.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Add him to this riders.csv, or replace his line; needs --id, --mass-kg and --drag-area or"
                    + " --drag.")
    private @Nullable Path out;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write the answer as JSON; replaces the file whole.")
    private @Nullable Path json;

    @Option(names = "--id", paramLabel = "ID", description = "The rider's id, such as TT1.")
    private @Nullable String id;

    @Option(names = "--mass-kg", paramLabel = "KG", description = "The rider alone, without bicycle.")
    private @Nullable Double massKg;

    @Option(names = "--bike-kg", paramLabel = "KG", defaultValue = "8", description = "His bicycle; default 8.")
    private double bicycleKg;

    @Option(names = "--drag-area", paramLabel = "M2", description = "CdA, if it is known.")
    private @Nullable Double dragAreaM2;

    @Option(
            names = "--drag",
            description = "Estimate CdA and Crr from the rides: alone, still air, out and back; needs --mass-kg.")
    private boolean drag;

    @Option(names = "--crr", paramLabel = "CRR", description = "For --drag: Crr, if it is known.")
    private @Nullable Double rollingResistance;

    @Option(
            names = "--temperature-c",
            paramLabel = "C",
            description = "For --drag: of the air; default what the files say, else 15.")
    private @Nullable Double temperatureC;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        checkOptions();
        Outputs.check(spec, files);
        Optional<OutputFile> output = Outputs.file("--json", json);
        Optional<RosterFile> roster = Optional.ofNullable(out).map(RosterFile::checked);
        List<Activity> activities = files.stream().map(ActivityReader::read).toList();
        RiderAnswer answer = RiderStudy.of(Optional.ofNullable(id), activities, request());
        output.ifPresent(to -> to.write(RiderJson.of(answer)));
        PrintWriter terminal = spec.commandLine().getOut();
        RiderText.lines(answer).forEach(terminal::println);
        if (!answer.complete()) {
            roster.ifPresent(file -> terminal.println("Nothing is written to " + out + "."));
            return ExitCode.NO_CATCH;
        }
        roster.ifPresent(file -> file.write(RosterRow.of(answer, needed(massKg), dragArea(answer))));
        roster.ifPresent(file -> terminal.println("Written to " + out + "."));
        return ExitCode.OK;
    }

    private Optional<DragRequest> request() {
        if (!drag) {
            return Optional.empty();
        }
        return Optional.of(
                new DragRequest(needed(massKg) + bicycleKg, optional(temperatureC), optional(rollingResistance)));
    }

    private double dragArea(RiderAnswer answer) {
        return dragAreaM2 == null ? answer.drag().orElseThrow().dragAreaM2() : dragAreaM2;
    }

    private static double needed(@Nullable Double value) {
        if (value == null) {
            throw new IllegalStateException("an option was not checked");
        }
        return value;
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private void checkOptions() {
        check("--mass-kg", massKg, Limit.of(35, 130, "kg", "It is the rider alone, in kilograms."));
        check("--bike-kg", bicycleKg, Limit.of(5, 20, "kg", "A road race bicycle has 7 to 9, with bottles."));
        check("--drag-area", dragAreaM2, Limit.of(0.10, 0.60, "m2", "On the hoods it is about 0.30."));
        check("--crr", rollingResistance, Limit.of(0.001, 0.015, "", "A good road has 0.004."));
        check("--temperature-c", temperatureC, Limit.of(-30, 50, "degC", "It is in degrees Celsius."));
        if (id != null && (id.isBlank() || !id.equals(id.strip()) || id.matches(".*[\",#\\p{Cntrl}].*"))) {
            throw new UsageException(
                    "--id = " + id + " is not a short name. Use letters and digits, such as TT1, without commas.");
        }
        if (drag && dragAreaM2 != null) {
            throw new UsageException("--drag and --drag-area exclude each other. Give one.");
        }
        if (drag && massKg == null) {
            throw new UsageException("--drag needs --mass-kg: rides do not say what a rider weighs.");
        }
        if (!drag && (rollingResistance != null || temperatureC != null)) {
            throw new UsageException("--crr and --temperature-c are for --drag. Add it or leave them out.");
        }
        if (out != null && (id == null || massKg == null)) {
            throw new UsageException("--out needs --id and --mass-kg: rides do not say who rode and what he weighs.");
        }
        if (out != null && dragAreaM2 == null && !drag) {
            throw new UsageException("--out needs --drag-area, or --drag to estimate it.");
        }
    }

    private static void check(String option, @Nullable Double value, Limit limit) {
        if (value != null) {
            UsageException.check(option, value, limit);
        }
    }
}
