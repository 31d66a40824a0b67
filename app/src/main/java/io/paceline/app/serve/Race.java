package io.paceline.app.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.marschall.memoryfilesystem.MemoryFileSystemBuilder;
import io.paceline.app.report.html.SourceText;
import io.paceline.app.scenario.CourseTrack;
import io.paceline.app.scenario.GpxCourse;
import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.InputFile;
import io.paceline.app.scenario.PlanReader;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.scenario.ScenarioReader;
import io.paceline.plan.RotationPlan;
import io.paceline.road.Course;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The files of one race, in memory, and the question that they ask. Courses are read once. Thread-safe. */
final class Race implements AutoCloseable {
    private static final String SCENARIO = "scenario.json";
    private static final String RIDERS = "riders.csv";
    private static final String PLAN = "plan.json";
    private static final int MOST_FILES = 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.ALLOW_COMMENTS)
            .build();

    private final FileSystem memory;
    private final Map<String, Course> courses = new ConcurrentHashMap<>();
    private final Question question;
    private final boolean loaded;

    private Race(FileSystem memory, Question question, boolean loaded) {
        this.memory = memory;
        this.question = question;
        this.loaded = loaded;
    }

    /** Whether it came in texts: there are no files of it on a disk. */
    boolean isLoaded() {
        return loaded;
    }

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
                .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml") || name.equals(SCENARIO))
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
        ((ObjectNode) tree.get("chase")).put("riders", RIDERS);
        ArrayNode riders = JSON.createArrayNode();
        try (MappingIterator<JsonNode> rows = CSV.readerFor(JsonNode.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(ridersCsv)) {
            rows.forEachRemaining(riders::add);
        }
        return new Question(tree, riders);
    }

    /** The question as the files ask it. */
    Question question() {
        return question.copy();
    }

    /**
     * Reads and checks a question that may differ from the files' own.
     *
     * @throws InputException if it has a fault
     */
    synchronized Scenario read(Question asked) {
        try {
            ObjectNode tree = asked.scenario().deepCopy();
            if (tree.get("chase") instanceof ObjectNode chase) {
                chase.put("riders", RIDERS);
            }
            write(SCENARIO, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
            write(RIDERS, csv(asked.riders()));
            return ScenarioReader.read(memory.getPath(SCENARIO), this::course);
        } catch (JsonProcessingException e) {
            throw new BadRequest("the question cannot be written as a scenario: " + e.getOriginalMessage());
        }
    }

    /**
     * Reads a plan by hand.
     *
     * @throws InputException if it does not fit the scenario
     */
    synchronized RotationPlan plan(JsonNode plan, Scenario scenario) {
        write(PLAN, plan.toPrettyString());
        return PlanReader.read(memory.getPath(PLAN), scenario);
    }

    /** The track of the course that a question names; none where it names none. */
    CourseTrack track(Question asked) {
        JsonNode gpx = asked.scenario().at("/course/gpx");
        return gpx.isTextual() ? GpxCourse.track(memory.getPath(gpx.textValue())) : CourseTrack.NONE;
    }

    private Course course(Path file) {
        return courses.computeIfAbsent(file.toString(), name -> GpxCourse.read(file));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(memory.getPath(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String csv(ArrayNode riders) throws JsonProcessingException {
        Set<String> columns = new LinkedHashSet<>();
        riders.forEach(rider -> rider.fieldNames().forEachRemaining(columns::add));
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        columns.forEach(schema::addColumn);
        return CSV.writer(schema.build()).writeValueAsString(riders);
    }

    /** The files with a question of now, as {@link #ofTexts} takes them. */
    ObjectNode files(Question asked) {
        ObjectNode texts = JSON.createObjectNode();
        try (Stream<Path> names = Files.list(memory.getPath("/"))) {
            for (Path file : names.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(PLAN) && !name.equals(SCENARIO) && !name.endsWith(".yaml")) {
                    texts.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
            texts.put("scenario.yaml", new YAMLMapper().writeValueAsString(asked.scenario()));
            texts.put(RIDERS, csv(asked.riders()));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts behind a plan for a question, the scenario first. */
    List<SourceText> sources(Question asked) {
        ObjectNode texts = files(asked);
        List<SourceText> sources = new ArrayList<>();
        sources.add(new SourceText("scenario.yaml", texts.path("scenario.yaml").asText()));
        for (Map.Entry<String, JsonNode> file : texts.properties()) {
            if (file.getKey().endsWith(".csv")) {
                sources.add(new SourceText(file.getKey(), file.getValue().asText()));
            }
        }
        return sources;
    }

    @Override
    public void close() {
        try {
            memory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
