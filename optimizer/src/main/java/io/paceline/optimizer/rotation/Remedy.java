package io.paceline.optimizer.rotation;

/**
 * One thing that may turn a chase that fails into one that succeeds.
 *
 * @param kind what is changed
 * @param amount by how much: the least that was found to be enough, or, if nothing was, the most that was tried
 * @param found whether a plan that catches was found
 * @param sentence the same for people
 */
public record Remedy(Kind kind, double amount, boolean found, String sentence) {
    /** What is changed. */
    public enum Kind {
        /** Seconds less behind the break. */
        LESS_GAP_S,
        /** Riders more who work. */
        ONE_MORE_WORKER,
        /** Metres earlier to start riding for the catch. */
        EARLIER_LAUNCH_M
    }
}
