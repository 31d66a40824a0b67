package io.paceline.road;

import io.paceline.check.Range;

/**
 * A point of a recorded track, WGS 84.
 *
 * @param latitudeDeg degrees north; -85 to 85
 * @param longitudeDeg degrees east; -180 to 180
 * @param elevationM above sea level, m; -500 to 9 000, or NaN if the record has none ({@link Course#ofTrack} then says
 *     which point)
 */
public record TrackPoint(double latitudeDeg, double longitudeDeg, double elevationM) {

    /** @throws IllegalArgumentException if a value is outside the range of its parameter */
    public TrackPoint {
        Range.check(
                latitudeDeg, -85, 85, "track point: latitudeDeg", "deg", "Maybe latitude and longitude are swapped.");
        Range.check(longitudeDeg, -180, 180, "track point: longitudeDeg", "deg", "");
        if (!Double.isNaN(elevationM)) {
            Range.check(
                    elevationM,
                    -500,
                    9_000,
                    "track point: elevationM",
                    "m",
                    "Maybe it is in feet: multiply by 0.3048.");
        }
    }
}
