package io.paceline.app.scenario;

import io.paceline.chase.BreakSeen;
import io.paceline.road.Surface;
import io.paceline.road.WindAlong;

/**
 * What the day is like, and what is known of the break.
 *
 * @param wind over the road
 * @param surface of the road
 * @param air of the report
 * @param breakSeen whether the break's speed was given, or its power
 */
public record Day(WindAlong wind, Surface surface, AirReport air, BreakSeen breakSeen) {
    /** The same day in another wind. */
    Day withWind(WindAlong other) {
        return new Day(other, surface, air, breakSeen);
    }
}
