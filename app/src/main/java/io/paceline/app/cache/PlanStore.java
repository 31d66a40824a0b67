package io.paceline.app.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paceline.optimizer.launch.PlanMemory;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The plans of one problem: read when opened, written by {@link #save}. A file that is broken counts as none. */
public final class PlanStore implements PlanMemory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Path> file;
    private final Map<String, RotationPlan> plans;
    private boolean changed;

    private PlanStore(Optional<Path> file, Map<String, RotationPlan> plans) {
        this.file = file;
        this.plans = plans;
    }

    /**
     * The plans kept for a problem.
     *
     * @param contentKey equal for equal problems; letters, digits, points and hyphens
     */
    public static PlanStore open(String contentKey) {
        Optional<Path> file = CacheFolder.find().map(folder -> folder.resolve(contentKey + ".json"));
        return new PlanStore(file, file.map(PlanStore::read).orElseGet(TreeMap::new));
    }

    /** Whether nothing is kept yet. */
    public boolean isEmpty() {
        return plans.isEmpty();
    }

    @Override
    public Optional<RotationPlan> recall(String key) {
        return Optional.ofNullable(plans.get(key));
    }

    @Override
    public void keep(String key, RotationPlan plan) {
        changed |= !plan.equals(plans.put(key, plan));
    }

    /**
     * Writes what is new, whole or not at all.
     *
     * @param warning told why, if the folder does not take it: answers are right without it
     */
    public void save(Consumer<String> warning) {
        if (file.isEmpty() || !changed) {
            return;
        }
        Path target = file.get();
        try {
            Path folder = Files.createDirectories(target.toAbsolutePath().resolveSibling(""));
            Path temporary = Files.createTempFile(folder, ".plans", ".tmp");
            try {
                Files.writeString(temporary, JSON.writeValueAsString(document()), StandardCharsets.UTF_8);
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            changed = false;
        } catch (IOException e) {
            warning.accept("paceline: plans could not be kept (" + e
                    + "), so the next run searches again. PACELINE_CACHE" + " names another folder, or is off.");
        }
    }

    private ObjectNode document() {
        ObjectNode document = JSON.createObjectNode();
        plans.forEach((key, plan) -> {
            ObjectNode node = document.putObject(key);
            ArrayNode pulls = node.putArray("pulls");
            for (Pull pull : plan.pulls()) {
                pulls.addObject()
                        .put("rider", pull.riderId())
                        .put("seconds", pull.seconds())
                        .put("burnedAfterTurns", pull.burnedAfterTurns());
            }
            plan.sitsOn().forEach(node.putArray("sitsOn")::add);
            plan.sectorEfforts().forEach(node.putArray("efforts")::add);
        });
        return document;
    }

    private static Map<String, RotationPlan> read(Path file) {
        Map<String, RotationPlan> plans = new TreeMap<>();
        if (!Files.isRegularFile(file)) {
            return plans;
        }
        try {
            JSON.readTree(file.toFile())
                    .properties()
                    .forEach(entry -> plans.put(entry.getKey(), plan(entry.getValue())));
            return plans;
        } catch (IOException | IllegalArgumentException e) {
            // what a crash or an editor left there: the problem is solved again and the file replaced
            return new TreeMap<>();
        }
    }

    private static RotationPlan plan(JsonNode node) {
        List<Pull> pulls = new ArrayList<>();
        node.path("pulls")
                .forEach(pull -> pulls.add(new Pull(
                        pull.path("rider").asText(),
                        pull.path("seconds").asDouble(),
                        pull.path("burnedAfterTurns").asInt())));
        List<String> sitsOn = new ArrayList<>();
        node.path("sitsOn").forEach(id -> sitsOn.add(id.asText()));
        List<Double> efforts = new ArrayList<>();
        node.path("efforts").forEach(effort -> efforts.add(effort.asDouble()));
        return new RotationPlan(pulls, sitsOn, efforts);
    }
}
