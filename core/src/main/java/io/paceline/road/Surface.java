package io.paceline.road;

import io.paceline.check.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * What the road is made of: one rolling resistance, and sections that differ.
 *
 * @param rollingResistance Crr where no section is; 0.001 to 0.05
 * @param sections along the course, none over another
 */
public record Surface(double rollingResistance, List<Section> sections) {

    /**
     * A piece of another surface, such as cobbles.
     *
     * @param fromM from the start of the course, m
     * @param toM likewise, m
     * @param rollingResistance Crr; 0.001 to 0.05
     * @param name for people; may be empty
     */
    public record Section(double fromM, double toM, double rollingResistance, String name) {
        /** Shorter ones are not worth a stretch of their own, m. */
        public static final double SHORTEST_M = 50;

        /** @throws IllegalArgumentException if a value is outside its range, or the section is too short */
        public Section {
            Range.check(fromM, 0, 500_000, "surface: fromM", "m", "");
            Range.check(
                    toM - fromM, SHORTEST_M, 500_000, "surface: toM - fromM", "m", "Sections run along the course.");
            checkRolling(rollingResistance);
        }
    }

    /** @throws IllegalArgumentException if Crr is outside its range, or a section begins before the one ahead of it ends */
    public Surface {
        checkRolling(rollingResistance);
        sections = List.copyOf(sections);
        for (int i = 1; i < sections.size(); i++) {
            if (sections.get(i).fromM() < sections.get(i - 1).toM()) {
                throw new IllegalArgumentException("surface: section " + (i + 1) + " begins at "
                        + sections.get(i).fromM() + " m, before section " + i + " ends, at "
                        + sections.get(i - 1).toM() + " m. Sort them, and let none overlap.");
            }
        }
    }

    /** One surface everywhere. */
    public static Surface of(double rollingResistance) {
        return new Surface(rollingResistance, List.of());
    }

    private static void checkRolling(double crr) {
        Range.check(crr, 0.001, 0.05, "surface: rollingResistance", "", "A good road has 0.004.");
    }

    /** Crr at a place, m from the start of the course. */
    public double at(double placeM) {
        for (Section section : sections) {
            if (placeM >= section.fromM() && placeM < section.toM()) {
                return section.rollingResistance();
            }
        }
        return rollingResistance;
    }

    /** Where it changes between two places, m, rising. */
    List<Double> borders(double fromM, double toM) {
        List<Double> borders = new ArrayList<>();
        for (Section section : sections) {
            for (double border : new double[] {section.fromM(), section.toM()}) {
                boolean inside = border > fromM && border < toM;
                if (inside && (borders.isEmpty() || border > borders.get(borders.size() - 1))) {
                    borders.add(border);
                }
            }
        }
        return borders;
    }
}
