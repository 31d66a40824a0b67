package io.paceline.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Blocken's cells, read from the published file, at one wheel gap; and the effect of the rider ahead. */
final class OracleDrag {
    private static final List<Double> GAPS_M = List.of(0.05, 0.15, 0.5, 1.0, 5.0);
    private static final Map<String, Double> CELLS = cells();

    private final double gapM;

    OracleDrag(double gapM) {
        this.gapM = gapM;
    }

    /** Drag over drag alone, by riders and place, the front being place 1. */
    double fraction(int riders, int place) {
        if (riders > 9) {
            if (place <= 4) {
                return fraction(9, place);
            }
            return place == riders ? fraction(9, 9) : fraction(9, 7);
        }
        int upper = 1;
        while (GAPS_M.get(upper) < gapM) {
            upper++;
        }
        double low = GAPS_M.get(upper - 1);
        double high = GAPS_M.get(upper);
        double share = (gapM - low) / (high - low);
        return (1 - share) * cell(low, riders, place) + share * cell(high, riders, place);
    }

    /** Mean over all places of a line. */
    double mean(int riders) {
        double sum = 0;
        for (int place = 1; place <= riders; place++) {
            sum += fraction(riders, place);
        }
        return sum / riders;
    }

    /** {@code 1 - (1-k)·(CdA ahead / own CdA)^s}, never below 0.05. */
    static double sheltered(double k, double aheadM2, double ownM2, double exponent) {
        return Math.max(0.05, 1 - (1 - k) * StrictMath.pow(aheadM2 / ownM2, exponent));
    }

    private static double cell(double gap, int riders, int place) {
        return CELLS.get(gap + "/" + riders + "/" + place);
    }

    private static Map<String, Double> cells() {
        Map<String, Double> cells = new HashMap<>();
        try (InputStream in =
                        OracleDrag.class.getResourceAsStream("/io/paceline/drafting/blocken2018_ttt_paceline.csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (Character.isDigit(line.charAt(0))) {
                    String[] field = line.split(",", -1);
                    String key = Double.parseDouble(field[0]) + "/" + field[1] + "/" + field[2];
                    cells.put(key, Double.parseDouble(field[4]) / 100);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cells;
    }
}
