package io.paceline.optimizer.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drag area and rolling resistance of a ride, or why they cannot be told.
 *
 * @param dragAreaM2 CdA, m²
 * @param dragAreaErrorM2 its standard error, m²
 * @param rollingResistance Crr
 * @param rollingResistanceError its standard error; 0 if Crr was given
 * @param minutes windows of a minute that were used
 * @param dropped windows that lay far from the others and were left out
 * @param warnings what may make it wrong, as sentences
 * @param refusal why it is no answer, as a sentence; empty if it is one
 */
public record DragEstimate(
        double dragAreaM2,
        double dragAreaErrorM2,
        double rollingResistance,
        double rollingResistanceError,
        int minutes,
        int dropped,
        List<String> warnings,
        Optional<String> refusal) {
    /** Copies the list. */
    public DragEstimate {
        warnings = List.copyOf(warnings);
    }

    /** The same with one more sentence on what may make it wrong. */
    public DragEstimate withWarning(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new DragEstimate(
                dragAreaM2,
                dragAreaErrorM2,
                rollingResistance,
                rollingResistanceError,
                minutes,
                dropped,
                more,
                refusal);
    }

    static DragEstimate refused(int minutes, String why) {
        return new DragEstimate(
                Double.NaN, Double.NaN, Double.NaN, Double.NaN, minutes, 0, List.of(), Optional.of(why));
    }
}
