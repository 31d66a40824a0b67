package io.paceline.app.report;

import io.paceline.road.Climb;
import io.paceline.road.Course;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** A road as a table: climbs, sectors and the stretches they are made of. */
public final class CourseText {
    private static final String[] POINTS = {
        "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"
    };

    private CourseText() {}

    /**
     * The tables of a piece of a course.
     *
     * @param name in the title
     * @param road of the piece
     * @param fromKm where the piece begins, km to go
     * @param toKm where it ends, km to go
     */
    public static List<String> lines(String name, Course course, Road road, double fromKm, double toKm, Ansi ansi) {
        List<String> lines = new ArrayList<>();
        double fromM = Math.max(0, course.lengthM() - fromKm * 1_000);
        double toM = course.lengthM() - toKm * 1_000;
        lines.add(bold(ansi, name));
        lines.add(String.format(
                Locale.ROOT,
                "Course %.1f km with %.0f m of climbing; km %s to %s to go: %.1f km with %.0f m.",
                course.lengthM() / 1_000,
                course.climbM(0, course.lengthM()),
                Units.km(fromKm),
                Units.km(toKm),
                (toM - fromM) / 1_000,
                course.climbM(fromM, toM)));
        addClimbs(lines, course, fromM, toM, ansi);
        addStretches(lines, road, fromKm, ansi);
        return lines;
    }

    private static void addClimbs(List<String> lines, Course course, double fromM, double toM, Ansi ansi) {
        lines.add("");
        lines.add(bold(ansi, "Climbs"));
        Table table = new Table("km to go", "length km", "gain m", "mean %", "top m");
        int climbs = 0;
        for (Climb climb : course.climbs()) {
            double topM = climb.startM() + climb.lengthM();
            if (topM <= fromM || climb.startM() >= toM) {
                continue;
            }
            climbs++;
            table.add(
                    Units.km((course.lengthM() - climb.startM()) / 1_000),
                    Units.km(climb.lengthM() / 1_000),
                    Units.fixed(0, climb.gainM()),
                    Units.fixed(1, climb.meanGradient() * 100),
                    Units.fixed(0, course.elevationM(topM)));
        }
        if (climbs == 0) {
            lines.add("  none of 40 m or more at 3 % or more");
        } else {
            lines.addAll(table.lines());
        }
    }

    private static void addStretches(List<String> lines, Road road, double fromKm, Ansi ansi) {
        lines.add("");
        lines.add(bold(
                ansi,
                "Stretches (" + road.stretches().size() + " in " + road.sectorCount() + " sectors; headwind at the "
                        + "riders' height, negative from behind)"));
        Table table = new Table("sector", "km to go", "length km", "slope %", "<heads", "headwind m/s");
        double riddenM = 0;
        int before = -1;
        for (int s = 0; s < road.stretches().size(); s++) {
            Stretch stretch = road.stretches().get(s);
            int sector = road.sectorOf(s);
            table.add(
                    sector == before ? "" : String.valueOf(sector + 1),
                    Units.km(fromKm - riddenM / 1_000),
                    Units.fixed(2, stretch.lengthM() / 1_000),
                    Units.fixed(1, stretch.gradient() * 100),
                    point(stretch.headingRad()),
                    Units.fixed(1, stretch.headwindMPerS()));
            before = sector;
            riddenM += stretch.lengthM();
        }
        lines.addAll(table.lines());
    }

    private static String point(double headingRad) {
        return POINTS[Math.floorMod(Math.round(headingRad / (2 * Math.PI) * POINTS.length), POINTS.length)];
    }

    private static String bold(Ansi ansi, String text) {
        return Styled.text(ansi, "bold", text);
    }
}
