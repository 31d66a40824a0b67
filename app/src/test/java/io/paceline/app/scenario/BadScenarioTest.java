package io.paceline.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paceline.app.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each fault of a scenario or a roster has one message; the tables hold what is replaced by what, and the message. */
class BadScenarioTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvFileSource(resources = "/io/paceline/app/bad_scenarios.txt", delimiter = '|', maxCharsPerColumn = 2_000)
    void saysWhatIsWrongInTheScenario(String good, String bad, String message) throws IOException {
        Path file = Inputs.write(folder);
        Files.writeString(file, spoiled(Inputs.SCENARIO, good, bad));

        assertThatThrownBy(() -> ScenarioReader.read(file))
                .isInstanceOf(InputException.class)
                .hasMessage(placed(message));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvFileSource(resources = "/io/paceline/app/bad_riders.txt", delimiter = '|', maxCharsPerColumn = 2_000)
    void saysWhatIsWrongWithTheRiders(String good, String bad, String message) throws IOException {
        Path file = Inputs.write(folder);
        Files.writeString(folder.resolve("riders.csv"), spoiled(Inputs.RIDERS, good, bad));

        assertThatThrownBy(() -> ScenarioReader.read(file))
                .isInstanceOf(InputException.class)
                .hasMessage(placed(message));
    }

    @Test
    void theGoodFilesAreGood() throws IOException {
        Scenario scenario = ScenarioReader.read(Inputs.write(folder));

        assertThat(scenario.name()).isEqualTo("Test chase");
        assertThat(scenario.goal()).isEqualTo(new Goal(18, 15, 3));
        assertThat(scenario.chase().team().size()).isEqualTo(4);
        // 78 kg and a bicycle of 8 kg
        assertThat(scenario.chase().team().riders().get(0).massKg()).isEqualTo(86);
    }

    @Test
    void refusesMoreRidersThanALineHolds() throws IOException {
        Path file = Inputs.write(folder);
        StringBuilder ids = new StringBuilder("w0");
        StringBuilder rows = new StringBuilder(Inputs.RIDERS);
        for (int i = 0; i < 21; i++) {
            ids.append(i == 0 ? "" : ", w" + i);
            rows.append("w").append(i).append(",,,,70,400,20000,,0.3,,\n");
        }
        Files.writeString(folder.resolve("riders.csv"), rows);
        Files.writeString(file, spoiled(Inputs.SCENARIO, "[TT1, ROU1, DOM1]", "[" + ids + "]"));

        assertThatThrownBy(() -> ScenarioReader.read(file))
                .hasMessage(
                        file + ":14: chase.workers and protected name 22 riders. At most 20 chase in one line: leave "
                                + "some out.");
    }

    /** In the tables, {@code ~} stands for a line end. */
    private static String spoiled(String good, String from, String to) {
        String text = good.replace(from.replace('~', '\n'), to == null ? "" : to.replace('~', '\n'));
        assertThat(text).as("the good file holds " + from).isNotEqualTo(good);
        return text;
    }

    private String placed(String message) {
        return folder + "/" + message;
    }
}
