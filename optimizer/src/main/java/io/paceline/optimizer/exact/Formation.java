package io.paceline.optimizer.exact;

import java.util.Arrays;

/**
 * Who works in which cyclic order, and who sits on behind in which.
 *
 * @param slot a permutation of the riders; the first {@code working} of them pull
 * @param working how many pull
 */
record Formation(int[] slot, int working) {
    /** The most that fit into one number. */
    static final int MOST_RIDERS = 14;

    private static final int BITS = 4;

    /** In one number, for up to {@value #MOST_RIDERS} riders. */
    long code() {
        long code = working;
        for (int i = slot.length - 1; i >= 0; i--) {
            code = code << BITS | slot[i];
        }
        return code;
    }

    /** Whether two formations of as many riders have the same rotation, and differ in who sits on where at most. */
    static boolean sameRotation(long code, long other, int riders) {
        int bits = BITS * riders;
        int working = (int) (code >> bits);
        long rotation = (1L << (BITS * working)) - 1;
        return code >> bits == other >> bits && (code & rotation) == (other & rotation);
    }

    static Formation of(long code, int riders) {
        int[] slot = new int[riders];
        long rest = code;
        for (int i = 0; i < riders; i++) {
            slot[i] = (int) (rest & ((1 << BITS) - 1));
            rest >>= BITS;
        }
        return new Formation(slot, (int) rest);
    }

    /** Who works, one bit each: formations of the same workers have like prices. */
    int workers() {
        int mask = 0;
        for (int i = 0; i < working; i++) {
            mask |= 1 << slot[i];
        }
        return mask;
    }

    /** Slot of the rider directly ahead of a position when another position leads. */
    int ahead(int position, int leader, boolean exchanging) {
        if (position < working) {
            return slot[position == 0 ? working - 1 : position - 1];
        }
        if (position > working) {
            return slot[position - 1];
        }
        return slot[Math.floorMod(leader - (exchanging ? 2 : 1), working)];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formation that && that.working == working && Arrays.equals(that.slot, slot);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(code());
    }

    @Override
    public String toString() {
        return Arrays.toString(slot) + " / " + working;
    }
}
