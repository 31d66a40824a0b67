package io.paceline.kernel;

/**
 * The numbers of many futures, future beside future: by {@code (stretch or slot)·lanes + lane}. What is the same in every future is not
 * here but comes as one number for all lanes.
 */
final class LaneArrays {
    /** A whole number of vectors of any width; the futures beyond the last are copies of it. */
    static final int PADDING = 8;

    final int lanes;
    final boolean elite;

    // by stretch and lane: the pace
    final double[] speedMPerS;
    final double[] startS;
    final double[] endS;
    /** Power per CdA, W/m²: {@code ½ρ·a·|a|·v/η}. */
    final double[] airW;

    final double[] wheelW;
    final double[] perNewtonW;
    final double[] headwindMPerS;

    // by lane
    /** ½ρ, kg/m³. */
    final double[] halfDensity;

    // by slot and lane: the riders
    final double[] criticalPowerW;
    final double[] perRecovery;
    final double[] deficitJ;
    final double[] exponent;
    final double[] linearJ;
    final double[] worstJ;
    final double[] workJ;

    // by lane: the moment
    final double[] lastsS;
    final double[] joinS;
    final double[] driftSlowerMPerS;
    // between two loops of a kernel
    final double[] powerW;

    final double[] kept;

    LaneArrays(int lanes, int stretches, int riders, boolean elite) {
        this.lanes = lanes;
        this.elite = elite;
        speedMPerS = new double[stretches * lanes];
        startS = new double[stretches * lanes];
        endS = new double[stretches * lanes];
        airW = new double[stretches * lanes];
        wheelW = new double[stretches * lanes];
        perNewtonW = new double[stretches * lanes];
        headwindMPerS = new double[stretches * lanes];
        halfDensity = new double[lanes];
        criticalPowerW = new double[riders * lanes];
        perRecovery = new double[riders * lanes];
        deficitJ = new double[riders * lanes];
        exponent = new double[riders * lanes];
        linearJ = new double[riders * lanes];
        worstJ = new double[riders * lanes];
        workJ = new double[riders * lanes];
        lastsS = new double[lanes];
        joinS = new double[lanes];
        driftSlowerMPerS = new double[lanes];
        powerW = new double[lanes];
        kept = new double[lanes];
    }
}
