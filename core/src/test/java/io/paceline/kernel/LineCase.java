package io.paceline.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.chase.Line;
import io.paceline.drafting.DragTables;
import io.paceline.drafting.Shelter;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Freshness;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A worked line of {@code line_cases.json}: computed from the model's definition by an independent program. */
public record LineCase(String name, Chase chase, RotationPlan plan, JsonNode expected) {

    static List<LineCase> all() {
        return StreamSupport.stream(document().get("lines").spliterator(), false)
                .map(LineCase::read)
                .toList();
    }

    static JsonNode document() {
        try (InputStream in = LineCase.class.getResourceAsStream("line_cases.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Stretch> road(JsonNode node, double crr) {
        List<Stretch> road = new ArrayList<>();
        for (JsonNode s : node) {
            road.add(new Stretch(
                    s.get("length_m").asDouble(),
                    s.get("grade").asDouble(),
                    0,
                    s.get("headwind_mps").asDouble(),
                    crr));
        }
        return road;
    }

    private static LineCase read(JsonNode node) {
        List<Rider> riders = new ArrayList<>();
        for (JsonNode r : node.get("riders")) {
            riders.add(new Rider(
                    r.get("id").asText(),
                    r.get("system_mass_kg").asDouble(),
                    r.get("drag_area_m2").asDouble(),
                    r.get("cp_w").asDouble(),
                    r.get("w_prime_j").asDouble()));
        }
        List<Stretch> stretches = road(node.get("road"), node.get("crr").asDouble());
        List<Double> efforts = new ArrayList<>();
        node.get("road").forEach(s -> efforts.add(s.get("effort").asDouble()));
        Road road = Road.of(stretches, IntStream.range(0, stretches.size()).toArray());
        Chase chase = Chase.builder(
                        new Team(riders, Set.of()),
                        road,
                        new Air(node.get("rho_kg_per_m3").asDouble()),
                        new Deadline(node.get("target_time_s").asDouble()))
                .freshness(Freshness.FRESH)
                .recovery(RecoveryModel.valueOf(node.get("recovery").asText().toUpperCase(Locale.ROOT)))
                .line(new Line(
                        node.get("wheel_gap_m").asDouble(),
                        DragTables.blocken2018(),
                        new Shelter(node.get("shelter_exponent").asDouble())))
                .build();
        List<Pull> pulls = new ArrayList<>();
        for (int i = 0; i < node.get("workers").size(); i++) {
            String id = node.get("workers").get(i).asText();
            pulls.add(new Pull(
                    id,
                    node.get("pulls_s").get(i).asDouble(),
                    node.get("burned_after_turns").path(id).asInt(0)));
        }
        List<String> sitsOn = new ArrayList<>();
        node.get("sits_on").forEach(id -> sitsOn.add(id.asText()));
        return new LineCase(
                node.get("name").asText(), chase, new RotationPlan(pulls, sitsOn, efforts), node.get("expected"));
    }

    @Override
    public String toString() {
        return name;
    }

    /** A break that reaches the catch point at a given time, with no gap: the chase has just that long. */
    public record Deadline(double timeS) implements Breakaway {
        @Override
        public double gapS() {
            return 0;
        }

        @Override
        public double[] timesS(List<Stretch> road) {
            double[] times = new double[road.size()];
            for (int i = 0; i < times.length; i++) {
                times[i] = timeS * (i + 1) / times.length;
            }
            return times;
        }
    }
}
