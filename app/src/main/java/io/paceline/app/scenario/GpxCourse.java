package io.paceline.app.scenario;

import io.jenetics.jpx.GPX;
import io.jenetics.jpx.Length;
import io.jenetics.jpx.Metadata;
import io.jenetics.jpx.Track;
import io.jenetics.jpx.TrackSegment;
import io.jenetics.jpx.WayPoint;
import io.paceline.road.Course;
import io.paceline.road.TrackPoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads a course from the track of a GPX file, plain or gzipped. */
public final class GpxCourse {
    private GpxCourse() {}

    /**
     * The course of all tracks and segments of a file, one behind the other.
     *
     * @throws InputException if the file is not a GPX file, or its track cannot be a road
     */
    public static Course read(Path file) {
        try {
            return Course.ofTrack(
                    String.valueOf(file.getFileName()), track(file).points());
        } catch (IllegalArgumentException e) {
            throw new InputException(file, 0, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The points of all tracks and segments of a file, in riding order, and whose they are.
     *
     * @throws InputException if the file is not a GPX file, or a point has no elevation
     */
    public static CourseTrack track(Path file) {
        byte[] bytes = InputFile.bytes(file);
        List<Integer> lines = GpxGuard.check(file, bytes);
        if (lines.size() < 2) {
            throw new InputException(
                    file,
                    0,
                    "has " + lines.size() + " track points (trkpt). A course needs at least 2. "
                            + "Maybe it holds a route or waypoints: export it as a track.");
        }
        GPX gpx;
        try {
            gpx = GPX.Reader.of(GPX.Reader.Mode.LENIENT).read(new ByteArrayInputStream(bytes));
        } catch (IOException | IllegalArgumentException e) {
            String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown fault");
            throw new InputException(file, 0, "is not a valid GPX file (" + problem + "). Export the course again.");
        }
        List<WayPoint> points = gpx.tracks()
                .flatMap(Track::segments)
                .flatMap(TrackSegment::points)
                .toList();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).getElevation().isEmpty()) {
                throw new InputException(
                        file,
                        lines.get(Math.min(i, lines.size() - 1)),
                        "track point " + (i + 1) + " has no elevation (ele). Export the course with elevations.");
            }
        }
        try {
            return new CourseTrack(
                    points.stream().map(GpxCourse::point).toList(),
                    gpx.getMetadata().flatMap(Metadata::getCopyright));
        } catch (IllegalArgumentException e) {
            throw new InputException(file, 0, String.valueOf(e.getMessage()));
        }
    }

    private static TrackPoint point(WayPoint point) {
        return new TrackPoint(
                point.getLatitude().doubleValue(),
                point.getLongitude().doubleValue(),
                point.getElevation().map(Length::doubleValue).orElse(Double.NaN));
    }
}
