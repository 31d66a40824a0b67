package io.paceline.kernel;

/**
 * The numbers of many futures, future beside future: those of a rider by {@code slot·lanes + lane}, those of a stretch block by block, so
 * that what a block needs of all stretches lies together. What is the same in every future is not here but in {@link LaneScript}.
 */
final class LaneArrays {
    final int lanes;
    final int stretches;
    /** One over that of the drivetrain. */
    final double perEfficiency;

    // by stretch and lane: the pace
    final double[] speedMPerS;
    final double[] startS;
    final double[] endS;
    /** How much slower than the line a leader drifts back who swings off there. */
    final double[] slowerMPerS;

    final double[] headwindMPerS;
    /** What riding costs there at the speed of the line: with these three numbers, power is airW·CdA + perNewtonW·force + wheelW. */
    final double[] road;

    // by lane
    /** ½ρ, kg/m³. */
    final double[] halfDensity;

    // by slot and lane: the riders, as they are at the launch
    final double[] criticalPowerW;
    final double[] perRecovery;
    final double[] startDeficitJ;
    final double[] startLinearJ;
    final double[] startWorstJ;
    final double[] startWorkJ;
    // and what the plan costs them
    final double[] worstJ;
    final double[] workJ;

    LaneArrays(int lanes, int stretches, int riders, double perEfficiency) {
        this.lanes = lanes;
        this.stretches = stretches;
        this.perEfficiency = perEfficiency;
        speedMPerS = new double[stretches * lanes];
        startS = new double[stretches * lanes];
        endS = new double[stretches * lanes];
        slowerMPerS = new double[stretches * lanes];
        headwindMPerS = new double[stretches * lanes];
        road = new double[stretches * lanes / LaneBlock.LANES * LaneBlock.ROAD];
        halfDensity = new double[lanes];
        criticalPowerW = new double[riders * lanes];
        perRecovery = new double[riders * lanes];
        startDeficitJ = new double[riders * lanes];
        startLinearJ = new double[riders * lanes];
        startWorstJ = new double[riders * lanes];
        startWorkJ = new double[riders * lanes];
        worstJ = new double[riders * lanes];
        workJ = new double[riders * lanes];
    }

    /** Where the numbers of a stretch are in a lane. */
    int at(int stretch, int lane) {
        int block = lane / LaneBlock.LANES;
        return (block * stretches + stretch) * LaneBlock.LANES + lane % LaneBlock.LANES;
    }

    /** Where the road of a lane begins: its air, wheel and per-newton numbers lie {@link LaneBlock#LANES} apart. */
    int roadAt(int stretch, int lane) {
        int block = lane / LaneBlock.LANES;
        return (block * stretches + stretch) * LaneBlock.ROAD + lane % LaneBlock.LANES;
    }
}
