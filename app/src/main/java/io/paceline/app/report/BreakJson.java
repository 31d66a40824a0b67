package io.paceline.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.paceline.app.scenario.BreakRiders;
import io.paceline.chase.Outcome;
import io.paceline.chase.RiderOutcome;
import io.paceline.plan.Pull;
import java.io.IOException;
import java.util.Optional;

/** The break of known riders as one object of a document. */
final class BreakJson {
    private BreakJson() {}

    /** Writes {@code breakaway}; nothing for a break that was only observed. */
    static void write(JsonGenerator json, Optional<BreakRiders> group) throws IOException {
        if (group.isEmpty() || group.get().ridden().isEmpty()) {
            return;
        }
        BreakRiders.Ridden ridden = group.get().ridden().get();
        Outcome outcome = ridden.outcome();
        json.writeObjectFieldStart("breakaway");
        json.writeNumberField("gapS", group.get().gapS());
        json.writeNumberField("rideS", outcome.timeS());
        json.writeNumberField("speedKmh", group.get().ride().road().lengthM() / outcome.timeS() * 3.6);
        if (ridden.ifAllWorked().isPresent()) {
            json.writeNumberField("rideIfAllWorkedS", ridden.ifAllWorked().get().timeS());
        }
        json.writeArrayFieldStart("riders");
        for (RiderOutcome rider : outcome.riders()) {
            rider(json, group.get(), ridden, rider);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("explanation");
        for (String sentence : BreakText.sentences(group.get(), ridden)) {
            json.writeString(sentence);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void rider(JsonGenerator json, BreakRiders group, BreakRiders.Ridden ridden, RiderOutcome rider)
            throws IOException {
        Optional<Pull> pull = ridden.plan().pulls().stream()
                .filter(each -> each.riderId().equals(rider.riderId()))
                .findFirst();
        json.writeStartObject();
        json.writeStringField("rider", rider.riderId());
        json.writeBooleanField("cooperates", !group.ride().team().protectedIds().contains(rider.riderId()));
        json.writeNumberField("pullS", pull.map(Pull::seconds).orElse(0.0));
        json.writeNumberField(
                "burnedAfterTurns", pull.map(Pull::burnedAfterTurns).orElse(0));
        json.writeNumberField("meanW", rider.meanPowerW());
        json.writeNumberField("leastBalanceJ", rider.leastBalanceJ());
        json.writeNumberField("leastBalancePct", rider.leastBalanceFraction() * 100);
        json.writeNumberField("frontShare", rider.frontShare());
        json.writeEndObject();
    }
}
