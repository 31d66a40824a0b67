package io.paceline.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder;

    @Test
    void checkingWritesNothing() throws IOException {
        OutputFile.checked(folder.resolve("a.json"));

        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void refusesFoldersAndMissingOnes() {
        assertThatThrownBy(() -> OutputFile.checked(folder)).hasMessage(folder + ": is a folder. Name a file in it.");
        Path lost = folder.resolve("no/a.json");
        assertThatThrownBy(() -> OutputFile.checked(lost))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(lost + ": its folder does not exist. Make it first.");
        assertThatThrownBy(() -> OutputFile.checked(Path.of("/dev/null")))
                .hasMessage("/dev/null: is not a regular file, so it cannot be replaced. Name another.");
    }

    @Test
    void replacesWhatALinkPointsTo() throws IOException {
        Path real = Files.writeString(folder.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);
        OutputFile.checked(link).write("new");

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new");
    }

    @Test
    void leavesTheOldFileIfTheFolderIsGone() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        OutputFile file = OutputFile.checked(inner.resolve("a.json"));
        Files.delete(inner);

        assertThatThrownBy(() -> file.write("x"))
                .isInstanceOf(OutputException.class)
                .hasMessageStartingWith(inner.resolve("a.json") + ": cannot be written (");
    }
}
