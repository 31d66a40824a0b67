package io.paceline.app;

import io.paceline.app.report.Answer;
import io.paceline.app.report.PlanJson;
import io.paceline.app.report.PlanText;
import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.NamedFiles;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.scenario.ScenarioReader;
import io.paceline.rider.Rider;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What every command takes that answers a scenario: which one, and where the answer goes. */
final class AnswerOptions {
    /** Of a file or a pipe. */
    private static final int COLUMNS = 100;

    @Parameters(paramLabel = "SCENARIO", description = "The scenario (YAML).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write the answer as JSON; replaces the file whole.")
    private @Nullable Path json;

    @Option(names = "--quiet", description = "Print nothing: the exit code and the JSON are enough.")
    private boolean quiet;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /**
     * The scenario, once it is sure that everything can be written.
     *
     * @throws UsageException if it cannot
     * @throws InputException if the scenario has a fault
     * @throws StoppedException on Ctrl-C while the break's riders are planned
     */
    Scenario scenario() {
        Outputs.check(spec, NamedFiles.of(file));
        Scenario scenario = ScenarioReader.read(file);
        return scenario.breakRiders().isEmpty() ? scenario : withBreak(scenario);
    }

    private Scenario withBreak(Scenario scenario) {
        PrintWriter err = spec.commandLine().getErr();
        try (Interrupt interrupt = new Interrupt()) {
            interrupt.finished(ExitCode.STOPPED);
            return new BreakRun(showProgress(), err::println, Optional.of(interrupt)).planned(scenario);
        }
    }

    /**
     * The riders of the scenario's riders' file whom it does not name.
     *
     * @throws InputException if one of them has a fault
     */
    List<Rider> bench() {
        return ScenarioReader.bench(file);
    }

    /** Whether somebody may watch. */
    boolean showProgress() {
        return !quiet;
    }

    /** Columns of the terminal; a usual number where there is none. */
    int width() {
        return SearchBar.isTerminal() ? spec.usageMessage().autoWidth(true).width() : COLUMNS;
    }

    /** Writes and prints a plan; returns the exit code. */
    int write(Answer answer) {
        write(PlanJson.of(answer), PlanText.lines(answer, Ansi.AUTO));
        return answer.outcome().feasible() ? ExitCode.OK : ExitCode.NO_CATCH;
    }

    /** Writes an answer for programs where one is wanted, and prints it for people. */
    void write(String document, List<String> lines) {
        Outputs.file("--json", json).ifPresent(to -> to.write(document));
        PrintWriter out = spec.commandLine().getOut();
        if (!quiet) {
            lines.forEach(out::println);
        }
        out.flush();
    }

    /** Runs something long that ends early on Ctrl-C and then still writes its answer; returns the exit code. */
    int interruptible(ToIntFunction<Interrupt> task) throws Exception {
        try (Interrupt interrupt = new Interrupt()) {
            int code;
            try {
                code = task.applyAsInt(interrupt);
            } catch (RuntimeException e) {
                if (!interrupt.asked()) {
                    throw e;
                }
                // the JVM is about to end, so say it here
                CommandLine command = spec.commandLine();
                code = command.getExecutionExceptionHandler()
                        .handleExecutionException(e, command, command.getParseResult());
                command.getErr().flush();
            }
            interrupt.finished(code);
            return code;
        }
    }
}
