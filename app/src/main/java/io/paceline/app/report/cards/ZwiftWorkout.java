package io.paceline.app.report.cards;

import io.paceline.app.report.ride.RiderRide;
import java.util.Locale;

/** The ride of one rider as a workout of Zwift (.zwo). Powers are shares of his critical power today. */
final class ZwiftWorkout {
    private ZwiftWorkout() {}

    /**
     * The file.
     *
     * @param title of the workout
     * @param criticalPowerW today, W
     */
    static String of(String title, RiderRide ride, double criticalPowerW) {
        long wholeW = Math.round(criticalPowerW);
        XmlText xml = XmlText.document()
                .open("workout_file")
                .element("author", "Paceline")
                .element("name", title)
                .element("description", "A rotation to rehearse: pulls and shelter as planned, on a trainer.")
                .element("sportType", "bike")
                .element("ftpOverride", Long.toString(wholeW))
                .open("workout");
        for (Rehearsal.Step step : Rehearsal.of(ride)) {
            String words = (step.pull() ? "Pull " : "In the line ") + step.seconds() + " s, " + Math.round(step.meanW())
                    + " W";
            xml.open(
                            "SteadyState",
                            "Duration",
                            Long.toString(step.seconds()),
                            "Power",
                            String.format(Locale.ROOT, "%.4f", step.meanW() / wholeW))
                    .empty("textevent", "timeoffset", "0", "message", words)
                    .close();
        }
        return xml.close().close().toString();
    }
}
