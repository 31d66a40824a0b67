package io.paceline.kernel;

/**
 * The whole team through a {@link Rotation}. Each rider counts his phases from the end of his work above CP: then every rotation is the same
 * runs, the first is the end of one, and the last the beginning of one.
 *
 * <p>In passes over the team, so that what one rider waits for is done while another is.
 */
final class RotationRide {
    private final CompiledChase chase;
    private final RiderPowers powers;
    private final PaceTables tables;
    private final Reserve[] reserves;
    private final RotationSums sums;
    private final Lap[] laps;
    private final Runs runs = new Runs();
    private final Powers rateOf = new Powers();
    /** Rows that had to be filled for this rotation. */
    private final int[] filled;

    private final double[] rate;

    private Rotation rotation;
    private RotationRows rows;
    private int phases;

    RotationRide(CompiledChase chase, RiderPowers powers, PaceTables tables, Reserve[] reserves) {
        this.chase = chase;
        this.powers = powers;
        this.tables = tables;
        this.reserves = reserves;
        sums = new RotationSums(chase);
        laps = sums.laps;
        rotation = new Rotation(chase.riders);
        rows = new RotationRows(chase);
        filled = new int[chase.riders];
        rate = new double[2 * chase.riders * chase.riders];
    }

    /** Rides it. */
    void ride(Rotation ridden, LinePlan plan) {
        rotation = ridden;
        rows = tables.rows(ridden.stretch);
        phases = ridden.phases;
        rows.setLine(ridden.inLine, phases / 2);
        findRows(plan);
        sums.fill(ridden, rows);
        Lap.cut(laps, reserves.length, ridden, sums.belowJ, rows.belowW);
        if (chase.elite) {
            // apart, for it takes from many arrays; the conservative model has all it needs in the lap
            for (int position = 0; position < reserves.length; position++) {
                laps[position].recover(ridden, sums.recovery[position], rows.perS);
            }
        }
        for (int position = 0; position < reserves.length; position++) {
            int slot = plan.slot[position];
            Lap lap = laps[position];
            Reserve reserve = reserves[slot];
            if (!chase.elite) {
                lap.recover(reserve.perRecovery);
            }
            double workJ = reserve.criticalPowerW * ridden.durationS - lap.restJ;
            // no power is negative: less than nothing is the rounding of one who coasts all along
            reserve.workJ += workJ > 0 ? workJ : 0;
            if (lap.peak == RotationRows.OFTEN) {
                rideRuns(reserve, position, slot);
            } else {
                reserve.ride(lap);
            }
        }
    }

    /** Each rider's row; he who works begins when he drifts back. */
    private void findRows(LinePlan plan) {
        Formations formations = powers.formations;
        int formation = rotation.formation;
        int working = phases / 2;
        int ahead = plan.slot[formations.positionAt(formation, working - 1)];
        int count = 0;
        for (int index = 0; index < working; index++) {
            int position = formations.positionAt(formation, index);
            int slot = plan.slot[position];
            int at = rows.rowOf(slot, ahead);
            int shape = rows.shape(at);
            if (shape == RotationRows.EMPTY) {
                shape = powers.fillRow(plan, rotation, rows, position);
                filled[count++] = at;
            }
            take(position, at, shape, 2 * index + 2);
            ahead = slot;
        }
        if (working < reserves.length) {
            count = fillPassingRows(plan, count);
        }
        if (chase.elite && count > 0) {
            rows.fillRecovery(filled, count, rateOf, rate);
        }
    }

    /** Rows of those who sit on or have left. Returns how many were filled by now. */
    private int fillPassingRows(LinePlan plan, int filledBefore) {
        int count = filledBefore;
        for (int position = 0; position < reserves.length; position++) {
            int index = powers.formations.indexOf(rotation.formation, position);
            if (index < 0 || index >= phases / 2) {
                int shape = powers.fillPassingRow(plan, rotation, rows, position);
                int at = rows.passingRow(plan.slot[position]);
                take(position, at, shape, phases);
                filled[count++] = at;
            }
        }
        return count;
    }

    /** Takes a row whose first phase would be this one of the rotation, were it not turned. */
    private void take(int position, int at, int shape, int firstPhase) {
        int begin = rotation.first - firstPhase - RotationRows.turned(shape);
        begin += begin < 0 ? phases : 0;
        begin += begin < 0 ? phases : 0;
        laps[position].take(at, begin, rows.begin(at), RotationRows.peak(shape));
    }

    /** The first phase is longer the first time. */
    private void open(Reserve reserve, int position, int slot) {
        int at = laps[position].from;
        double belowJ = rows.belowW[at] * rotation.openingS;
        if (belowJ < 0) {
            reserve.spend(-belowJ);
        } else {
            double exponent = chase.elite ? rows.perS[at] * rotation.openingS : belowJ * chase.perRecovery[slot];
            reserve.recover(exponent, belowJ);
        }
    }

    /** One who is above CP more than once in a rotation. */
    private void rideRuns(Reserve reserve, int position, int slot) {
        cut(position, slot);
        if (rotation.openingS > 0) {
            open(reserve, position, slot);
        }
        int begin = laps[position].begin;
        int end = begin + rotation.more;
        boolean wraps = end >= phases;
        finishRow(reserve, position, slot, begin);
        reserve.ride(runs, 0, runs.count, laps[position].times);
        startRow(reserve, position, slot, wraps ? end - phases : end);
    }

    /** The runs of his row. */
    private void cut(int position, int slot) {
        long left = rows.above[laps[position].row];
        int from = 0;
        runs.clear(phases);
        while (left != 0) {
            int peak = from + Long.numberOfTrailingZeros(left >>> from);
            int after = peak + Long.numberOfTrailingZeros(~(left >>> peak));
            double belowJ = sums.belowJ(position, from, peak);
            runs.add(sums.exponent(position, slot, from, peak, belowJ), belowJ, -sums.belowJ(position, peak, after));
            from = after;
            left = after == phases ? 0 : left;
        }
        runs.keep();
    }

    /** The rest of a row that is under way. */
    private void finishRow(Reserve reserve, int position, int slot, int begin) {
        long above = rows.above[laps[position].row];
        int run = 0;
        int from = 0;
        int peak = Long.numberOfTrailingZeros(above);
        int after = Long.numberOfTrailingZeros(~(above >>> peak)) + peak;
        while (after <= begin) {
            run++;
            from = after;
            peak = from + Long.numberOfTrailingZeros(above >>> from);
            after = peak + Long.numberOfTrailingZeros(~(above >>> peak));
        }
        if (begin < peak) {
            double belowJ = sums.belowJ(position, begin, peak);
            reserve.recover(sums.exponent(position, slot, begin, peak, belowJ), belowJ);
        }
        reserve.spend(-sums.belowJ(position, Math.max(begin, peak), after));
        reserve.ride(runs, run + 1, runs.count);
    }

    /** A row up to a part of one of its phases. */
    private void startRow(Reserve reserve, int position, int slot, int end) {
        long above = rows.above[laps[position].row];
        int run = 0;
        int from = 0;
        int peak = Long.numberOfTrailingZeros(above);
        int after = Long.numberOfTrailingZeros(~(above >>> peak)) + peak;
        while (after <= end) {
            run++;
            from = after;
            peak = from + Long.numberOfTrailingZeros(above >>> from);
            after = peak + Long.numberOfTrailingZeros(~(above >>> peak));
        }
        reserve.ride(runs, 0, run);
        if (end < peak) {
            double belowJ = sums.belowJ(position, from, end);
            recoverPart(reserve, position, slot, sums.exponent(position, slot, from, end, belowJ), belowJ);
        } else {
            double spentJ = -partBelowJ(position) - sums.belowJ(position, peak, end);
            reserve.ride(runs.kept[run], runs.belowJ[run], spentJ);
        }
    }

    /** Recovery so far in his row, and in the part of the phase with which it ends. */
    private void recoverPart(Reserve reserve, int position, int slot, double exponent, double belowJ) {
        double partBelowJ = partBelowJ(position);
        double part = chase.elite
                ? rows.perS[laps[position].from + rotation.more] * rotation.partS
                : partBelowJ * chase.perRecovery[slot];
        reserve.recover(exponent + part, belowJ + partBelowJ);
    }

    /** What he stays below CP in the part of a phase with which he ends, J. */
    private double partBelowJ(int position) {
        return rows.belowW[laps[position].from + rotation.more] * rotation.partS;
    }
}
