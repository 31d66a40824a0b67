package io.paceline.benchmarks.wagner;

/** The two races of the model. Source of every number: Wagner et al. 2011, arXiv:1104.0775, and the program published with it. */
public enum Pursuit {
    /** 4000 m, four riders, the third one counts; energy for 240 s at a mean maximal power of 6 W/kg. */
    MEN(4, 31, 1.75, 75.0, 6.0 * 75.0 * 240.0),
    /** 3000 m, three riders, all three must finish; energy for 210 s at 5 W/kg. */
    WOMEN(3, 23, 1.60, 65.0, 5.0 * 65.0 * 210.0);

    /** Riders who must have energy left at the end of every segment. */
    public static final int NEEDED_RIDERS = 3;

    private static final double END_SEGMENT_M = 187.5;
    private static final double SEGMENT_M = 125.0;

    private final int riders;
    private final int segments;
    private final double heightM;
    private final double massKg;
    private final double startEnergyJ;

    Pursuit(int riders, int segments, double heightM, double massKg, double startEnergyJ) {
        this.riders = riders;
        this.segments = segments;
        this.heightM = heightM;
        this.massKg = massKg;
        this.startEnergyJ = startEnergyJ;
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

    /** Height of a rider, m; all riders of a team are equal. */
    double heightM() {
        return heightM;
    }

    /** Mass of a rider without his bicycle, kg. */
    double massKg() {
        return massKg;
    }

    /** What a rider may spend, J. */
    double startEnergyJ() {
        return startEnergyJ;
    }
}
