package io.paceline.app.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paceline.chase.Chase;
import io.paceline.chase.ObservedBreak;
import io.paceline.kernel.Trace;
import io.paceline.rider.Rider;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A gap that somebody measured on the road, and what it says about a plan: whether the chase is ahead of it, and what the chase has to
 * answer from there on.
 */
final class GapReading {
    private static final double SHORTEST_KM = 0.1;
    private static final double STEP_S = 1;

    private final Snapshot plan;
    private final double kmToGo;
    private final double gapS;
    private final Trace trace;
    private final int row;
    private final double share;

    private GapReading(Snapshot plan, double kmToGo, double gapS) {
        this.plan = plan;
        this.kmToGo = kmToGo;
        this.gapS = gapS;
        trace = plan.kernel().trace(plan.plan(), STEP_S);
        double atM = (plan.scenario().goal().startKm() - kmToGo) * 1_000;
        int found = 0;
        while (found < trace.distanceM().size() - 2 && trace.distanceM().get(found + 1) < atM) {
            found++;
        }
        row = found;
        double stepM = trace.distanceM().get(row + 1) - trace.distanceM().get(row);
        share = stepM > 0 ? Math.min(1, Math.max(0, (atM - trace.distanceM().get(row)) / stepM)) : 0;
    }

    /**
     * A reading while a plan is ridden.
     *
     * @param kmToGo where the chase is; between the plan's start and 0.1 km before its catch point
     * @param gapS to the break there, s; 0 to 3 600
     * @throws BadRequest if a value is outside its range, or nobody is chased
     */
    static GapReading of(Snapshot plan, OptionalDouble kmToGo, OptionalDouble gapS) {
        if (plan.scenario().chase().goal().fastest()) {
            throw new BadRequest("this is a ride for time: there is no break, so there is no gap to read.");
        }
        double startKm = plan.scenario().goal().startKm();
        double lastKm = plan.scenario().goal().catchKm() + SHORTEST_KM;
        double km = kmToGo.orElseThrow(() -> new BadRequest("kmToGo is missing. It is where the chase is now."));
        double gap = gapS.orElseThrow(() -> new BadRequest("gapS is missing. It is the gap there, in seconds."));
        if (!(km >= lastKm && km <= startKm)) {
            throw new BadRequest(String.format(
                    Locale.ROOT,
                    "kmToGo = %s km is outside [%.1f, %.1f] km: between the last reading and the catch.",
                    km,
                    lastKm,
                    startKm));
        }
        if (!(gap >= 0 && gap <= 3_600)) {
            throw new BadRequest("gapS = " + gap + " s is outside [0, 3600] s. It is in seconds.");
        }
        return new GapReading(plan, km, gap);
    }

    /** What the plan expected here, s. */
    double plannedGapS() {
        return between(trace.gapS().get(row), trace.gapS().get(row + 1));
    }

    /**
     * How the chase stands, for the browser.
     *
     * @param from the chase from here on
     */
    ObjectNode json(Task from) {
        double aheadS = plannedGapS() - gapS;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kmToGo", kmToGo);
        json.put("gapS", gapS);
        json.put("plannedGapS", plannedGapS());
        json.put("aheadS", aheadS);
        json.put("speedKmhBefore", speedKmhBefore());
        json.put(
                "sentence",
                Math.abs(aheadS) < 0.5
                        ? "On plan."
                        : String.format(
                                Locale.ROOT,
                                "%.0f s %s the plan, which had %.0f s here.",
                                Math.abs(aheadS),
                                aheadS > 0 ? "ahead of" : "behind",
                                plannedGapS()));
        double leftS = from.kernel().targetS() + from.kernel().approachS();
        double leftKm = kmToGo - from.scenario().goal().catchKm();
        return json.put("speedKmhNow", leftKm * 3_600 / leftS);
    }

    /** Mean speed of the plan from here to the catch, km/h. */
    private double speedKmhBefore() {
        double leftS = plan.answer().outcome().timeS() - timeS();
        return (kmToGo - plan.scenario().goal().catchKm()) * 3_600 / leftS;
    }

    /** The chase from here on: this gap, the road that is left, riders who have spent what the plan asked of them so far. */
    Question fromHere() {
        Question question = plan.question().copy();
        ((ObjectNode) question.scenario().get("course")).put("from_km_to_go", kmToGo);
        double launchKm = plan.scenario().goal().launchKm();
        ((ObjectNode) question.scenario().get("goal"))
                .put("launch_at_km_to_go", kmToGo - launchKm < SHORTEST_KM ? kmToGo : launchKm);
        ObjectNode ahead = (ObjectNode) question.scenario().get("breakaway");
        ahead.put("gap_s", gapS);
        if (plan.scenario().chase().breakaway() instanceof ObservedBreak observed && observed.decayPerHour() > 0) {
            // the fading goes on from the power that is left now
            double lostShare = observed.decayPerHour() * (timeS() + observed.gapS() - gapS) / 3_600;
            ahead.remove("speed_kmh");
            ahead.put("power_w", rounded(1, observed.powerW() * (1 - lostShare)));
            ahead.put("decay_pct_per_hour", rounded(2, 100 * observed.decayPerHour() / (1 - lostShare)));
        }
        spend(question);
        return question;
    }

    private void spend(Question question) {
        Chase chase = plan.scenario().chase();
        for (int slot = 0; slot < chase.team().size(); slot++) {
            Rider rider = chase.team().riders().get(slot);
            double wPrimeJ = rider.wPrimeJ() * chase.freshness().wPrimeFactor();
            double balanceJ = between(
                    trace.balanceJ().get(row).get(slot),
                    trace.balanceJ().get(row + 1).get(slot));
            question.riders().forEach(one -> {
                if (one.path("id").asText().equals(rider.id())) {
                    ((ObjectNode) one).put("spent_j", Math.max(0, Math.round(wPrimeJ - balanceJ)));
                }
            });
        }
    }

    /** Numbers that people read: watts to 0.1, joules of a rider whole. */
    private static double rounded(int digits, double value) {
        double scale = Math.pow(10, digits);
        return Math.rint(value * scale) / scale;
    }

    private double timeS() {
        return between(trace.timeS().get(row), trace.timeS().get(row + 1));
    }

    private double between(double from, double to) {
        return from + share * (to - from);
    }
}
