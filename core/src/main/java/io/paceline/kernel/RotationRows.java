package io.paceline.kernel;

import io.paceline.rider.RecoveryModel;
import java.util.Arrays;

/**
 * A rider's power in each phase of a {@link Rotation} on one stretch. That depends on him, on the rider ahead of him and on how many ride,
 * but not on the order of the others nor on the length of a pull: a row is filled once and serves every plan with that pair.
 *
 * <p>A row begins after work above CP where there is any, so that a rotation is a row of whole runs. Each is stored twice over, so that a
 * rotation may begin with any of its phases.
 */
final class RotationRows {
    /** For {@link #peak}: above CP more than once. */
    static final int OFTEN = -1;

    static final int EMPTY = -1;
    private static final int TURN_BITS = 6;
    private static final int TURN_MASK = (1 << TURN_BITS) - 1;

    private final CompiledChase chase;
    /** Phases of a rotation: the length of a row. */
    private int phases;

    /** CP less power, W. */
    double[] belowW = {};
    /** Recovery of the elite model as an exponent, 1/s; 0 above CP. */
    double[] perS = {};
    /** By row: bit {@code q} says that phase {@code q} is above CP. */
    final long[] above;
    /** By row: {@link #peak} and {@link #turned} in one, so that one look says all; {@link #EMPTY} if it is not filled. */
    private final int[] shape;

    private int working;
    private int inLine;

    RotationRows(CompiledChase chase) {
        this.chase = chase;
        int rows = chase.riders * chase.riders + chase.riders;
        above = new long[rows];
        shape = new int[rows];
        forget();
    }

    /** Nothing holds any longer: another pace. */
    void forget() {
        Arrays.fill(shape, EMPTY);
    }

    /** Takes these numbers of riders; forgets what was of others. */
    void setLine(int inThisLine, int workingInIt) {
        if (inLine == inThisLine && working == workingInIt) {
            return;
        }
        forget();
        inLine = inThisLine;
        working = workingInIt;
        phases = 2 * working;
        if (belowW.length < shape.length * 2 * phases) {
            belowW = new double[shape.length * 2 * phases];
            perS = new double[chase.elite ? belowW.length : 0];
        }
    }

    /** The row of a working rider behind another. */
    int rowOf(int slot, int ahead) {
        return slot * chase.riders + ahead;
    }

    /** The row of one who sits on or has left: the order of the others concerns him, so it serves one plan. */
    int passingRow(int slot) {
        return chase.riders * chase.riders + slot;
    }

    /** Where a row begins. */
    int begin(int row) {
        return row * 2 * phases;
    }

    /** What there is to know of a row; {@link #EMPTY} if it is not filled. */
    int shape(int row) {
        return shape[row];
    }

    /** The phase from which he is above CP to the end of a row of this shape, or {@link #OFTEN}; past the last phase if he never is. */
    static int peak(int shape) {
        return (shape >> TURN_BITS) + OFTEN;
    }

    /** How far a row of this shape was turned, so as to begin after work above CP. */
    static int turned(int shape) {
        return shape & TURN_MASK;
    }

    /** Fills a row from the powers of its phases, W, but for its {@link #fillRecovery recovery}; returns its shape. */
    int fill(int row, int slot, double[] phaseW) {
        double critical = chase.criticalPowerW[slot];
        long mask = 0;
        for (int q = 0; q < phases; q++) {
            mask |= phaseW[q] > critical ? 1L << q : 0;
        }
        long ends = mask & ~turn(mask, 1);
        int turn = ends == 0 ? 0 : Long.numberOfTrailingZeros(ends) + 1;
        turn = turn == phases ? 0 : turn;
        int at = begin(row);
        for (int q = turn; q < phases; q++) {
            belowW[at + q - turn] = critical - phaseW[q];
        }
        for (int q = 0; q < turn; q++) {
            belowW[at + phases - turn + q] = critical - phaseW[q];
        }
        System.arraycopy(belowW, at, belowW, at + phases, phases);
        above[row] = turn(mask, turn);
        int peak = Long.bitCount(ends) > 1 ? OFTEN : mask == 0 ? phases : Long.numberOfTrailingZeros(above[row]);
        shape[row] = ((peak - OFTEN) << TURN_BITS) | turn;
        return shape[row];
    }

    /**
     * The recovery in these rows, the first so many of them, which were filled; all at once, for that is faster.
     *
     * @param rate room for their phases
     */
    void fillRecovery(int[] filled, int count, Powers powers, double[] rate) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(belowW, begin(filled[i]), rate, i * phases, phases);
        }
        powers.raise(rate, 0, count * phases, RecoveryModel.ELITE_EXPONENT);
        for (int i = 0; i < count; i++) {
            int at = begin(filled[i]);
            double perRecovery = chase.perRecovery[slotOf(filled[i])];
            for (int q = 0; q < phases; q++) {
                perS[at + q] = belowW[at + q] > Elementary.LEAST_BASE ? rate[i * phases + q] * perRecovery : 0;
            }
            System.arraycopy(perS, at, perS, at + phases, phases);
        }
    }

    private int slotOf(int row) {
        int pairs = chase.riders * chase.riders;
        return row < pairs ? row / chase.riders : row - pairs;
    }

    /** The mask with another phase as its first. */
    private long turn(long mask, int by) {
        long all = (1L << phases) - 1;
        return ((mask >>> by) | (mask << (phases - by))) & all;
    }
}
