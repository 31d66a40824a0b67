package io.paceline.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTableTest {
    private static final String[] COLUMNS = {"id", "mass_kg"};

    @TempDir
    private Path folder;

    @Test
    void knowsTheLineOfEachRowAmongCommentsAndBlankLines() throws IOException {
        Path file = write(
                "\uFEFF# made by hand\r\nid,mass_kg\r\n\r\nA,70\r\n# B is ill\r\n  \r\nC , 71 \r\n,\r\n\"D, E\",72");

        assertThat(CsvTable.read(file, COLUMNS, new String[0]).rows())
                .extracting(CsvTable.Row::line, row -> row.text("id"), row -> row.text("mass_kg"))
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(4, "A", "70"),
                        org.assertj.core.api.Assertions.tuple(7, "C", "71"),
                        org.assertj.core.api.Assertions.tuple(9, "D, E", "72"));
    }

    static Stream<Arguments> badFiles() {
        String columns = "The first line names the columns: id,mass_kg; each line after it is one row.";
        return Stream.of(
                Arguments.of("id,mass_kg\n", ": has no row. " + columns),
                Arguments.of("\n\n", ": has no row and no header. " + columns),
                Arguments.of(
                        "id;mass_kg\nA;70,5\n",
                        ":1: the columns are not separated by commas. Save it as CSV with commas and decimal points."),
                Arguments.of(
                        "id,mass_kg\nA,70,5\n",
                        ":2: has 3 values for 2 columns. Leave a value empty between two commas; "
                                + "write decimals with a point."),
                Arguments.of("id,mass_kg,\nA,70,\n", ":1: column (without a name) is not known. Known: id,mass_kg."),
                Arguments.of("A,70\n", ":1: column A is not known. Known: id,mass_kg."));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void saysWhatIsWrong(String text, String message) throws IOException {
        Path file = write(text);

        assertThatThrownBy(() -> CsvTable.read(file, COLUMNS, new String[0])).hasMessage(file + message);
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        Path file = Files.write(folder.resolve("r.csv"), "id,mass_kg\nJosé,70\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> CsvTable.read(file, COLUMNS, new String[0]))
                .hasMessage(file + ": is not a UTF-8 text. Save it as UTF-8, such as CSV UTF-8.");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("r.csv"), text);
    }
}
