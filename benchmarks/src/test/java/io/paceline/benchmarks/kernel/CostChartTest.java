package io.paceline.benchmarks.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostChartTest {
    private static final String ROW = """
            {"benchmark":"a.b.OnePlan.kernel","params":{"minutes":"%s","riders":"8","futures":"1","recovery":"%s"},
             "primaryMetric":{"scoreUnit":"us/op","scorePercentiles":{"0.0":%s}}}""";

    @TempDir
    Path folder;

    private Path draw(String minutes) throws IOException {
        Files.writeString(folder.resolve("minutes-jdk25.json"), minutes);
        Files.writeString(folder.resolve("riders-jdk25.json"), "[" + ROW.formatted("10", "ELITE", "2") + "]");
        Files.writeString(folder.resolve("futures-jdk25.json"), "[" + ROW.formatted("10", "ELITE", "2") + "]");
        Path svg = folder.resolve("chart.svg");
        CostChart.main(new String[] {folder.toString(), "25", svg.toString()});
        return svg;
    }

    @Test
    void drawsADotForEachRowAndALineForEachMethod() throws IOException {
        String minutes = "[" + ROW.formatted("10", "ELITE", "0.5") + "," + ROW.formatted("40", "ELITE", "0.6") + ","
                + ROW.formatted("40", "CONSERVATIVE", "0.4") + "]";
        String svg = Files.readString(draw(minutes));
        assertThat(svg.split("<circle", -1)).hasSize(1 + 3 + 1 + 1);
        assertThat(svg).contains(">kernel elite<").contains(">kernel<");
    }

    @Test
    void refusesFilesThatHaveNothingToDraw() {
        assertThatThrownBy(() -> draw("[]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("chart: " + folder.resolve("minutes-jdk25.json") + " has no rows. Measure first.");
        assertThatThrownBy(() -> draw("[{\"benchmark\":\"a.b\"}]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1 has no parameter minutes or no least time");
    }
}
