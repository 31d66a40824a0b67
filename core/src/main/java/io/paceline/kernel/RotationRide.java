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
    private final Runs runs = new Runs();

    private Rotation rotation;
    private RotationRows rows;
    private int phases;

    /** By position at the launch. */
    private final int[] firstRun;

    RotationRide(CompiledChase chase, RiderPowers powers, PaceTables tables, Reserve[] reserves) {
        this.chase = chase;
        this.powers = powers;
        this.tables = tables;
        this.reserves = reserves;
        sums = new RotationSums(chase);
        rotation = new Rotation(chase.riders);
        rows = new RotationRows(chase);
        firstRun = new int[chase.riders + 1];
    }

    /** Rides it. */
    void ride(Rotation ridden, LinePlan plan) {
        rotation = ridden;
        rows = tables.rows(ridden.stretch);
        phases = ridden.phases;
        rows.setLine(ridden.inLine, phases / 2);
        for (int position = 0; position < reserves.length; position++) {
            sums.row[position] = powers.row(plan, ridden, rows, position);
            int firstPhase = powers.firstPhase(ridden, position) + rows.turned[sums.row[position]];
            sums.shift[position] = firstPhase < phases ? firstPhase : firstPhase - phases;
        }
        sums.fill(ridden, rows);
        runs.clear(reserves.length * phases);
        for (int position = 0; position < reserves.length; position++) {
            firstRun[position] = runs.count;
            cut(position, plan.slot[position]);
        }
        firstRun[reserves.length] = runs.count;
        runs.keep();
        for (int position = 0; position < reserves.length; position++) {
            ride(position, plan.slot[position]);
        }
    }

    /** The runs of his row. */
    private void cut(int position, int slot) {
        long left = rows.above[sums.row[position]];
        int from = 0;
        while (left != 0) {
            int peak = from + Long.numberOfTrailingZeros(left >>> from);
            int after = peak + Long.numberOfTrailingZeros(~(left >>> peak));
            double belowJ = sums.belowJ(position, from, peak);
            runs.add(sums.exponent(position, slot, from, peak, belowJ), belowJ, -sums.belowJ(position, peak, after));
            from = after;
            left = after == phases ? 0 : left;
        }
    }

    private void ride(int position, int slot) {
        Reserve reserve = reserves[slot];
        int begin = rotation.first - sums.shift[position];
        begin = begin < 0 ? begin + phases : begin;
        int end = begin + rotation.more;
        boolean wraps = end >= phases;
        end = wraps ? end - phases : end;
        int times = wraps ? rotation.times : rotation.times - 1;
        addWork(reserve, position, slot, begin, end);
        if (rotation.openingS > 0) {
            open(reserve, position, slot, begin);
        }
        int run = firstRun[position];
        int runsOfHis = firstRun[position + 1] - run;
        if (runsOfHis == 1) {
            rideOneRun(reserve, position, slot, begin, end, times);
        } else if (runsOfHis == 0) {
            recover(reserve, position, slot, begin, end, times + 1);
        } else {
            finishRow(reserve, position, slot, begin);
            reserve.ride(runs, run, run + runsOfHis, times);
            startRow(reserve, position, slot, end);
        }
    }

    /** What CP would do in that time, less what he stays below it. */
    private void addWork(Reserve reserve, int position, int slot, int begin, int end) {
        double[] belowJ = sums.belowJ;
        double[] belowW = rows.belowW;
        int at = position * sums.stride;
        int rowAt = sums.row[position] * phases;
        double rotationsJ =
                belowJ[at + phases] * (begin + rotation.more >= phases ? rotation.times + 1 : rotation.times);
        double moreJ = belowJ[at + end] - belowJ[at + begin];
        double openingJ = belowW[rowAt + begin] * rotation.openingS;
        double partJ = belowW[rowAt + end] * rotation.partS;
        double workJ = chase.criticalPowerW[slot] * rotation.durationS - (openingJ + rotationsJ + moreJ + partJ);
        // no power is negative: less than nothing is the rounding of one who coasts all along
        reserve.workJ += workJ > 0 ? workJ : 0;
    }

    /** One who is above CP once in a rotation: most riders, for they are when they lead. The same as for more runs, in fewer steps. */
    private void rideOneRun(Reserve reserve, int position, int slot, int begin, int end, int times) {
        int run = firstRun[position];
        int peak = Long.numberOfTrailingZeros(rows.above[sums.row[position]]);
        double kept = runs.kept[run];
        double lapBelowJ = runs.belowJ[run];
        double lapSpentJ = runs.spentJ[run];
        if (begin < peak) {
            double belowJ = sums.belowJ(position, begin, peak);
            reserve.recover(sums.exponent(position, slot, begin, peak, belowJ), belowJ);
        }
        reserve.spend(begin <= peak ? lapSpentJ : -sums.belowJ(position, begin, phases));
        reserve.ride(kept, lapBelowJ, lapSpentJ, times);
        if (end < peak) {
            double belowJ = sums.belowJ(position, 0, end);
            recoverPart(reserve, position, slot, end, sums.exponent(position, slot, 0, end, belowJ), belowJ);
        } else {
            double spentJ = -partBelowJ(position, end) - sums.belowJ(position, peak, end);
            reserve.ride(kept, lapBelowJ, spentJ);
        }
    }

    /** The first phase is longer the first time. */
    private void open(Reserve reserve, int position, int slot, int begin) {
        int at = sums.row[position] * phases + begin;
        double belowJ = rows.belowW[at] * rotation.openingS;
        if (belowJ < 0) {
            reserve.spend(-belowJ);
        } else {
            double exponent = chase.elite ? rows.perS[at] * rotation.openingS : belowJ * chase.perRecovery[slot];
            reserve.recover(exponent, belowJ);
        }
    }

    /** One who is never above CP. */
    private void recover(Reserve reserve, int position, int slot, int begin, int end, int times) {
        double rotationJ = sums.belowJ(position, 0, phases);
        double rotationExponent = sums.exponent(position, slot, 0, phases, rotationJ);
        double restJ = sums.belowJ(position, begin, end);
        // from the phase in which it begins back to the one in which it ends counts as less than nothing
        double rest = sums.exponent(position, slot, begin, end, restJ);
        reserve.recover(times * rotationExponent + rest, times * rotationJ + restJ);
        recoverPart(reserve, position, slot, end, 0, 0);
    }

    /** The rest of a row that is under way. */
    private void finishRow(Reserve reserve, int position, int slot, int begin) {
        long above = rows.above[sums.row[position]];
        int run = firstRun[position];
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
        reserve.ride(runs, run + 1, firstRun[position + 1]);
    }

    /** A row up to a part of one of its phases. */
    private void startRow(Reserve reserve, int position, int slot, int end) {
        long above = rows.above[sums.row[position]];
        int run = firstRun[position];
        int from = 0;
        int peak = Long.numberOfTrailingZeros(above);
        int after = Long.numberOfTrailingZeros(~(above >>> peak)) + peak;
        while (after <= end) {
            run++;
            from = after;
            peak = from + Long.numberOfTrailingZeros(above >>> from);
            after = peak + Long.numberOfTrailingZeros(~(above >>> peak));
        }
        reserve.ride(runs, firstRun[position], run);
        if (end < peak) {
            double belowJ = sums.belowJ(position, from, end);
            recoverPart(reserve, position, slot, end, sums.exponent(position, slot, from, end, belowJ), belowJ);
        } else {
            double spentJ = -partBelowJ(position, end) - sums.belowJ(position, peak, end);
            reserve.ride(runs.kept[run], runs.belowJ[run], spentJ);
        }
    }

    /** Recovery so far in his row, and in the part of the phase with which it ends. */
    private void recoverPart(Reserve reserve, int position, int slot, int end, double exponent, double belowJ) {
        double partBelowJ = partBelowJ(position, end);
        double part = chase.elite
                ? rows.perS[sums.row[position] * phases + end] * rotation.partS
                : partBelowJ * chase.perRecovery[slot];
        reserve.recover(exponent + part, belowJ + partBelowJ);
    }

    /** What he stays below CP in the part of a phase with which he ends, J. */
    private double partBelowJ(int position, int end) {
        return rows.belowW[sums.row[position] * phases + end] * rotation.partS;
    }
}
