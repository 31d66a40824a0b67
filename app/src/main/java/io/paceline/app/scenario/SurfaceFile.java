package io.paceline.app.scenario;

import io.paceline.road.Course;
import io.paceline.road.Surface;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the sections of a course that have a surface of their own. */
final class SurfaceFile {
    private static final String[] REQUIRED = {"from_km_to_go", "to_km_to_go", "crr"};
    private static final String[] OPTIONAL = {"name"};

    private SurfaceFile() {}

    /**
     * Reads a surface.
     *
     * @param rollingResistance Crr where the file has no section
     * @throws InputException at the first fault, with file and line
     */
    static Surface read(Path file, Course course, double rollingResistance) {
        List<Surface.Section> sections = new ArrayList<>();
        double beforeKm = Double.POSITIVE_INFINITY;
        for (CsvTable.Row row : CsvTable.read(file, REQUIRED, OPTIONAL).rows()) {
            double fromKm = row.number("", "from_km_to_go", ScenarioReader.KM_TO_GO);
            double toKm = row.number("", "to_km_to_go", ScenarioReader.KM_TO_GO);
            if (fromKm * 1_000 > course.lengthM()) {
                throw new InputException(
                        file,
                        row.line(),
                        "from_km_to_go = " + Limit.plain(fromKm) + " km is before the start of the course.");
            }
            if ((fromKm - toKm) * 1_000 < Surface.Section.SHORTEST_M) {
                throw new InputException(
                        file,
                        row.line(),
                        "the section from " + Limit.plain(fromKm) + " to " + Limit.plain(toKm)
                                + " km to go is shorter than 0.05 km. Both count the km to the finish:"
                                + " from_km_to_go is the larger.");
            }
            if (fromKm > beforeKm) {
                throw new InputException(
                        file,
                        row.line(),
                        "from_km_to_go = " + Limit.plain(fromKm) + " km is before the end of the section above, "
                                + Limit.plain(beforeKm) + " km. Sort the sections from the start to the finish,"
                                + " and let none overlap.");
            }
            beforeKm = toKm;
            sections.add(new Surface.Section(
                    Scenario.positionM(course, fromKm),
                    Scenario.positionM(course, toKm),
                    row.number("", "crr", ScenarioReader.ROLLING),
                    row.has("name") ? row.text("name") : ""));
        }
        return new Surface(rollingResistance, sections);
    }
}
