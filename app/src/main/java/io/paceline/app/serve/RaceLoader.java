package io.paceline.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.marschall.memoryfilesystem.MemoryFileSystemBuilder;
import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.InputFile;
import io.paceline.app.scenario.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers the files of a race in memory: from a disk, once, or from what a page sent. */
final class RaceLoader {
    private static final int MOST_FILES = 20;

    private RaceLoader() {}

    /** The texts of a race as {@code GET /api/race} gives it, by name. */
    static Map<String, String> texts(JsonNode json) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> file : json.path("files").properties()) {
            texts.put(file.getKey(), file.getValue().asText());
        }
        return texts;
    }

    /**
     * A race from a disk: the scenario and the files that it names are read now, and never again.
     *
     * @throws InputException if the scenario or one of its files has a fault
     */
    static Race ofDisk(Path scenario) {
        ScenarioReader.read(scenario); // faults are told with the user's own paths
        try {
            FileSystem memory = MemoryFileSystemBuilder.newEmpty().build();
            ObjectNode tree = (ObjectNode) new YAMLMapper().readTree(Files.readString(scenario));
            Path riders =
                    scenario.resolveSibling(tree.path("chase").path("riders").asText());
            copyNamedFiles(tree, scenario, memory);
            return new Race(memory, question(tree, Files.readString(riders)), false);
        } catch (IOException e) {
            throw new InputException(scenario, 0, "cannot be read (" + e.getMessage() + ").");
        }
    }

    /**
     * A race from the texts of its files.
     *
     * @param files by name: {@code scenario.yaml} and whatever it names
     * @throws BadRequest if there is no scenario, or a name is not a plain one
     * @throws InputException if the scenario or one of its files has a fault
     */
    static Race ofTexts(Map<String, String> files) {
        String scenario = files.keySet().stream()
                .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml") || name.equals(Race.SCENARIO))
                .findFirst()
                .orElseThrow(() -> new BadRequest("files has no scenario. Add scenario.yaml."));
        if (files.size() > MOST_FILES) {
            throw new BadRequest("files holds " + files.size() + ". At most " + MOST_FILES + " belong to a race.");
        }
        try {
            FileSystem memory = MemoryFileSystemBuilder.newEmpty().build();
            for (Map.Entry<String, String> file : files.entrySet()) {
                if (!file.getKey().matches("[A-Za-z0-9][A-Za-z0-9._ -]{0,99}")) {
                    throw new BadRequest(
                            "files: a name is not plain. Use letters, digits, dots and dashes, no folders.");
                }
                Files.writeString(memory.getPath(file.getKey()), file.getValue());
            }
            ScenarioReader.read(memory.getPath(scenario));
            ObjectNode tree = (ObjectNode) new YAMLMapper().readTree(files.get(scenario));
            String riders = files.get(tree.path("chase").path("riders").asText());
            return new Race(memory, question(tree, String.valueOf(riders)), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyNamedFiles(JsonNode node, Path scenario, FileSystem memory) throws IOException {
        if (node instanceof ObjectNode group) {
            for (Map.Entry<String, JsonNode> entry : group.properties()) {
                JsonNode value = entry.getValue();
                Path named =
                        value.isTextual() && isPath(value.asText()) ? scenario.resolveSibling(value.asText()) : null;
                if (named != null && Files.isRegularFile(named)) {
                    String plain = named.getFileName().toString();
                    Files.writeString(memory.getPath(plain), InputFile.text(named));
                    entry.setValue(group.textNode(plain));
                } else {
                    copyNamedFiles(value, scenario, memory);
                }
            }
        }
    }

    private static boolean isPath(String text) {
        return text.matches(".*\\.(csv|gpx|gz)");
    }

    private static Question question(ObjectNode tree, String ridersCsv) throws IOException {
        ((ObjectNode) tree.get("chase")).put("riders", Race.RIDERS);
        return new Question(tree, RidersCsv.rows(ridersCsv));
    }
}
