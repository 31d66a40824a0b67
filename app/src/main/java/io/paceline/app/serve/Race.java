package io.paceline.app.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.paceline.app.report.html.SourceText;
import io.paceline.app.scenario.CourseTrack;
import io.paceline.app.scenario.GpxCourse;
import io.paceline.app.scenario.InputException;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The files of one race, in memory, and the question that they ask. Courses are read once. Thread-safe. */
final class Race implements AutoCloseable {
    static final String SCENARIO = "scenario.json";
    static final String RIDERS = "riders.csv";
    private static final String PLAN = "plan.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileSystem memory;
    private final Map<String, Course> courses = new ConcurrentHashMap<>();
    private final Question question;
    private final boolean loaded;
    private boolean closed;

    /**
     * The race of these files.
     *
     * @param loaded whether they came in texts
     */
    Race(FileSystem memory, Question question, boolean loaded) {
        this.memory = memory;
        this.question = question;
        this.loaded = loaded;
    }

    /** Whether it came in texts: there are no files of it on a disk. */
    boolean isLoaded() {
        return loaded;
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
            write(RIDERS, RidersCsv.text(asked.riders()));
            return ScenarioReader.read(file(SCENARIO), this::course);
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
        return PlanReader.read(file(PLAN), scenario);
    }

    /** The track of the course that a question names; none where it names none. */
    synchronized CourseTrack track(Question asked) {
        JsonNode gpx = asked.scenario().at("/course/gpx");
        return gpx.isTextual() ? GpxCourse.track(file(gpx.textValue())) : CourseTrack.NONE;
    }

    private Course course(Path file) {
        return courses.computeIfAbsent(file.toString(), name -> GpxCourse.read(file));
    }

    private Path file(String name) {
        if (closed) {
            throw new BadRequest(409, "another race was loaded meanwhile. Try again.");
        }
        return memory.getPath(name);
    }

    private void write(String name, String text) {
        try {
            Files.writeString(file(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files with a question of now, as {@link RaceLoader#ofTexts} takes them. */
    synchronized ObjectNode files(Question asked) {
        ObjectNode texts = JSON.createObjectNode();
        try (Stream<Path> names = Files.list(file("/"))) {
            for (Path file : names.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(PLAN) && !name.equals(SCENARIO) && !name.endsWith(".yaml")) {
                    texts.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
            texts.put("scenario.yaml", new YAMLMapper().writeValueAsString(asked.scenario()));
            texts.put(RIDERS, RidersCsv.text(asked.riders()));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts behind a plan for a question, the scenario first. */
    synchronized List<SourceText> sources(Question asked) {
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
    public synchronized void close() {
        closed = true;
        try {
            memory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
