package io.paceline.app.report.html;

import io.paceline.app.scenario.Scenario;
import io.paceline.road.Climb;
import io.paceline.road.Course;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * The road from the start point to the finish.
 *
 * @param kmToGo of each point of the profile
 * @param elevationM of each point, m
 * @param climbs on it
 * @param stretches from the start point to the catch
 */
record CourseView(List<Double> kmToGo, List<Double> elevationM, List<ClimbView> climbs, List<StretchView> stretches) {
    /** Points of the profile: more than a screen has. */
    private static final int POINTS = 800;

    /**
     * A climb.
     *
     * @param fromKm foot, km to go
     * @param toKm top, km to go
     * @param gainM m
     * @param gradientPct mean, %
     */
    record ClimbView(double fromKm, double toKm, double gainM, double gradientPct) {}

    /**
     * A piece of road of one wind and one surface.
     *
     * @param fromKm to go
     * @param toKm to go
     * @param gradientPct %
     * @param headwindMps against the riders, m/s; negative from behind
     * @param crosswindMps from their right, m/s; negative from the left
     * @param crr rolling resistance
     */
    record StretchView(
            double fromKm, double toKm, double gradientPct, double headwindMps, double crosswindMps, double crr) {}

    static CourseView of(Scenario scenario) {
        Course course = scenario.course();
        double fromM = scenario.positionM(scenario.goal().startKm());
        List<Double> kmToGo = new ArrayList<>();
        List<Double> elevationM = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            double atM = fromM + (course.lengthM() - fromM) * i / (POINTS - 1);
            kmToGo.add(RideRows.round(3, (course.lengthM() - atM) / 1_000));
            elevationM.add(RideRows.round(1, course.elevationM(Math.min(atM, course.lengthM()))));
        }
        return new CourseView(kmToGo, elevationM, climbs(course, fromM), stretches(scenario));
    }

    private static List<ClimbView> climbs(Course course, double fromM) {
        List<ClimbView> climbs = new ArrayList<>();
        for (Climb climb : course.climbs()) {
            double topM = climb.startM() + climb.lengthM();
            if (topM > fromM) {
                climbs.add(new ClimbView(
                        RideRows.round(3, (course.lengthM() - climb.startM()) / 1_000),
                        RideRows.round(3, (course.lengthM() - topM) / 1_000),
                        RideRows.round(0, climb.gainM()),
                        RideRows.round(1, climb.meanGradient() * 100)));
            }
        }
        return climbs;
    }

    private static List<StretchView> stretches(Scenario scenario) {
        List<Stretch> road = new ArrayList<>(scenario.chase().approach());
        road.addAll(scenario.chase().road().stretches());
        List<StretchView> views = new ArrayList<>();
        double atKm = scenario.goal().startKm();
        for (Stretch stretch : road) {
            double toKm = atKm - stretch.lengthM() / 1_000;
            views.add(new StretchView(
                    RideRows.round(3, atKm),
                    RideRows.round(3, toKm),
                    RideRows.round(2, stretch.gradient() * 100),
                    RideRows.round(2, stretch.headwindMPerS()),
                    RideRows.round(2, stretch.crosswindMPerS()),
                    stretch.rollingResistance()));
            atKm = toKm;
        }
        return views;
    }
}
