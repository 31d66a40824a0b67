package io.paceline.road;

import io.paceline.check.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A wind that differs along the course. Between two places the vectors are interpolated, so that a wind that turns from 350 to 10
 * degrees goes through north, and one that turns about dies down on the way. Before the first place and after the last it stays.
 *
 * @param atM places, m from the start of the course, rising
 * @param winds one for each, at one height
 */
public record Forecast(List<Double> atM, List<Wind> winds) implements WindAlong {

    /** @throws IllegalArgumentException if there is no place, they do not rise, or places and winds differ in number */
    public Forecast {
        atM = List.copyOf(atM);
        winds = List.copyOf(winds);
        Range.check(winds.size(), 1, 100_000, "forecast: winds", "Give at least one.");
        Range.check(atM.size(), winds.size(), winds.size(), "forecast: places", "Give one for each wind.");
        for (int i = 0; i < atM.size(); i++) {
            Range.check(
                    atM.get(i), -1e6, 1e6, "forecast: place " + (i + 1), "m", "It is from the start of the course.");
            if (i > 0 && atM.get(i) <= atM.get(i - 1)) {
                throw new IllegalArgumentException("forecast: place " + (i + 1) + " = " + atM.get(i)
                        + " m is not after the one before, " + atM.get(i - 1) + " m. Sort them, each once.");
            }
        }
    }

    @Override
    public Wind at(double placeM) {
        int after = 0;
        while (after < atM.size() && atM.get(after) <= placeM) {
            after++;
        }
        if (after == 0) {
            return winds.get(0);
        }
        if (after == atM.size()) {
            return winds.get(after - 1);
        }
        double share = (placeM - atM.get(after - 1)) / (atM.get(after) - atM.get(after - 1));
        return between(winds.get(after - 1), winds.get(after), share);
    }

    private static Wind between(Wind from, Wind to, double share) {
        double north = (1 - share) * north(from) + share * north(to);
        double east = (1 - share) * east(from) + share * east(to);
        return new Wind(
                StrictMath.hypot(north, east),
                StrictMath.atan2(east, north),
                (1 - share) * from.profileFactor() + share * to.profileFactor());
    }

    private static double north(Wind wind) {
        return wind.speedMPerS() * StrictMath.cos(wind.fromRad());
    }

    private static double east(Wind wind) {
        return wind.speedMPerS() * StrictMath.sin(wind.fromRad());
    }

    @Override
    public Forecast map(UnaryOperator<Wind> change) {
        List<Wind> changed = new ArrayList<>();
        winds.forEach(wind -> changed.add(change.apply(wind)));
        return new Forecast(atM, changed);
    }
}
