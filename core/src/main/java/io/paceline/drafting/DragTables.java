package io.paceline.drafting;

/** The tables that come with the library. */
public final class DragTables {
    private static final double[] BLOCKEN_GAP_M = {0.05, 0.15, 0.50, 1.00, 5.00};

    /** Drag, % of the rider alone, by gap, riders and place: a transcription, see {@link #blocken2018()}. */
    private static final double[][][] BLOCKEN_PCT = {
        { // 0.05 m
            {100.0},
            {97.6, 64.1},
            {97.2, 61.7, 51.7},
            {97.1, 61.2, 49.5, 45.9},
            {97.1, 61.1, 49.1, 43.9, 43.6},
            {97.1, 61.0, 48.9, 43.4, 41.7, 42.5},
            {97.0, 61.0, 48.8, 43.2, 41.2, 40.7, 41.9},
            {97.0, 61.0, 48.8, 43.2, 41.0, 40.2, 40.1, 41.5},
            {97.0, 61.0, 48.8, 43.2, 41.0, 40.1, 39.7, 39.8, 41.2},
        },
        { // 0.15 m
            {100.0},
            {98.0, 64.4},
            {97.7, 62.2, 52.2},
            {97.6, 61.8, 50.2, 46.6},
            {97.5, 61.7, 49.8, 44.7, 44.3},
            {97.5, 61.6, 49.7, 44.3, 42.6, 43.3},
            {97.5, 61.6, 49.6, 44.2, 42.2, 41.7, 42.7},
            {97.5, 61.6, 49.6, 44.1, 42.0, 41.3, 41.1, 42.3},
            {97.5, 61.6, 49.6, 44.1, 42.0, 41.1, 40.7, 40.8, 42.0},
        },
        { // 0.5 m
            {100.0},
            {98.7, 65.2},
            {98.4, 63.4, 53.6},
            {98.4, 63.4, 52.3, 48.6},
            {98.4, 63.4, 52.0, 47.1, 46.6},
            {98.4, 63.3, 51.9, 46.8, 45.2, 45.7},
            {98.4, 63.3, 51.9, 46.7, 44.9, 44.4, 45.2},
            {98.4, 63.3, 51.9, 46.7, 44.9, 44.1, 43.9, 44.8},
            {98.4, 63.3, 51.8, 46.7, 44.8, 44.0, 43.6, 43.6, 44.6},
        },
        { // 1.0 m
            {100.0},
            {99.2, 66.5},
            {99.1, 65.5, 55.6},
            {99.0, 65.3, 54.6, 51.1},
            {99.0, 65.2, 54.4, 50.0, 49.3},
            {99.0, 65.2, 54.4, 49.9, 48.4, 48.5},
            {99.0, 65.2, 54.3, 49.7, 48.1, 47.5, 48.1},
            {99.0, 65.2, 54.3, 49.7, 48.0, 47.4, 47.2, 47.8},
            {99.0, 65.2, 54.3, 49.7, 48.0, 47.3, 47.0, 46.9, 47.5},
        },
        { // 5.0 m
            {100.0},
            {99.9, 70.9},
            {99.9, 70.8, 63.1},
            {99.9, 70.8, 63.0, 61.1},
            {99.9, 70.8, 63.0, 61.0, 60.5},
            {99.9, 70.8, 63.0, 61.0, 60.4, 60.2},
            {99.9, 70.8, 63.0, 61.0, 60.4, 60.1, 60.1},
            {99.9, 70.8, 63.0, 61.0, 60.4, 60.1, 60.0, 60.1},
            {99.9, 70.8, 63.0, 61.0, 60.4, 60.1, 59.9, 60.0, 60.4},
        },
    };

    /** Drag over drag alone in places 1, 2, 3 and from 4 on. Source: Fitton et al. 2018, doi:10.1177/1754337117692280. */
    private static final double[] FIELD_BY_PLACE = {0.96, 0.58, 0.52, 0.53};

    private static final int FIELD_RIDERS = 9;

    private DragTables() {}

    /**
     * Computed flow about identical riders in time-trial position, 1 to 9 of them, gaps of 0.05 to 5 m, no wind.
     *
     * <p>Source: Blocken, Toparlar, van Druenen and Andrianne 2018, J Wind Eng Ind Aerodyn 182:128-145, figures 9 to 13;
     * second-hand, from transcriptions.
     */
    public static DragTable blocken2018() {
        double[][][] fraction = new double[BLOCKEN_PCT.length][][];
        for (int g = 0; g < fraction.length; g++) {
            fraction[g] = new double[BLOCKEN_PCT[g].length][];
            for (int n = 0; n < fraction[g].length; n++) {
                fraction[g][n] = new double[n + 1];
                for (int p = 0; p <= n; p++) {
                    fraction[g][n][p] = BLOCKEN_PCT[g][n][p] / 100;
                }
            }
        }
        return new GridDragTable("Blocken et al. 2018, JWEIA 182:128-145, computed flow", BLOCKEN_GAP_M, fraction);
    }

    /**
     * Measured on a velodrome: savings flatten after place 3 and are 4 to 12 points smaller than computed ones. Measured in lines
     * of four at one gap; used for every gap, and for other numbers of riders by place, which is an assumption.
     *
     * <p>Source: Fitton, Symons and Caddy 2018, six elite women; Broker, Kyle and Burke 1999 agree on the flattening.
     */
    public static DragTable field() {
        double[][] lines = new double[FIELD_RIDERS][];
        for (int n = 1; n <= FIELD_RIDERS; n++) {
            lines[n - 1] = new double[n];
            for (int p = 0; p < n; p++) {
                lines[n - 1][p] = n == 1 ? 1 : FIELD_BY_PLACE[Math.min(p, FIELD_BY_PLACE.length - 1)];
            }
        }
        return new GridDragTable(
                "Fitton et al. 2018, velodrome, lines of four", new double[] {0.2}, new double[][][] {lines});
    }
}
