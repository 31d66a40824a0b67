package io.paceline.app.riders;

import io.paceline.app.report.Table;
import io.paceline.app.report.Units;
import io.paceline.app.riders.RiderAnswer.FileFacts;
import io.paceline.optimizer.calibration.BestEffort;
import io.paceline.optimizer.calibration.CriticalPowerEstimate;
import io.paceline.optimizer.calibration.CriticalPowerFit;
import io.paceline.optimizer.calibration.Doubt;
import io.paceline.optimizer.calibration.DragEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was found about a rider, for people. */
public final class RiderText {
    private final List<String> lines = new ArrayList<>();

    private RiderText() {}

    /** The lines. */
    public static List<String> lines(RiderAnswer answer) {
        RiderText text = new RiderText();
        text.files(answer);
        text.curve(answer);
        text.estimate(answer);
        answer.drag().ifPresent(text::drag);
        return text.lines;
    }

    private void add(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    private void files(RiderAnswer answer) {
        lines.add(answer.id().map(id -> "Rider " + id).orElse("One rider") + ", "
                + answer.files().size() + (answer.files().size() == 1 ? " file" : " files"));
        for (FileFacts file : answer.files()) {
            if (file.isRide()) {
                add(
                        "  %s: %s, mean %s W%s",
                        file.file(),
                        Units.duration(file.durationS()),
                        Units.watts(file.meanPowerW()),
                        file.missingS() > 0
                                ? ", " + Units.duration(file.missingS()) + " without power count as 0 W"
                                : "");
            } else {
                add("  %s: a list of efforts", file.file());
            }
            file.warnings().forEach(warning -> add("    Careful: %s", warning));
        }
    }

    private void curve(RiderAnswer answer) {
        if (answer.curve().efforts().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Best mean powers");
        boolean many = answer.rides().size() > 1;
        Table table = many ? new Table("time", "W", "from", "<file") : new Table("time", "W", "from");
        for (BestEffort best : answer.curve().efforts()) {
            String time = Units.duration(best.effort().durationS());
            String watts = Units.watts(best.effort().powerW());
            String from = clock(best.startS());
            if (many) {
                table.add(
                        time,
                        watts,
                        from,
                        String.valueOf(answer.rides().get(best.ride()).file().getFileName()));
            } else {
                table.add(time, watts, from);
            }
        }
        lines.addAll(table.lines());
    }

    private static String clock(int seconds) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    private void estimate(RiderAnswer answer) {
        CriticalPowerEstimate estimate = answer.estimate();
        lines.add("");
        if (!estimate.fits().isEmpty()) {
            lines.add("Models through the " + estimate.efforts().size() + " efforts of 2 to 20 minutes"
                    + (answer.fromTests() ? " of the list" : "") + " (standard errors)");
            Table table = new Table("<model", "CP W", "± W", "W' kJ", "± kJ", "together %", "<");
            boolean answered = estimate.refusal().isEmpty();
            for (CriticalPowerFit fit : estimate.fits()) {
                table.add(
                        fit.model().label(),
                        Units.fixed(1, fit.criticalPowerW()),
                        Units.fixed(1, fit.criticalPowerErrorW()),
                        Units.kj(2, fit.wPrimeJ()),
                        Units.kj(2, fit.wPrimeErrorJ()),
                        Units.fixed(1, fit.combinedErrorPct()),
                        !CriticalPowerEstimate.eligible(fit)
                                ? "too few efforts for it"
                                : answered && fit.equals(estimate.best()) ? "taken" : "");
            }
            lines.addAll(table.lines());
            lines.add("");
        }
        estimate.refusal().ifPresentOrElse(why -> add("CP and W' cannot be told. %s", why), () -> bands(estimate));
        boolean ranges = estimate.refusal().isEmpty();
        if (ranges && !answer.fromTests()) {
            lines.add("These are the best efforts of the rides: where he could have gone harder, CP or W' is higher.");
        }
        for (Doubt doubt : estimate.doubts()) {
            boolean wider = ranges && doubt.kind().widens();
            add("Careful: %s%s", doubt.sentence(), wider ? " The range is wider for it." : "");
        }
    }

    private void bands(CriticalPowerEstimate estimate) {
        CriticalPowerFit best = estimate.best();
        double cpW = best.criticalPowerW();
        double bandW = estimate.criticalPowerBandW();
        double wPrimeJ = best.wPrimeJ();
        double bandJ = estimate.wPrimeBandJ();
        add("CP %.0f W, probably %.0f to %.0f.", cpW, Math.max(0, cpW - bandW), cpW + bandW);
        add(
                "W' %.1f kJ, probably %.1f to %.1f.",
                wPrimeJ / 1_000, Math.max(0, wPrimeJ - bandJ) / 1_000, (wPrimeJ + bandJ) / 1_000);
    }

    private void drag(DragEstimate drag) {
        lines.add("");
        drag.refusal().ifPresentOrElse(why -> add("CdA cannot be told. %s", why), () -> {
            add(
                    "CdA %.3f ± %.3f m², Crr %.4f%s, from %d minutes%s (standard errors).",
                    drag.dragAreaM2(),
                    drag.dragAreaErrorM2(),
                    drag.rollingResistance(),
                    drag.rollingResistanceError() == 0
                            ? " as given"
                            : String.format(Locale.ROOT, " ± %.4f", drag.rollingResistanceError()),
                    drag.minutes(),
                    drag.dropped() == 0 ? "" : "; " + drag.dropped() + " far from the others were left out");
        });
        drag.warnings().forEach(warning -> add("Careful: %s", warning));
    }
}
