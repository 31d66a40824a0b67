package io.paceline.kernel;

/** What a pace makes of the chase: whatever does not depend on the plan, worked out when the pace changes and kept for the next plans. */
final class PaceTables {
    private final CompiledChase chase;
    /** Power of the air that shelter takes its part of, at full drag, by {@code slot·stretches + stretch}, W. */
    final double[] airW;
    /** Power of all else, W. */
    final double[] otherW;
    /** By stretch; null where no rotation was ridden yet. */
    private final RotationRows[] rows;

    private Pace pace;
    private long version;
    private double meanSlowerMPerS;

    PaceTables(CompiledChase chase) {
        this.chase = chase;
        airW = new double[chase.riders * chase.stretches];
        otherW = new double[chase.riders * chase.stretches];
        rows = new RotationRows[chase.stretches];
        pace = new Pace(0);
    }

    void use(Pace wanted) {
        if (pace == wanted && version == wanted.version) {
            return;
        }
        pace = wanted;
        version = wanted.version;
        meanSlowerMPerS = chase.exchange.slowerMPerS(chase.totalM / pace.durationS());
        double[] constantN = chase.constantN;
        for (int slot = 0; slot < chase.riders; slot++) {
            double dragKgPerM = chase.airKgPerM[slot];
            int row = slot * chase.stretches;
            for (int s = 0; s < rows.length; s++) {
                airW[row + s] = pace.airW[s] * dragKgPerM;
                otherW[row + s] = FastFma.of(pace.perNewtonW[s], constantN[row + s], pace.wheelW[s]);
            }
        }
        if (pace.crossed) {
            loseShelter();
        }
        for (RotationRows table : rows) {
            if (table != null) {
                table.forget();
            }
        }
    }

    /** How much slower a rider drifts back at the mean speed, m/s. */
    double meanSlowerMPerS() {
        return meanSlowerMPerS;
    }

    /**
     * A rider feels 1 - kept·(1 - k) of the air in place of k, which is kept·k + lost: what is kept stays with k, the rest is felt whatever
     * his place is.
     */
    private void loseShelter() {
        for (int i = 0; i < airW.length; i++) {
            double lostW = pace.lostShare[i % rows.length] * airW[i];
            airW[i] -= lostW;
            otherW[i] += lostW;
        }
    }

    double speedMPerS(int stretch) {
        return pace.speedMPerS[stretch];
    }

    /** The rows of a stretch. */
    RotationRows rows(int stretch) {
        RotationRows table = rows[stretch];
        if (table == null) {
            table = new RotationRows(chase);
            rows[stretch] = table;
        }
        return table;
    }
}
