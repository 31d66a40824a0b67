package io.paceline.app.report;

import io.paceline.chase.Chase;
import io.paceline.chase.Doubt;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ModelLimits;
import java.util.List;
import java.util.Locale;

/**
 * A doubt about a plan, as a coach reads it.
 *
 * @param kind for programs, such as {@code crosswind}
 * @param km how much road it is about
 * @param energyPct how much more energy it may take; 0 where time tells
 * @param timeS how much longer it may take, s; 0 where energy tells
 * @param sentence for people
 */
public record Warning(String kind, double km, double energyPct, double timeS, String sentence) {

    /** Where the model does not hold for a plan. */
    public static List<Warning> of(Chase chase, Outcome outcome) {
        return ModelLimits.of(chase, outcome.speedsMPerS()).stream()
                .map(doubt -> of(doubt, 100 * doubt.energyJ() / outcome.collectiveJ()))
                .toList();
    }

    private static Warning of(Doubt doubt, double energyPct) {
        String where = Units.km(doubt.lengthM() / 1_000) + " km";
        String sentence = where + " " + about(doubt) + " "
                + (doubt.timeS() > 0
                        ? "A tenth slower there takes " + Units.duration(doubt.timeS()) + " more."
                        : String.format(Locale.ROOT, "At worst %.1f %% more energy.", energyPct));
        return new Warning(
                doubt.kind().name().toLowerCase(Locale.ROOT),
                doubt.lengthM() / 1_000,
                energyPct,
                doubt.timeS(),
                sentence);
    }

    private static String about(Doubt doubt) {
        return switch (doubt.kind()) {
            case CROSSWIND ->
                "have the air from the side, up to " + Units.fixed(0, Math.toDegrees(doubt.worst()))
                        + " degrees of yaw: a straight line loses shelter then, and the model has no echelons.";
            case SLOW_CLIMB ->
                "go uphill slowly, down to " + Units.kmh(doubt.worst())
                        + " km/h: shelter was hardly measured below 29 km/h.";
            case FAST_DESCENT ->
                "go downhill fast, up to " + Units.kmh(doubt.worst()) + " km/h: bends and brakes are not in the model.";
            case WIDE_GAP ->
                "are ridden with wheel gaps of " + Units.fixed(1, doubt.worst())
                        + " m: sources disagree whether there is shelter beyond 3 m.";
            case BUNCH ->
                "before the launch are ridden in the bunch: its drag, " + Units.percent(doubt.worst())
                        + " % of riding alone, is a guess, and in an open bunch it is 67 %.";
        };
    }
}
