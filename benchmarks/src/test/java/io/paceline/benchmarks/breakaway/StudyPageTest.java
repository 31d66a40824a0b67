package io.paceline.benchmarks.breakaway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StudyPageTest {
    private static final Path PAGE = Path.of("..", "docs", "study-breakaways.md");

    @Test
    void thePageHoldsWhatTheProgramComputesNow() throws Exception {
        // one row: the whole page takes half a minute
        assertThat(Files.readString(PAGE))
                .contains(StudyPage.terrainRow(Terrain.FLAT))
                .doesNotContain("{{");
    }
}
