package io.paceline.chase;

/**
 * A piece of a chase for which the model was not made, and how much that might matter.
 *
 * @param kind what is the matter
 * @param lengthM how long the pieces are together, m
 * @param worst the farthest that it goes: yaw, rad; slowest or fastest speed, m/s; gap, m; drag fraction of the bunch
 * @param energyJ how much more all riders may have to work, J; 0 where time tells
 * @param timeS how much longer it may take, s; 0 where energy tells
 */
public record Doubt(Kind kind, double lengthM, double worst, double energyJ, double timeS) {
    /** What the model knows nothing about. */
    public enum Kind {
        /** The air comes from the side: a straight line loses shelter, echelons form. */
        CROSSWIND,
        /** The same, with a shelter that fades in the yaw: how fast is an estimate from one study. */
        CROSSWIND_LINE,
        /** The same, with an echelon: it needs room for everybody, and one study of five riders stands behind its shelter. */
        CROSSWIND_ECHELON,
        /** Uphill and slow: shelter was hardly measured there. */
        SLOW_CLIMB,
        /** Downhill and fast: bends, brakes and fear are not in the model. */
        FAST_DESCENT,
        /** Wheel gaps for which sources disagree whether there is any shelter. */
        WIDE_GAP,
        /** A bunch of riders side by side before the launch: its drag is one guessed number. */
        BUNCH
    }
}
