package io.paceline.app.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file behind an answer, as it is.
 *
 * @param name as the user or the scenario names it
 * @param text what is in it
 */
public record SourceText(String name, String text) {
    /** A longer file would make a report heavy; it is named, not shown, bytes. */
    private static final long LONGEST = 65_536;

    /**
     * A scenario and the tables that it names.
     *
     * @throws IllegalStateException if the scenario cannot be read any more
     */
    public static List<SourceText> of(Path scenario) {
        List<SourceText> sources = new ArrayList<>();
        sources.add(read(scenario, String.valueOf(scenario.getFileName())));
        addTables(sources, scenario, tree(sources.get(0).text()));
        return sources;
    }

    /** A path that a scenario names, such as at {@code /course/gpx}; none where there is nothing. */
    public Optional<Path> path(Path scenario, String pointer) {
        JsonNode name = tree(text).at(pointer);
        return name.isTextual() ? Optional.of(scenario.resolveSibling(name.textValue())) : Optional.empty();
    }

    /** What a text says; nothing where it is not YAML. */
    static JsonNode tree(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
    }

    private static void addTables(List<SourceText> sources, Path scenario, JsonNode node) {
        if (node.isTextual() && node.textValue().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            Path file = scenario.resolveSibling(node.textValue());
            if (Files.isRegularFile(file)) {
                sources.add(read(file, node.textValue()));
            }
        }
        node.forEach(child -> addTables(sources, scenario, child));
    }

    private static SourceText read(Path file, String name) {
        try {
            return Files.size(file) > LONGEST
                    ? new SourceText(name, "(too long to show)")
                    : new SourceText(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(file + ": cannot be read any more (" + e.getMessage() + ").", e);
        }
    }
}
