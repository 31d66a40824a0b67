package io.paceline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever passes our jars on finds in them on which terms. */
class LicencesTest {
    /** Name and version of a library. */
    private static final Pattern JAR = Pattern.compile("([A-Za-z0-9.-]*[A-Za-z0-9])-[0-9][^/]*\\.jar");

    /** Libraries of the tests; their jars are passed on by nobody. */
    private static final Pattern OF_TESTS =
            Pattern.compile("(junit|surefire|maven)-.*|opentest4j|apiguardian-api|assertj-core|byte-buddy|archunit.*"
                    + "|paceline-.*|org\\.jacoco.*");

    @Test
    void noticeNamesEveryLibraryOfTheProgram() throws IOException {
        List<String> libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(path -> JAR.matcher(new File(path).getName()))
                .filter(Matcher::matches)
                .map(jar -> jar.group(1))
                .filter(name -> !OF_TESTS.matcher(name).matches())
                .distinct()
                .toList();
        List<String> named = List.of(Files.readString(Path.of("..", "NOTICE"))
                .replaceAll("[.,]\\s", " ")
                .split("\\s+", -1));

        assertThat(libraries)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(named).contains(name));
    }

    @Test
    void everyJarHoldsLicenceAndNotice() throws IOException {
        for (String module : List.of("core", "optimizer", "app")) {
            for (String file : List.of("LICENSE", "NOTICE")) {
                Path inside = Path.of("..", module, "target", "classes", "META-INF", file);
                assertThat(inside).hasSameTextualContentAs(Path.of("..", file));
            }
        }
    }
}
