package io.paceline.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.app.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DragFileTest {
    private static final String TABLE = """
            gap_m,n_riders,position,drag_fraction
            0.1,1,1,1
            0.1,2,1,0.98
            0.1,2,2,0.6
            1.1,1,1,1
            1.1,2,1,0.99
            1.1,2,2,0.7
            """;

    @TempDir
    private Path folder;

    @Test
    void aScenarioRidesOnATableOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("drag.csv"), TABLE);
        Path file = Inputs.write(folder);
        Files.writeString(file, Inputs.SCENARIO.replace("chase:\n", "chase:\n  drag_table: drag.csv\n"));

        // halfway from 0.6 at 0.1 m to 0.7 at 1.1 m is 0.64 at 0.5 m
        assertThat(ScenarioReader.read(file).chase().line().dragTable().dragFraction(2, 2, 0.5))
                .isCloseTo(0.64, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.1,2,2,0.7|1.1,2,1,0.7|:7: gap_m 1.1, n_riders 2, position 1 is there twice. Keep one.",
                "1.1,2,2,0.7|1.1,2,3,0.7|:7: position = 3 is outside [1, 2]. Place 1 is the front.",
                "0.1,2,2,0.6|0.1,2,2,60|:4: drag_fraction = 60 is outside [0.02, 1.2]. It is drag in the line over drag alone. Maybe it is in percent: divide by 100.",
                "0.1,1,1,1|# gone|': gap_m 0.1, n_riders 1 has 0 positions. A line of 1 needs positions 1 to 1.'",
            })
    void saysWhatIsWrong(String good, String bad, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("drag.csv"), TABLE.replace("\n" + good, "\n" + bad));

        assertThatThrownBy(() -> DragFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + message);
    }
}
