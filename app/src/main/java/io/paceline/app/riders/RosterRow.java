package io.paceline.app.riders;

import io.paceline.optimizer.calibration.BestEffort;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The line of riders.csv that an answer gives, by column. */
public final class RosterRow {
    /** Seconds of the best power that is written as pmax_w. */
    private static final int BEST_S = 5;

    private static final double LEAST_PMAX_W = 200;

    private RosterRow() {}

    /**
     * The values, as texts.
     *
     * @param massKg of the rider alone
     * @param dragAreaM2 CdA
     * @throws IllegalStateException if the answer has no id or no CP
     */
    public static Map<String, String> of(RiderAnswer answer, double massKg, double dragAreaM2) {
        double criticalPowerW = answer.estimate().best().criticalPowerW();
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", answer.id().orElseThrow(() -> new IllegalStateException("a row needs an id")));
        row.put("mass_kg", number("%.1f", massKg));
        row.put("cp_w", number("%.0f", criticalPowerW));
        row.put("w_prime_j", number("%.0f", answer.estimate().best().wPrimeJ()));
        best(answer)
                .filter(watts -> watts >= LEAST_PMAX_W && watts > criticalPowerW + 1)
                .ifPresent(watts -> row.put("pmax_w", number("%.0f", watts)));
        row.put("drag_area_m2", number("%.3f", dragAreaM2));
        return row;
    }

    private static Optional<Double> best(RiderAnswer answer) {
        return answer.curve().best(BEST_S).map(BestEffort::effort).map(effort -> effort.powerW());
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
