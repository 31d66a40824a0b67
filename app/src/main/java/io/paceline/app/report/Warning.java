package io.paceline.app.report;

import io.paceline.chase.Chase;
import io.paceline.chase.Doubt;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ModelLimits;
import io.paceline.power.Crosswind;
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
                .map(doubt -> of(chase, doubt, 100 * doubt.energyJ() / outcome.collectiveJ()))
                .toList();
    }

    private static Warning of(Chase chase, Doubt doubt, double energyPct) {
        String where = Units.km(doubt.lengthM() / 1_000) + " km";
        String sentence = where + " " + about(chase, doubt) + " "
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

    private static String about(Chase chase, Doubt doubt) {
        return switch (doubt.kind()) {
            case CROSSWIND ->
                fromTheSide(doubt)
                        + ": a straight line loses shelter then, and the model has no echelons. The scenario may ask for either"
                        + " (crosswind.formation).";
            case CROSSWIND_LINE ->
                fromTheSide(doubt) + ": how fast a straight line loses shelter is an estimate, from one study at "
                        + studiedDeg() + " degrees.";
            case CROSSWIND_ECHELON ->
                fromTheSide(doubt) + ": an echelon of " + chase.team().size()
                        + " needs room on the road, and the one study has " + Crosswind.STUDIED_RIDERS + " riders at "
                        + studiedDeg() + " degrees. Without room it is a straight line.";
            case SLOW_CLIMB ->
                "go uphill slowly, down to " + Units.kmh(doubt.worst())
                        + " km/h: shelter was hardly measured below 29 km/h.";
            case FAST_DESCENT ->
                "go downhill fast, up to " + Units.kmh(doubt.worst()) + " km/h: bends and brakes are not in the model.";
            case WIDE_GAP ->
                "are ridden with wheel gaps of " + Units.fixed(1, doubt.worst())
                        + " m: sources disagree whether there is shelter beyond 3 m.";
            case BUNCH ->
                (chase.goal().fastest() ? "before the start" : "before the launch")
                        + " are ridden in the bunch: its drag, " + Units.percent(doubt.worst())
                        + " % of riding alone, is a guess, and in an open bunch it is 67 %.";
        };
    }

    private static String fromTheSide(Doubt doubt) {
        return "have the air from the side, up to " + Units.fixed(0, Math.toDegrees(doubt.worst())) + " degrees of yaw";
    }

    private static String studiedDeg() {
        return Units.fixed(0, Math.toDegrees(Crosswind.STUDIED_YAW_RAD));
    }
}
