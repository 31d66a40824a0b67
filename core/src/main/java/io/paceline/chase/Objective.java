package io.paceline.chase;

/** What a plan is to make least. */
public enum Objective {
    /** Work of all riders at the pedals, J. */
    COLLECTIVE_ENERGY,
    /** Energy that their bodies spend on it, J: work over efficiency. */
    METABOLIC_ENERGY,
    /** The largest share of today's W′ that any rider has spent at his worst moment. */
    FAIRNESS,
    /** Time over the course; there is no break, and every rider in the line keeps his reserve. */
    FASTEST
}
