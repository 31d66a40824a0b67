package io.paceline.app.riders;

import io.paceline.optimizer.calibration.CriticalPowerEstimate;
import io.paceline.optimizer.calibration.DragEstimate;
import io.paceline.optimizer.calibration.PowerCurve;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the files of one rider say.
 *
 * @param id of the rider; empty if none was given
 * @param files in the order given
 * @param curve of all rides; its rides are the files that are rides, in order
 * @param fromTests whether efforts of a list were fitted, not those of the rides
 * @param estimate CP and W′, or why not
 * @param drag CdA and Crr, if asked for
 */
public record RiderAnswer(
        Optional<String> id,
        List<FileFacts> files,
        PowerCurve curve,
        boolean fromTests,
        CriticalPowerEstimate estimate,
        Optional<DragEstimate> drag) {
    /** Copies the list. */
    public RiderAnswer {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param file as the user named it
     * @param isRide or a list of efforts
     * @param durationS of a ride, without a tail of zeros, s
     * @param meanPowerW of a ride, W
     * @param missingS of a ride: seconds without a power, s
     * @param warnings what could not be read
     */
    public record FileFacts(
            Path file, boolean isRide, int durationS, double meanPowerW, int missingS, List<String> warnings) {
        /** Copies the list. */
        public FileFacts {
            warnings = List.copyOf(warnings);
        }
    }

    /** The files that are rides with power, as the curve counts them. */
    public List<FileFacts> rides() {
        return files.stream().filter(FileFacts::isRide).toList();
    }

    /** Whether there is an answer for everything that was asked. */
    public boolean complete() {
        return estimate.refusal().isEmpty()
                && drag.flatMap(DragEstimate::refusal).isEmpty();
    }
}
