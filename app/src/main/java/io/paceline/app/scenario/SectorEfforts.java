package io.paceline.app.scenario;

import io.paceline.plan.RotationPlan;
import io.paceline.road.Road;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Reads the efforts of a plan, one for each sector, and checks that its sectors are those of the scenario's road. */
final class SectorEfforts {
    private static final Limit EFFORT = Limit.of(0, RotationPlan.MAX_EFFORT, "", "1 is even power.");
    private static final Limit KM_TO_GO = Limit.of(0, 500, "km", "");

    /** Half of the last digit that {@code paceline course} prints, and a little for rounding, km. */
    private static final double SAME_PLACE_KM = 0.051;

    private final Path file;
    private final Fields plan;
    /** Where sectors begin, and the last one ends, km to go. */
    private final List<Double> borderKm;

    private SectorEfforts(Path file, Fields plan, Scenario scenario) {
        this.file = file;
        this.plan = plan;
        this.borderKm = borders(scenario);
    }

    /**
     * The efforts; even ones where the plan has none.
     *
     * @throws InputException if they are not for this road
     */
    static List<Double> of(Path file, Fields plan, Scenario scenario) {
        return new SectorEfforts(file, plan, scenario).read();
    }

    private static List<Double> borders(Scenario scenario) {
        Road road = scenario.chase().road();
        double[] lengthM = new double[road.sectorCount()];
        for (int s = 0; s < road.stretches().size(); s++) {
            lengthM[road.sectorOf(s)] += road.stretches().get(s).lengthM();
        }
        List<Double> borders = new ArrayList<>(List.of(scenario.goal().launchKm()));
        for (double length : lengthM) {
            borders.add(borders.get(borders.size() - 1) - length / 1_000);
        }
        return borders;
    }

    private List<Double> read() {
        int sectors = borderKm.size() - 1;
        if (!plan.has("sectors")) {
            return Collections.nCopies(sectors, 1.0);
        }
        List<Node> items = plan.items("sectors", "efforts, or groups with effort");
        List<Double> efforts = new ArrayList<>();
        for (Node item : items) {
            efforts.add(effort(item, efforts.size()));
        }
        if (items.size() != sectors) {
            throw plan.fault(
                    "sectors",
                    "has " + items.size() + " entries, the scenario has " + sectors
                            + " sectors. `paceline course` lists them. Leave sectors out for even effort.");
        }
        return efforts;
    }

    private double effort(Node item, int sector) {
        String where = plan.name("sectors[" + (sector + 1) + "]");
        String scalar = item.scalar();
        if (scalar == null) {
            Fields fields = new Fields(file, where, item, "fromKmToGo", "toKmToGo", "effort", "speedKmh");
            checkPlace(fields, "fromKmToGo", sector);
            checkPlace(fields, "toKmToGo", sector + 1);
            return fields.number("effort", EFFORT);
        }
        try {
            return EFFORT.parse(where, scalar);
        } catch (IllegalArgumentException e) {
            throw new InputException(file, item.line(), String.valueOf(e.getMessage()));
        }
    }

    /** A plan by hand may leave the kilometres out; sectors that the road has not are counted later. */
    private void checkPlace(Fields sector, String key, int border) {
        if (!sector.has(key)) {
            return;
        }
        double km = sector.number(key, KM_TO_GO);
        if (border < borderKm.size() && Math.abs(km - borderKm.get(border)) > SAME_PLACE_KM) {
            throw sector.fault(
                    key,
                    String.format(
                            Locale.ROOT,
                            "= %.2f km is not where the road of the scenario has it, %.2f km to go. The plan is for another"
                                    + " course or wind: plan anew, or leave sectors out for even effort.",
                            km,
                            borderKm.get(border)));
        }
    }
}
