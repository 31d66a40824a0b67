package io.paceline.app.report;

import io.paceline.road.Course;
import io.paceline.road.Road;
import io.paceline.road.Surface;
import io.paceline.road.WindAlong;

/**
 * A piece of a course with its day.
 *
 * @param name in the title
 * @param course the whole of it
 * @param road of the piece
 * @param wind along the course
 * @param surface of the course
 * @param fromKm where the piece begins, km to go
 * @param toKm where it ends, km to go
 * @param yawSpeedMPerS riders' speed at which the yaw is given, m/s
 */
public record RoadView(
        String name,
        Course course,
        Road road,
        WindAlong wind,
        Surface surface,
        double fromKm,
        double toKm,
        double yawSpeedMPerS) {
    /** A place of the piece, m from the start of the course. */
    double positionM(double kmToGo) {
        return Math.max(0, course.lengthM() - kmToGo * 1_000);
    }
}
