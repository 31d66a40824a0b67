package io.paceline.benchmarks.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark of the kernel runs once, and its check against the reference passes. Says nothing about speed. */
class BenchmarkSmokeTest {
    private static final String PACKAGE = "io.paceline.benchmarks.kernel.";

    @Test
    void everyBenchmarkRunsAndItsCheckPasses() throws RunnerException, IOException {
        System.setProperty("jmh.ignoreLock", "true");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(Pattern.quote(PACKAGE))
                        .forks(0)
                        .mode(Mode.SingleShotTime)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementBatchSize(1)
                        .param("riders", "4")
                        .param("minutes", "10")
                        .param("stretches", "10")
                        .param("futures", "5")
                        .param("kernel", "scalar")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();

        TreeSet<String> ran = new TreeSet<>();
        for (RunResult result : results) {
            ran.add(result.getParams().getBenchmark());
            assertThat(result.getPrimaryResult().getScore()).isPositive().isFinite();
        }
        assertThat(ran).isEqualTo(listed());
    }

    /** What the annotation processor found. */
    private static TreeSet<String> listed() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (var list = BenchmarkSmokeTest.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            // JMH S 50 user's class S 83 generated class S 10 method ...
            for (String line : text.lines().toList()) {
                String[] words = line.split(" ");
                if (words[3].startsWith(PACKAGE)) {
                    names.add(words[3] + "." + words[9]);
                }
            }
        }
        assertThat(names).hasSizeGreaterThan(10);
        return names;
    }
}
