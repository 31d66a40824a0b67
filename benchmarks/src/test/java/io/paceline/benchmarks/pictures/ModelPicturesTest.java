package io.paceline.benchmarks.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pictures in docs are those of the model as it is: after a change, draw them again. */
class ModelPicturesTest {
    @Test
    void thePageShowsThePicturesOfTheModel() throws IOException {
        Path inModule = Path.of("..", "docs");
        Path docs = Files.isDirectory(inModule) ? inModule : Path.of("docs");
        String page = Files.readString(docs.resolve("model.md"));
        Map<String, String> pictures = ModelPictures.all();
        assertThat(pictures).hasSize(6);
        for (Map.Entry<String, String> picture : pictures.entrySet()) {
            assertThat(docs.resolve(picture.getKey()))
                    .as("draw it with io.paceline.benchmarks.pictures.ModelPictures docs")
                    .hasContent(picture.getValue());
            assertThat(page).contains("(" + picture.getKey() + ")");
        }
    }
}
