package io.paceline.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The {@code paceline} command. */
@Command(
        name = "paceline",
        mixinStandardHelpOptions = true,
        versionProvider = PacelineCommand.JarVersion.class,
        description = "Plans the chase of a cycling team.")
public final class PacelineCommand implements Runnable {

    /** Prints the help: a subcommand is needed. */
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /**
     * Runs the command and ends the JVM with its exit code.
     *
     * @param args command line
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new PacelineCommand()).execute(args));
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
