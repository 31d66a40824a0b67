package io.paceline.plan;

import io.paceline.check.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a group rides: who pulls, in which order, how long, who sits on behind, who is burned, and how hard on each sector.
 *
 * @param pulls the working riders from the front of the line at the launch; at least one who is not burned
 * @param sitsOn the riders behind them, in order
 * @param sectorEfforts effort factor of each sector, first to last; only their ratios matter; 0 to {@value #MAX_EFFORT}
 */
public record RotationPlan(List<Pull> pulls, List<String> sitsOn, List<Double> sectorEfforts) {
    /** Far above what is sensible: 1 everywhere is even power. */
    public static final double MAX_EFFORT = 10;

    /** @throws IllegalArgumentException if a rider is there twice, nobody pulls to the end, or an effort is outside its range */
    public RotationPlan {
        pulls = List.copyOf(pulls);
        sitsOn = List.copyOf(sitsOn);
        sectorEfforts = List.copyOf(sectorEfforts);
        Set<String> seen = new HashSet<>();
        for (Pull pull : pulls) {
            checkOnce(seen, pull.riderId());
        }
        for (String id : sitsOn) {
            checkOnce(seen, id);
        }
        if (pulls.stream().allMatch(pull -> pull.burnedAfterTurns() > 0)) {
            throw new IllegalArgumentException(
                    "plan: nobody pulls to the end. At least one rider must pull and not be burned.");
        }
        for (int i = 0; i < sectorEfforts.size(); i++) {
            Range.check(
                    sectorEfforts.get(i),
                    0,
                    MAX_EFFORT,
                    "plan: sector " + (i + 1) + ": effort",
                    "",
                    "1 is even power.");
        }
    }

    private static void checkOnce(Set<String> seen, String id) {
        if (!seen.add(id)) {
            throw new IllegalArgumentException(
                    "plan: rider " + id + " is there twice. Each rider pulls or sits on, once.");
        }
    }
}
