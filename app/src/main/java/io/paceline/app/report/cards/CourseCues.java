package io.paceline.app.report.cards;

import io.jenetics.jpx.GPX;
import io.jenetics.jpx.Track;
import io.jenetics.jpx.TrackSegment;
import io.jenetics.jpx.WayPoint;
import io.jenetics.jpx.geom.Geoid;
import io.paceline.app.report.Units;
import io.paceline.app.scenario.CourseTrack;
import io.paceline.road.TrackPoint;
import java.util.ArrayList;
import java.util.List;

/** The course from the start point to the finish as GPX, with a waypoint at each cue. */
final class CourseCues {
    private final List<TrackPoint> track;
    /** Share of the whole course at each point. */
    private final double[] share;

    private CourseCues(List<TrackPoint> track) {
        this.track = track;
        share = new double[track.size()];
        for (int i = 1; i < share.length; i++) {
            share[i] = share[i - 1]
                    + Geoid.WGS84
                            .distance(wayPoint(track.get(i - 1)), wayPoint(track.get(i)))
                            .doubleValue();
        }
        for (int i = 0; i < share.length; i++) {
            share[i] /= share[share.length - 1];
        }
    }

    /**
     * The file.
     *
     * @param track of the whole course; its copyright holds for this file too
     * @param lengthKm of the course
     * @param startKm where the file begins, km to go
     */
    static String of(CardFacts facts, CourseTrack track, double lengthKm, double startKm) {
        CourseCues course = new CourseCues(track.points());
        GPX.Builder gpx = GPX.builder("Paceline").metadata(metadata -> {
            metadata.name(facts.title());
            track.copyright().ifPresent(metadata::copyright);
        });
        for (Cue cue : facts.cues()) {
            gpx.addWayPoint(course.at(1 - cue.kmToGo() / lengthKm).toBuilder()
                    .name(name(cue, facts.chasing()))
                    .desc(description(cue, facts))
                    .sym(cue.kind() == Cue.Kind.TOP ? "Summit" : "Flag, Blue")
                    .build());
        }
        gpx.addTrack(Track.builder()
                .name(facts.title())
                .addSegment(TrackSegment.of(course.from(1 - startKm / lengthKm)))
                .build());
        return GPX.Writer.DEFAULT.toString(gpx.build());
    }

    private static String name(Cue cue, boolean chasing) {
        return switch (cue.kind()) {
            case LAUNCH -> chasing ? "Launch" : "Start";
            case CLIMB -> "Climb";
            case TOP -> "Top";
            case CATCH -> chasing ? "Catch" : "End";
        };
    }

    private static String description(Cue cue, CardFacts facts) {
        String where = cue.text() + ", " + Units.km(cue.kmToGo()) + " km to go";
        if (Double.isNaN(cue.timeS())) {
            return where;
        }
        String gap = facts.chasing() ? ", gap " + Units.clock(cue.gapS()) : "";
        return where + ", " + Units.clock(cue.timeS() - facts.launchS()) + " after the " + facts.beginning() + gap;
    }

    private List<WayPoint> from(double startShare) {
        List<WayPoint> points = new ArrayList<>();
        points.add(at(startShare));
        for (int i = 0; i < share.length; i++) {
            if (share[i] > startShare) {
                points.add(wayPoint(track.get(i)));
            }
        }
        return points;
    }

    private WayPoint at(double wanted) {
        int i = 1;
        while (i < share.length - 1 && share[i] < wanted) {
            i++;
        }
        double length = share[i] - share[i - 1];
        double part = length > 0 ? Math.min(1, Math.max(0, (wanted - share[i - 1]) / length)) : 1;
        TrackPoint a = track.get(i - 1);
        TrackPoint b = track.get(i);
        return wayPoint(new TrackPoint(
                a.latitudeDeg() + part * (b.latitudeDeg() - a.latitudeDeg()),
                a.longitudeDeg() + part * (b.longitudeDeg() - a.longitudeDeg()),
                a.elevationM() + part * (b.elevationM() - a.elevationM())));
    }

    private static WayPoint wayPoint(TrackPoint point) {
        return WayPoint.builder()
                .lat(point.latitudeDeg())
                .lon(point.longitudeDeg())
                .ele(point.elevationM())
                .build();
    }
}
