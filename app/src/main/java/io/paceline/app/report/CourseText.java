package io.paceline.app.report;

import io.paceline.road.Climb;
import io.paceline.road.Course;
import io.paceline.road.Stretch;
import io.paceline.road.Surface;
import io.paceline.road.Wind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** A road as a table: climbs, sections of another surface, sectors and the stretches they are made of. */
public final class CourseText {
    private static final String[] POINTS = {
        "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"
    };

    private final RoadView view;
    private final Ansi ansi;
    private final List<String> lines = new ArrayList<>();

    private CourseText(RoadView view, Ansi ansi) {
        this.view = view;
        this.ansi = ansi;
    }

    /** The tables of a piece of a course. */
    public static List<String> lines(RoadView view, Ansi ansi) {
        CourseText text = new CourseText(view, ansi);
        text.addTitle();
        text.addClimbs();
        text.addSurface();
        text.addStretches();
        return text.lines;
    }

    private void addTitle() {
        Course course = view.course();
        double fromM = view.positionM(view.fromKm());
        double toM = view.positionM(view.toKm());
        lines.add(bold(view.name()));
        lines.add(String.format(
                Locale.ROOT,
                "Course %.1f km with %.0f m of climbing; km %s to %s to go: %.1f km with %.0f m.",
                course.lengthM() / 1_000,
                course.climbM(0, course.lengthM()),
                Units.km(view.fromKm()),
                Units.km(view.toKm()),
                (toM - fromM) / 1_000,
                course.climbM(fromM, toM)));
    }

    private void addClimbs() {
        Course course = view.course();
        lines.add("");
        lines.add(bold("Climbs"));
        Table table = new Table("km to go", "length km", "gain m", "mean %", "top m");
        int climbs = 0;
        for (Climb climb : course.climbs()) {
            double topM = climb.startM() + climb.lengthM();
            if (topM <= view.positionM(view.fromKm()) || climb.startM() >= view.positionM(view.toKm())) {
                continue;
            }
            climbs++;
            table.add(
                    kmToGo(climb.startM()),
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

    private void addSurface() {
        if (view.surface().sections().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(bold("Surface (Crr " + crr(view.surface().rollingResistance()) + " elsewhere)"));
        Table table = new Table("km to go", "length km", "Crr", "<name");
        for (Surface.Section section : view.surface().sections()) {
            if (section.toM() > view.positionM(view.fromKm()) && section.fromM() < view.positionM(view.toKm())) {
                table.add(
                        kmToGo(section.fromM()),
                        Units.fixed(2, (section.toM() - section.fromM()) / 1_000),
                        crr(section.rollingResistance()),
                        section.name());
            }
        }
        lines.addAll(table.lines());
    }

    private void addStretches() {
        lines.add("");
        lines.add(bold("Stretches (" + view.road().stretches().size() + " in "
                + view.road().sectorCount()
                + " sectors; wind at 10 m; headwind at the riders' height, negative from behind;"
                + " crosswind there, from the right or left; yaw is the angle between road and air at "
                + Units.kmh(view.yawSpeedMPerS()) + " km/h)"));
        Table table = new Table(
                "sector",
                "km to go",
                "length km",
                "slope %",
                "Crr",
                "<heads",
                "wind m/s",
                "<from",
                "headwind m/s",
                "cross m/s",
                "yaw deg");
        double riddenM = 0;
        int before = -1;
        for (int s = 0; s < view.road().stretches().size(); s++) {
            Stretch stretch = view.road().stretches().get(s);
            int sector = view.road().sectorOf(s);
            Wind wind = view.wind().at(view.positionM(view.fromKm()) + riddenM + stretch.lengthM() / 2);
            table.add(
                    sector == before ? "" : String.valueOf(sector + 1),
                    Units.km(view.fromKm() - riddenM / 1_000),
                    Units.fixed(2, stretch.lengthM() / 1_000),
                    Units.fixed(1, stretch.gradient() * 100),
                    crr(stretch.rollingResistance()),
                    point(stretch.headingRad()),
                    Units.fixed(1, wind.speedMPerS()),
                    wind.speedMPerS() == 0 ? "" : point(wind.fromRad()),
                    Units.fixed(1, stretch.headwindMPerS()),
                    cross(stretch.crosswindMPerS()),
                    Units.fixed(0, yawDeg(stretch)));
            before = sector;
            riddenM += stretch.lengthM();
        }
        lines.addAll(table.lines());
    }

    private double yawDeg(Stretch stretch) {
        double along = view.yawSpeedMPerS() + stretch.headwindMPerS();
        return Math.toDegrees(StrictMath.atan2(Math.abs(stretch.crosswindMPerS()), along));
    }

    private static String cross(double mPerS) {
        String amount = Units.fixed(1, Math.abs(mPerS));
        return amount.equals("0.0") ? amount : amount + (mPerS > 0 ? " R" : " L");
    }

    private String kmToGo(double atM) {
        return Units.km((view.course().lengthM() - atM) / 1_000);
    }

    private static String crr(double value) {
        return Units.fixed(4, value);
    }

    private static String point(double headingRad) {
        return POINTS[Math.floorMod(Math.round(headingRad / (2 * Math.PI) * POINTS.length), POINTS.length)];
    }

    private String bold(String text) {
        return Styled.text(ansi, "bold", text);
    }
}
