package io.paceline.app.cache;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Locale;
import java.util.Optional;

/** Where plans are kept: a folder for each build of the program, for another build may search better. */
final class CacheFolder {
    private static final String OFF = "off";

    private CacheFolder() {}

    /** The folder; empty if nothing is to be kept. A program that does not run from its jar keeps plans only where it is told to. */
    static Optional<Path> find() {
        String named = System.getProperty("paceline.cache", System.getenv().getOrDefault("PACELINE_CACHE", ""));
        if (named.equals(OFF)) {
            return Optional.empty();
        }
        Optional<String> build = build();
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named).resolve(build.orElse("development")));
        }
        return build.map(name -> usual().resolve("paceline").resolve(name));
    }

    private static Path usual() {
        String xdg = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        return xdg.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
    }

    /** Tells one build from another: size and time of the jar. */
    private static Optional<String> build() {
        CodeSource source = CacheFolder.class.getProtectionDomain().getCodeSource();
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar)
                    ? Optional.of(String.format(
                            Locale.ROOT,
                            "%x-%x",
                            Files.size(jar),
                            Files.getLastModifiedTime(jar).toMillis()))
                    : Optional.empty();
        } catch (URISyntaxException | IOException e) {
            return Optional.empty();
        }
    }
}
