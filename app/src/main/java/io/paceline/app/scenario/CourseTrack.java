package io.paceline.app.scenario;

import io.jenetics.jpx.Copyright;
import io.paceline.road.TrackPoint;
import java.util.List;
import java.util.Optional;

/**
 * The track behind a course.
 *
 * @param points in riding order
 * @param copyright as its file says; whoever passes the track on passes this on too
 */
public record CourseTrack(List<TrackPoint> points, Optional<Copyright> copyright) {
    /** No track at all. */
    public static final CourseTrack NONE = new CourseTrack(List.of(), Optional.empty());

    /** Copies the list. */
    public CourseTrack {
        points = List.copyOf(points);
    }
}
