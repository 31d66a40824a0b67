package io.paceline.chase;

import io.paceline.check.Range;

/**
 * How the group rolls before it starts to ride for the catch: at the effort that gives one speed on a level road in still air.
 *
 * @param levelSpeedMPerS on a level road in still air, m/s; 5 to 20
 * @param dragFraction of every rider, over drag alone; 0.05 to 1
 */
public record Bunch(double levelSpeedMPerS, double dragFraction) {
    /** Estimate between the mean of 0.21 in Blocken's bunch (2018) and "a third less". */
    public static final double DEFAULT_DRAG_FRACTION = 0.30;

    /** @throws IllegalArgumentException if a value is outside the range of its parameter */
    public Bunch {
        Range.check(levelSpeedMPerS, 5, 20, "bunch: levelSpeedMPerS", "m/s", "Maybe it is in km/h: divide by 3.6.");
        Range.check(dragFraction, 0.05, 1, "bunch: dragFraction", "", "");
    }

    /** A bunch of usual shelter. */
    public Bunch(double levelSpeedMPerS) {
        this(levelSpeedMPerS, DEFAULT_DRAG_FRACTION);
    }
}
