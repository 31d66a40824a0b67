package io.paceline.app;

import io.paceline.app.scenario.Limit;
import io.paceline.app.scenario.NamedFiles;
import io.paceline.app.serve.Planner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens the planner in the browser. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Opens a planner for the browser, on this machine only. Ctrl-C closes it.")
final class ServeCommand implements Callable<Integer> {
    private static final Limit PORT = Limit.of(0, 65_535, "", "0 takes any that is free.");

    @Parameters(paramLabel = "SCENARIO", description = "The scenario to begin with (YAML).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8765", description = "Default 8765; 0 takes any.")
    private int port;

    @Mixin
    private final TimeOptions time = new TimeOptions(10, 0.1, "It is the time for each question; ten are usual.");

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Keeps the last question, and begins with it next time.")
    private @Nullable Path state;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        UsageException.check("--port", port, PORT);
        Outputs.check(spec, NamedFiles.of(file));
        CountDownLatch stopped = new CountDownLatch(1);
        try (Interrupt interrupt = new Interrupt();
                Planner planner = open()) {
            interrupt.onStop(stopped::countDown);
            PrintWriter out = spec.commandLine().getOut();
            out.println("Planner at http://localhost:" + planner.port() + "/. Ctrl-C closes it.");
            out.flush();
            stopped.await();
            interrupt.finished(ExitCode.OK);
        }
        return ExitCode.OK;
    }

    private Planner open() {
        BreakRun breaks = new BreakRun(false, note -> {}, Optional.empty());
        try {
            return Planner.open(file, Optional.ofNullable(state), time.seconds(), breaks::planned, port);
        } catch (IOException e) {
            throw new UsageException(
                    "--port = " + port + " cannot be had (" + e.getMessage() + "). Choose another, or 0 for any.");
        }
    }
}
