package io.paceline.benchmarks.wagner;

/**
 * The constants of one race at one time step, computed once.
 *
 * <p>Source: Wagner et al. 2011, arXiv:1104.0775, and the program published with it; its sources for the single numbers are not repeated
 * here, because the model is kept as it is, not judged.
 */
final class PursuitPhysics {
    /** Share of the pedal power that reaches the wheel. */
    static final double DRIVETRAIN_EFFICIENCY = 0.977;

    private static final double ROLLING_COEFFICIENT = 0.0025;
    private static final double GRAVITY_M_PER_S2 = 9.80665;
    private static final double BICYCLE_KG = 7.7;
    private static final double DRAG_COEFFICIENT = 0.65;
    private static final double TEMPERATURE_K = 293.15;
    private static final double PRESSURE_PA = 101_325.0;
    private static final double RELATIVE_HUMIDITY = 0.5;
    private static final double DRY_AIR_J_PER_KG_K = 287.058;
    private static final double VAPOUR_J_PER_KG_K = 461.495;
    /** Drag at places 1 to 4 over drag alone. */
    private static final double[] DRAG_FRACTION = {1.0, 0.75, 0.65, 0.55};

    final Pursuit pursuit;
    final double stepS;
    /** Rider with bicycle, kg. */
    final double massKg;
    /** By place: drag over speed cubed, W/(m/s)³. */
    final double[] dragWPerV3;
    /** Rolling resistance over speed, W/(m/s). */
    final double rollingN;

    final double startEnergyJ;

    PursuitPhysics(Pursuit pursuit, double stepS) {
        if (!(stepS >= 1e-4 && stepS <= 0.5)) {
            throw new IllegalArgumentException("time step = " + stepS + " s is outside [0.0001, 0.5] s");
        }
        this.pursuit = pursuit;
        this.stepS = stepS;
        massKg = pursuit.massKg() + BICYCLE_KG;
        double frontalM2 = 0.0293 * Math.pow(pursuit.heightM(), 0.725) * Math.pow(pursuit.massKg(), 0.425) + 0.0604;
        double leaderWPerV3 = DRAG_COEFFICIENT * frontalM2 * airDensityKgPerM3() / 2;
        dragWPerV3 = new double[pursuit.riders()];
        for (int place = 0; place < dragWPerV3.length; place++) {
            dragWPerV3[place] = leaderWPerV3 * DRAG_FRACTION[place];
        }
        rollingN = ROLLING_COEFFICIENT * massKg * GRAVITY_M_PER_S2;
        startEnergyJ = pursuit.startEnergyJ();
    }

    private static double airDensityKgPerM3() {
        double saturationHpa = 6.1078 * Math.pow(10, (7.5 * TEMPERATURE_K - 2048.625) / (TEMPERATURE_K - 35.85));
        double vapourPa = 100 * RELATIVE_HUMIDITY * saturationHpa;
        return (PRESSURE_PA - vapourPa) / (DRY_AIR_J_PER_KG_K * TEMPERATURE_K)
                + vapourPa / (VAPOUR_J_PER_KG_K * TEMPERATURE_K);
    }

    /** What is left of the power of a rider who is tired, 1. */
    static double freshness(int fatigue) {
        return 1 - 0.01 * fatigue;
    }
}
