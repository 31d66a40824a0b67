package io.paceline.benchmarks.wagner;

/** The two races of the model. Source of every number: Wagner et al. 2011, arXiv:1104.0775, and the program published with it. */
public enum Pursuit {
    /** 4000 m, four riders, the third one counts. */
    MEN(4, 31, new Body(1.75, 75.0, 6.0, 240.0)),
    /** 3000 m, three riders, all three must finish. */
    WOMEN(3, 23, new Body(1.60, 65.0, 5.0, 210.0));

    /** Riders who must have energy left at the end of every segment. */
    public static final int NEEDED_RIDERS = 3;

    private static final double END_SEGMENT_M = 187.5;
    private static final double SEGMENT_M = 125.0;

    private final int riders;
    private final int segments;
    private final Body body;

    Pursuit(int riders, int segments, Body body) {
        this.riders = riders;
        this.segments = segments;
        this.body = body;
    }

    /** Riders at the start. */
    public int riders() {
        return riders;
    }

    /** Segments of constant power; a change of the leader is possible after each but the last. */
    public int segments() {
        return segments;
    }

    /** Places where the leader may change. */
    public int handovers() {
        return segments - 1;
    }

    /** Length of a segment, m; the first and the last are longer. */
    public double segmentM(int segment) {
        return segment == 0 || segment == segments - 1 ? END_SEGMENT_M : SEGMENT_M;
    }

    /** What is left to ride from the start of a segment, m. */
    public double metresFrom(int segment) {
        double metres = 0;
        for (int s = segment; s < segments; s++) {
            metres += segmentM(s);
        }
        return metres;
    }

    Body body() {
        return body;
    }

    /**
     * One rider; all riders of a team are equal.
     *
     * @param heightM             height, m
     * @param massKg              mass without the bicycle, kg
     * @param powerWPerKg         mean maximal power per mass, W/kg
     * @param sustainedS          for how long the energy at the start would hold that power, s
     */
    record Body(double heightM, double massKg, double powerWPerKg, double sustainedS) {
        double energyJ() {
            return powerWPerKg * massKg * sustainedS;
        }
    }
}
