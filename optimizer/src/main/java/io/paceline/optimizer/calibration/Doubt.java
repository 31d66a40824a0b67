package io.paceline.optimizer.calibration;

/**
 * A reason to trust an estimate less.
 *
 * @param kind which
 * @param sentence what is wrong, and what to ride or give instead
 */
public record Doubt(Kind kind, String sentence) {
    /** The reasons. */
    public enum Kind {
        /** Three efforts leave one degree of freedom. */
        FEW_EFFORTS,
        /** CP rests on efforts of more than twelve minutes. */
        NO_LONG_EFFORTS,
        /** The best of one duration is a part of the best of another: not all of them were all-out. */
        OVERLAP,
        /** An effort lies well below the others' curve. */
        LOW_EFFORT,
        /** W′ is small for the CP, as after short efforts that were not all-out. */
        SMALL_W_PRIME,
        /** Power is missing within an effort. */
        GAP,
        /** Power that no rider has was taken out. */
        SPIKE,
        /** The ride ends without power. */
        TAIL,
        /** Efforts outside of the durations that the model holds for were left out. */
        LEFT_OUT;

        /** Whether it makes the bands wider; the others are only said. */
        public boolean widens() {
            return this != TAIL && this != LEFT_OUT;
        }
    }
}
