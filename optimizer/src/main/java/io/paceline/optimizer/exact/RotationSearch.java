package io.paceline.optimizer.exact;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * All timetables of one formation and one length of the rotation. A rider may only lead as long as {@link Stamina} lets him: so the cheapest timetable is found by
 * dynamic programming over the moments at which somebody swings off, and those that are cheaper than a known plan are walked through one by one.
 */
final class RotationSearch {
    /** So often is asked whether to stop, in nodes. */
    private static final int ASK_EVERY = 1_024;

    /** Rides a timetable that nothing has ruled out. */
    interface Rider {
        /** What it costs; infinite if it cannot be ridden. */
        double cost(int first, int[] begins, int leaders);
    }

    private final int rotation;
    private final int working;
    private final int shortest;
    private final int moments;
    /** Where a rotation is not over before the ride, those who come last in it may never lead. */
    private final boolean open;

    private final int[][] lastEnds;
    private final Timetables timetables;
    private double[][] sumsJ = {};
    /** By turn and begin: what is left to pay at least. */
    private final double[][] toGoJ;

    private final int[] earliest;
    private final int[] latest;

    private long nodes;
    private long mostNodes;

    /** @param lastEnds by position, see {@link TeamStamina.Place#lastEnds} */
    RotationSearch(Timetables timetables, int rotation, int[][] lastEnds) {
        this.timetables = timetables;
        this.rotation = rotation;
        this.lastEnds = lastEnds;
        working = timetables.working();
        shortest = timetables.shortest;
        moments = timetables.moments();
        open = rotation >= timetables.longestRotation();
        toGoJ = new double[working][];
        earliest = new int[working];
        latest = new int[working];
    }

    /** No timetable costs less, J; infinite if somebody would be overdrawn in all of them. */
    double leastJ() {
        double least = Double.POSITIVE_INFINITY;
        for (int first = 0; first < working; first++) {
            if (fill(first)) {
                least = Math.min(least, timetables.firstJ(first, sumsJ[first]) + toGoJ[0][0]);
            }
        }
        return least;
    }

    /** Whether there may be any timetable that everybody lives through. */
    boolean isPossible() {
        return IntStream.range(0, working).anyMatch(this::isPossible);
    }

    /** As last ends rise with the begin, it is best to end every turn as late as can be. */
    private boolean isPossible(int first) {
        int begin = 0;
        for (int k = 0; k < working; k++) {
            int[] ends = lastEnds[position(first, k)];
            if (mayEnd(k, ends, begin)) {
                return true;
            }
            if (ends[begin] < begin + shortest) {
                return false;
            }
            begin = Math.min(open ? rotation - 1 : rotation - (working - k - 1) * shortest, ends[begin]);
        }
        return false;
    }

    /** When each turn of a rotation can begin; false if it cannot be filled. */
    private boolean limit(int first) {
        latest[0] = 0;
        for (int k = 1; k < working; k++) {
            int[] ends = lastEnds[position(first, k - 1)];
            latest[k] = Math.min(open ? rotation - 1 : rotation - (working - k) * shortest, ends[latest[k - 1]]);
        }
        int next = rotation;
        for (int k = working - 1; k >= 0; k--) {
            int begin = k * shortest;
            int[] ends = lastEnds[position(first, k)];
            while (!open && begin <= latest[k] && ends[begin] < next) {
                begin++;
            }
            if (!open && begin > latest[k]) {
                return false;
            }
            earliest[k] = begin;
            next = begin;
        }
        return true;
    }

    private int position(int first, int turn) {
        return first + turn < working ? first + turn : first + turn - working;
    }

    /** From the last turn of a rotation to the first: what is left to pay at least. */
    private boolean fill(int first) {
        if (!limit(first)) {
            return false;
        }
        if (sumsJ.length == 0) {
            sumsJ = timetables.sumsJ(rotation);
        }
        double[] nextJ = null;
        for (int k = working - 1; k >= 0; k--) {
            double[] hereJ = new double[rotation];
            Arrays.fill(hereJ, Double.POSITIVE_INFINITY);
            int[] ends = lastEnds[position(first, k)];
            if (nextJ != null) {
                slide(hereJ, nextJ, ends, k);
            }
            for (int m = earliest[k]; m <= latest[k]; m++) {
                if (mayEnd(k, ends, m)) {
                    hereJ[m] = Math.min(hereJ[m], 0);
                }
            }
            toGoJ[k] = hereJ;
            if (k > 0) {
                nextJ = new double[rotation];
                double[] sums = sumsJ[position(first, k)];
                for (int m = 0; m < rotation; m++) {
                    nextJ[m] = hereJ[m] + sums[m];
                }
            }
        }
        return true;
    }

    /** Whether the rotation, or the ride, may end with a turn that begins then. */
    private boolean mayEnd(int turn, int[] ends, int begin) {
        return open ? ends[begin] >= moments : turn == working - 1 && ends[begin] >= rotation;
    }

    /** The least of what comes next over all ends that a turn may have; both sides of them rise with its begin. */
    private void slide(double[] hereJ, double[] nextJ, int[] ends, int turn) {
        int[] queue = new int[rotation];
        int head = 0;
        int tail = 0;
        int added = latest[turn + 1] + 1;
        for (int m = latest[turn]; m >= earliest[turn]; m--) {
            while (added > m + shortest) {
                added--;
                while (tail > head && nextJ[queue[tail - 1]] >= nextJ[added]) {
                    tail--;
                }
                queue[tail++] = added;
            }
            while (tail > head && queue[head] > ends[m]) {
                head++;
            }
            if (tail > head) {
                hereJ[m] = nextJ[queue[head]];
            }
        }
    }

    /**
     * The cheapest timetable that can be ridden, if it is cheaper than one known; else what that costs, J. Not a number if stopped.
     *
     * @param most nodes to visit at most
     */
    double search(TeamStamina.Place[] places, Rider rider, double knownJ, long most, BooleanSupplier stop) {
        nodes = 0;
        mostNodes = most;
        double best = knownJ;
        for (int first = 0; first < working && nodes <= mostNodes; first++) {
            if (fill(first)) {
                Walk walk = new Walk(places, rider, first, stop);
                best = walk.from(0, timetables.firstJ(first, sumsJ[first]), best);
            }
        }
        return nodes > mostNodes ? Double.NaN : best;
    }

    /** Through all timetables with one first leader. */
    private final class Walk {
        private final TeamStamina.Place[] places;
        private final Rider rider;
        private final int first;
        private final BooleanSupplier stop;
        private final int[] begins = new int[working + 1];

        Walk(TeamStamina.Place[] places, Rider rider, int first, BooleanSupplier stop) {
            this.places = places;
            this.rider = rider;
            this.first = first;
            this.stop = stop;
        }

        /** Everything that begins as far as this turn, which costs so much. */
        double from(int turn, double paidJ, double knownJ) {
            if (paidJ + toGoJ[turn][begins[turn]] >= knownJ) {
                return knownJ;
            }
            int position = position(first, turn);
            int[] ends = lastEnds[position];
            int begin = begins[turn];
            double best = knownJ;
            if (mayEnd(turn, ends, begin) && paidJ < best) {
                begins[turn + 1] = rotation;
                if (places[position].stamina.survives(begins, turn, rotation)) {
                    best = Math.min(best, rider.cost(first, begins, turn + 1));
                }
            }
            if (turn + 1 == working) {
                return best;
            }
            double[] sums = sumsJ[position(first, turn + 1)];
            boolean known = false;
            for (int end = Math.min(ends[begin], latest[turn + 1]); end >= begin + shortest; end--) {
                double nextJ = paidJ + sums[end];
                if (nextJ + toGoJ[turn + 1][end] < best) {
                    if (over()) {
                        return best;
                    }
                    begins[turn + 1] = end;
                    known = known || places[position].stamina.survives(begins, turn, rotation);
                    best = known ? from(turn + 1, nextJ, best) : best;
                }
            }
            return best;
        }

        private boolean over() {
            nodes++;
            if (nodes % ASK_EVERY == 0 && stop.getAsBoolean()) {
                nodes = mostNodes + 1;
            }
            return nodes > mostNodes;
        }
    }
}
