package io.paceline.kernel;

/**
 * The speeds of one choice of efforts: one per stretch from the launch to the catch point, such that the total time is the chase's
 * target. Filled by {@link ChaseKernel#solvePace}; owned by the caller.
 */
public final class Pace {
    final double[] effort;
    final double[] speedMPerS;
    /** End of each stretch, s after the launch. */
    final double[] endS;
    /** Power per ½ρ·CdA, m³/s³: {@code a·|a|·v/η}. */
    final double[] airW;
    /** Power of wheels and bearings, W. */
    final double[] wheelW;
    /** Power per newton of rolling and climbing, W/N. */
    final double[] perNewtonW;

    /** Share of the shelter that air from the side takes; all 0 unless {@link #crossed}. */
    final double[] lostShare;

    boolean crossed;

    /** Another one after every solution. */
    long version;

    double evenPowerW;
    double evenWorkJ;
    double lateS;

    Pace(int stretches) {
        effort = new double[stretches];
        speedMPerS = new double[stretches];
        endS = new double[stretches];
        airW = new double[stretches];
        wheelW = new double[stretches];
        perNewtonW = new double[stretches];
        lostShare = new double[stretches];
    }

    /** Group speed on a stretch, m/s. */
    public double speedMPerS(int stretch) {
        return speedMPerS[stretch];
    }

    /** End of a stretch, s after the launch. */
    public double endS(int stretch) {
        return endS[stretch];
    }

    /** From the launch to the catch point, s. */
    public double durationS() {
        return endS[endS.length - 1];
    }

    /** P0: mean power of a rider where the effort is 1, W. */
    public double evenPowerW() {
        return evenPowerW;
    }

    /** What a mean rider does at these speeds who is in every place of the full line for as long, J; of n riders any plan asks about n times that. */
    public double evenWorkJ() {
        return evenWorkJ;
    }

    /** How much later than the target even the top speed is, s; negative where coasting alone is earlier; else within rounding of 0. */
    public double lateS() {
        return lateS;
    }
}
