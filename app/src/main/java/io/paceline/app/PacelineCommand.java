package io.paceline.app;

import io.paceline.app.scenario.InputException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code paceline} command. */
@Command(
        name = "paceline",
        mixinStandardHelpOptions = true,
        versionProvider = PacelineCommand.JarVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Plans the chase of a cycling team: who rides, in which order, how long, how fast.",
        subcommands = {
            PlanCommand.class,
            ProveCommand.class,
            LimitCommand.class,
            LaunchCommand.class,
            SimulateCommand.class,
            SensitivityCommand.class,
            DecideCommand.class,
            CourseCommand.class,
            RidersCommand.class,
            ServeCommand.class,
            CompletionCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:a plan that catches",
            "2:bad usage or input, nothing written",
            "3:no plan catches, the least bad one is written; or the rides of a rider do not tell",
            "130:stopped by Ctrl-C before there was anything to show, nothing written"
        },
        footer = {"", "Start with: paceline plan examples/tour-2023-stage-18/scenario.yaml"})
public final class PacelineCommand implements Runnable {
    private static final String DEBUG_VARIABLE = "PACELINE_DEBUG";

    @Option(
            names = "--stacktrace",
            hidden = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Shows where an internal fault happened.")
    private boolean stackTrace;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Refuses to do nothing: a subcommand is needed. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name a command: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    /**
     * Runs the command and ends the JVM with its exit code.
     *
     * @param args command line
     */
    public static void main(String[] args) {
        System.exit(execute(writer(System.out), writer(System.err), args));
    }

    /**
     * Runs the command inside this JVM.
     *
     * @param out what it prints
     * @param err its complaints
     * @param args command line
     * @return its exit code
     */
    public static int execute(PrintWriter out, PrintWriter err, String... args) {
        PacelineCommand command = new PacelineCommand();
        CommandLine line = new CommandLine(command)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, given) -> usageFault(e))
                .setExecutionExceptionHandler((e, commandLine, parsed) -> command.fault(e, commandLine));
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private static PrintWriter writer(java.io.PrintStream stream) {
        // the JVM knows the terminal's encoding from 17 on; a PrintStream of Java 17 uses that of files
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        return new PrintWriter(stream, true, Charset.forName(name));
    }

    private static int usageFault(ParameterException e) {
        CommandLine line = e.getCommandLine();
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("bad usage");
        line.getErr()
                .println("paceline: " + first + (first.endsWith(".") ? "" : ".") + " Try '"
                        + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.INPUT;
    }

    private int fault(Exception e, CommandLine line) {
        if (e instanceof InputException || e instanceof UsageException) {
            line.getErr().println("paceline: " + e.getMessage());
            return ExitCode.INPUT;
        }
        if (e instanceof StoppedException) {
            return ExitCode.STOPPED; // it was said before the JVM began to end
        }
        if (stackTrace || System.getenv(DEBUG_VARIABLE) != null) {
            e.printStackTrace(line.getErr());
        } else {
            line.getErr()
                    .println("paceline: internal fault: " + e + ". Please report it with your scenario and what "
                            + DEBUG_VARIABLE + "=1 prints.");
        }
        return ExitCode.BUG;
    }

    /** Reads the version from the manifest of the jar. */
    static final class JarVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = PacelineCommand.class.getPackage().getImplementationVersion();
            return new String[] {"paceline " + (version == null ? "(development)" : version)};
        }
    }
}
