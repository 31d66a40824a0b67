package io.paceline.app;

import io.paceline.app.report.OutputException;
import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.Nearest;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

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
        PrintWriter out = writer(System.out);
        PrintWriter err = writer(System.err);
        System.exit(printed(out, err, execute(out, err, args)));
    }

    /** The exit code, once it is sure that everything was printed. */
    static int printed(PrintWriter out, PrintWriter err, int code) {
        if (!out.checkError()) {
            return code;
        }
        err.println("paceline: not everything could be printed: the disk is full, or the reader has gone. Print to a"
                + " file with room.");
        return code == ExitCode.OK ? ExitCode.INPUT : code;
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
        String first = e instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched)
                : String.valueOf(e.getMessage())
                        .lines()
                        .findFirst()
                        .orElse("bad usage")
                        .replace(" is not a double", " is not a number")
                        .replaceAll(" is not an? (int|long)$", " is not a whole number");
        line.getErr()
                .println("paceline: " + first + (first.matches(".*[.?]") ? "" : ".") + " Try '"
                        + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.INPUT;
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0);
        CommandLine line = e.getCommandLine();
        boolean command = !line.getSubcommands().isEmpty();
        Set<String> known = command
                ? line.getSubcommands().keySet()
                : line.getCommandSpec().optionsMap().keySet();
        String what = command ? " is not a command." : e.isUnknownOption() ? " is not an option." : " is one too many.";
        return "'" + word + "'" + what + (command || e.isUnknownOption() ? Nearest.question(word, known) : "");
    }

    private int fault(Exception e, CommandLine line) {
        if (e instanceof InputException || e instanceof UsageException || e instanceof OutputException) {
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
