package io.paceline.app.scenario;

import io.paceline.chase.Bunch;
import io.paceline.chase.Chase;
import io.paceline.chase.Line;
import io.paceline.drafting.DragTable;
import io.paceline.drafting.DragTables;
import io.paceline.drafting.Shelter;
import io.paceline.rider.Freshness;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the group that chases and how it rides. */
final class ChaseReader {
    private static final Limit BICYCLE = Limit.of(5, 20, "kg", "A road race bicycle has 7 to 9, with bottles.");
    private static final Limit WHEEL_GAP = Limit.of(0.05, 5, "m", "Maybe it is in centimetres: divide by 100.");
    private static final Limit RESERVE = Limit.of(0, 100, "%", "");
    private static final Limit BUNCH_SPEED = Limit.of(18, 72, "km/h", "Maybe it is in m/s: multiply by 3.6.");
    private static final Limit TOP_SPEED = Limit.of(36, 144, "km/h", "Maybe it is in m/s: multiply by 3.6.");
    private static final Limit SHELTER = Limit.of(0, 1, "", "0.25 is usual, 0 switches it off.");
    private static final Limit CP_FACTOR = Limit.of(0.5, 1.1, "", "Maybe it is in percent: divide by 100.");
    private static final Limit W_PRIME_FACTOR = Limit.of(0.1, 1.1, "", "Maybe it is in percent: divide by 100.");
    /** Estimate: 6.8 kg is the least that is allowed, bottles and computer come on top. */
    static final double DEFAULT_BICYCLE_KG = 8;

    private static final double DEFAULT_BUNCH_SPEED_KMH = 43;

    private final Path file;
    private final Fields fields;
    private final boolean fastest;
    private final Roster roster;
    private final CrosswindReader crosswind;

    /** @param fastest whether it is no chase but a ride against time: fresh, and down to the last joule, unless the file says otherwise */
    ChaseReader(Path file, Fields root, boolean fastest) {
        this.file = file;
        this.fastest = fastest;
        crosswind = new CrosswindReader(root);
        fields = root.group(
                "chase",
                "riders",
                "workers",
                "protected",
                "bike_kg",
                "wheel_gap_m",
                "recovery",
                "freshness",
                "reserve_pct",
                "bunch_speed_kmh",
                "drag_table",
                "shelter_exponent",
                "top_speed_kmh");
        roster = Roster.read(fields.file("riders", "the path of a CSV file of riders"));
    }

    Roster roster() {
        return roster;
    }

    Map<String, String> names() {
        return roster.names();
    }

    /** Riders of the file who are named nowhere, as they stand there. */
    List<Rider> bench(Team team) {
        double bicycleKg = bicycleKg();
        Set<String> named = team.riders().stream().map(Rider::id).collect(Collectors.toSet());
        return roster.ids().stream()
                .filter(id -> !named.contains(id))
                .map(id -> roster.rider(id, bicycleKg))
                .toList();
    }

    /** Workers first, then protected riders, each as listed. */
    Team team() {
        double bicycleKg = bicycleKg();
        Map<String, Integer> workers = fields.words("workers", "ids of riders");
        Map<String, Integer> sheltered = fields.words("protected", "ids of riders");
        if (workers.isEmpty()) {
            throw fields.fault(
                    "workers",
                    (fields.has("workers") ? "is empty" : "is missing")
                            + ": nobody would ride. Name at least one rider who pulls, such as [TT1].");
        }
        sheltered.forEach((id, line) -> {
            if (workers.containsKey(id)) {
                throw new InputException(
                        file,
                        line,
                        fields.name("protected") + ": rider " + id
                                + " is a worker too. A protected rider never pulls: keep him in one list.");
            }
        });
        int size = workers.size() + sheltered.size();
        if (size > Team.MAX_RIDERS) {
            throw fields.fault(
                    "workers",
                    "and protected name " + size + " riders. At most " + Team.MAX_RIDERS
                            + " chase in one line: leave some out.");
        }
        List<Rider> riders = new ArrayList<>();
        addRiders(riders, "workers", workers, bicycleKg);
        addRiders(riders, "protected", sheltered, bicycleKg);
        return new Team(riders, Set.copyOf(sheltered.keySet()));
    }

    private void addRiders(List<Rider> riders, String key, Map<String, Integer> ids, double bicycleKg) {
        ids.forEach((id, line) -> {
            if (!roster.has(id)) {
                throw new InputException(
                        file,
                        line,
                        fields.name(key) + ": rider " + id + " is not in the riders' file." + roster.nearest(id));
            }
            riders.add(roster.rider(id, bicycleKg));
        });
    }

    Chase.Builder settings(Chase.Builder builder, Team team) {
        return builder.freshness(freshness())
                .spentJ(team.riders().stream()
                        .map(rider -> roster.spentJ(rider.id()))
                        .toList())
                .recovery(RecoveryModel.valueOf(fields.choice("recovery", "conservative", "conservative", "elite")
                        .toUpperCase(Locale.ROOT)))
                .reserveFraction(
                        fields.number("reserve_pct", RESERVE, fastest ? 0 : Chase.DEFAULT_RESERVE_FRACTION * 100) / 100)
                .line(line())
                .bunch(new Bunch(bunchSpeedMPerS()))
                .topSpeedMPerS(topSpeedMPerS());
    }

    /** What the bunch does on a level road in still air. */
    double bunchSpeedMPerS() {
        return fields.number("bunch_speed_kmh", BUNCH_SPEED, DEFAULT_BUNCH_SPEED_KMH) / 3.6;
    }

    double topSpeedMPerS() {
        return fields.has("top_speed_kmh")
                ? fields.number("top_speed_kmh", TOP_SPEED) / 3.6
                : Chase.DEFAULT_TOP_SPEED_M_PER_S;
    }

    Line line() {
        double gapM = fields.number("wheel_gap_m", WHEEL_GAP, Chase.DEFAULT_WHEEL_GAP_M);
        DragTable table = dragTable();
        try {
            table.dragFraction(1, 1, gapM);
        } catch (IllegalArgumentException e) {
            throw fields.fault("wheel_gap_m", "does not fit the drag table: " + e.getMessage());
        }
        return new Line(gapM, table, new Shelter(fields.number("shelter_exponent", SHELTER, 0.25)))
                .withCrosswind(crosswind.crosswind());
    }

    private DragTable dragTable() {
        String name = fields.has("drag_table")
                ? fields.text("drag_table", "blocken, field or the path of a CSV file")
                : "blocken";
        if (name.equals("blocken")) {
            return DragTables.blocken2018();
        }
        if (name.equals("field")) {
            return DragTables.field();
        }
        if (!name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            throw fields.fault(
                    "drag_table", "= " + name + " is not known. Choose blocken, field or the path of a CSV file.");
        }
        return DragFile.read(fields.file("drag_table", "the path of a CSV file"));
    }

    private Freshness freshness() {
        Freshness usual = fastest ? new Freshness(1, 1) : Freshness.LAST_HOUR;
        Optional<Fields> found = fields.optionalGroup("freshness", "cp", "w_prime");
        return found.map(given -> freshness(given, usual)).orElse(usual);
    }

    /** Freshness as a group of keys gives it. */
    static Freshness freshness(Fields given, Freshness usual) {
        return new Freshness(
                given.number("cp", CP_FACTOR, usual.criticalPowerFactor()),
                given.number("w_prime", W_PRIME_FACTOR, usual.wPrimeFactor()));
    }

    double bicycleKg() {
        return fields.number("bike_kg", BICYCLE, DEFAULT_BICYCLE_KG);
    }
}
