package io.paceline.benchmarks.breakaway;

import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;

/** Three last 50 km, each by its gradients, 5 km each. Invented: no stage is like them. */
enum Terrain {
    /** Level. */
    FLAT(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    /** Up and down again, 5 % at most; ends level. */
    HILLY(0, 0.05, -0.05, 0.04, -0.04, 0.05, -0.05, 0.03, -0.03, 0),
    /** A pass, a valley, and the finish on top of 15 km of climbing. */
    MOUNTAIN(0.07, 0.07, -0.07, -0.07, 0, 0, 0, 0.07, 0.07, 0.07);

    private static final double PIECE_M = 5_000;
    private static final double ROLLING_RESISTANCE = 0.004;

    @SuppressWarnings("ImmutableEnumChecker") // nothing changes the array
    private final double[] gradients;

    Terrain(double... gradients) {
        this.gradients = gradients;
    }

    /** The road. */
    Road road() {
        List<Stretch> stretches = new ArrayList<>();
        for (double gradient : gradients) {
            stretches.add(new Stretch(PIECE_M, gradient, 0, 0, ROLLING_RESISTANCE));
        }
        return Road.of(stretches);
    }

    /** Level road of this length, for episodes whose profile is not known. */
    static Road level(double lengthM) {
        return Road.of(List.of(new Stretch(lengthM, 0, 0, 0, ROLLING_RESISTANCE)));
    }
}
