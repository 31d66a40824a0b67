package io.paceline.kernel;

/**
 * What riders do, cut into runs: some recovery, then some work above CP. Side by side, so that their exponentials do not wait for one
 * another.
 */
final class Runs {
    int count;
    /** The recovery before the work as an exponent, {@code t/τ} summed; then what it leaves of a deficit. */
    private double[] exponent = new double[64];

    double[] kept = new double[64];
    /** What he stays below CP in that time, J. */
    double[] belowJ = new double[64];
    /** The work above CP, J. */
    double[] spentJ = new double[64];

    /** Makes room for so many runs, and forgets those that there are. */
    void clear(int room) {
        count = 0;
        if (exponent.length < room) {
            exponent = new double[2 * room];
            kept = new double[2 * room];
            belowJ = new double[2 * room];
            spentJ = new double[2 * room];
        }
    }

    void add(double recovery, double below, double spent) {
        exponent[count] = recovery;
        belowJ[count] = below;
        spentJ[count++] = spent;
    }

    /** Works out what each recovery leaves. */
    void keep() {
        double[] exponents = exponent;
        double[] keeps = kept;
        int n = count;
        for (int k = 0; k < n; k++) {
            keeps[k] = Elementary.exp(-exponents[k]);
        }
    }
}
