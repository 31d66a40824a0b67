package io.paceline.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    private Path folder;

    private String[] names() {
        return folder.toFile().list();
    }

    @Test
    void checkingWritesNothing() {
        OutputFolder.checked(folder.resolve("cards"));

        assertThat(names()).isEmpty();
    }

    @Test
    void refusesWhatIsThereAlreadyAndWhatCannotBe() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("mine.txt"), "x");
        Path lost = folder.resolve("no/cards");

        assertThatThrownBy(() -> OutputFolder.checked(file)).hasMessage(file + ": is a file. Name a new folder.");
        assertThatThrownBy(() -> OutputFolder.checked(full))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(full + ": is not empty. Name a new folder, or empty this one.");
        assertThatThrownBy(() -> OutputFolder.checked(lost))
                .hasMessage(lost + ": the folder that it would be in does not exist. Make it first.");
    }

    @Test
    void writesAllFilesIntoANewOrAnEmptyFolder() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        OutputFolder.checked(empty).write(Map.of("a.txt", "1", "b.txt", "é"));
        OutputFolder.checked(folder.resolve("new")).write(Map.of("a.txt", "2"));

        assertThat(empty.resolve("a.txt")).hasContent("1");
        assertThat(empty.resolve("b.txt")).hasContent("é");
        assertThat(folder.resolve("new/a.txt")).hasContent("2");
        assertThat(names()).containsExactlyInAnyOrder("empty", "new");
    }

    @Test
    void leavesAFolderThatFilledMeanwhile() throws IOException {
        Path target = folder.resolve("cards");
        OutputFolder output = OutputFolder.checked(target);
        Files.createDirectory(target);
        Files.writeString(target.resolve("mine.txt"), "x");

        assertThatThrownBy(() -> output.write(Map.of("a.txt", "1")))
                .isInstanceOf(OutputException.class)
                .hasMessageStartingWith(target + ": cannot be written (");
        assertThat(target.toFile().list()).containsExactly("mine.txt");
        assertThat(names()).containsExactly("cards");
    }

    @Test
    void leavesNothingBehindWhenAFileCannotBeWritten() {
        OutputFolder output = OutputFolder.checked(folder.resolve("cards"));

        assertThatThrownBy(() -> output.write(Map.of("no/such.txt", "1"))).isInstanceOf(OutputException.class);
        assertThat(names()).isEmpty();
    }
}
