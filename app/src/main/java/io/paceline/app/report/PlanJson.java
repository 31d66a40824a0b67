package io.paceline.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.paceline.chase.Outcome;
import io.paceline.chase.RiderOutcome;
import io.paceline.plan.Pull;
import java.io.IOException;

/** A plan as JSON. {@code docs/json.md} describes it; numbers keep all their digits, so that a plan can be ridden again exactly. */
public final class PlanJson {
    /** Of the format: grows when a key changes its meaning or goes. */
    public static final int VERSION = 1;

    private final Answer answer;
    private final JsonGenerator json;
    private final JsonText.Part part;

    private PlanJson(Answer answer, JsonGenerator json, JsonText.Part part) {
        this.answer = answer;
        this.part = part;
        this.json = json;
    }

    /** The whole document, with a line end. */
    public static String of(Answer answer) {
        return of(answer, json -> {});
    }

    /** The same with something more before the explanation. */
    static String of(Answer answer, JsonText.Part part) {
        return JsonText.of(json -> new PlanJson(answer, json, part).write());
    }

    private void write() throws IOException {
        Outcome outcome = answer.outcome();
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("scenario", answer.scenario().name());
        json.writeBooleanField("feasible", outcome.feasible());
        json.writeObjectFieldStart("goal");
        json.writeStringField(
                "objective", GoalWords.key(answer.scenario().chase().goal().objective()));
        json.writeNumberField("ridersLeft", answer.scenario().chase().goal().ridersLeft());
        json.writeEndObject();
        json.writeNumberField("launchKmToGo", answer.scenario().goal().launchKm());
        json.writeObjectFieldStart("catch");
        json.writeNumberField("kmToGo", answer.scenario().goal().catchKm());
        json.writeNumberField("timeS", outcome.timeS());
        json.writeNumberField("marginS", marginS(outcome));
        json.writeEndObject();
        plan();
        energy();
        search();
        BreakJson.write(json, answer.scenario().breakRiders());
        for (Bound bound : answer.bounds()) {
            bound(bound);
        }
        part.write(json);
        if (answer.hangsOn().isPresent()) {
            json.writeFieldName("sensitivity");
            TornadoJson.write(json, answer.hangsOn().get());
        }
        suggestions();
        warnings();
        json.writeArrayFieldStart("explanation");
        for (String sentence : answer.explanation()) {
            json.writeString(sentence);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Only where somebody looked for help. */
    private void suggestions() throws IOException {
        if (answer.suggestions().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("suggestions");
        for (Suggestion suggestion : answer.suggestions()) {
            json.writeStartObject();
            json.writeStringField("kind", suggestion.kind());
            json.writeNumberField("amount", suggestion.amount());
            json.writeBooleanField("found", suggestion.found());
            json.writeStringField("sentence", suggestion.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Zero within the rounding of a solved pace: level with the break is not late. */
    static double marginS(Outcome outcome) {
        return Math.abs(outcome.marginS()) <= Outcome.TIME_TOLERANCE_S ? 0 : outcome.marginS();
    }

    private void plan() throws IOException {
        json.writeObjectFieldStart("plan");
        json.writeArrayFieldStart("order");
        for (Pull pull : answer.plan().pulls()) {
            json.writeString(pull.riderId());
        }
        for (String id : answer.plan().sitsOn()) {
            json.writeString(id);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("pulls");
        for (Pull pull : answer.plan().pulls()) {
            json.writeStartObject();
            json.writeStringField("rider", pull.riderId());
            json.writeNumberField("seconds", pull.seconds());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("sitsOn");
        for (String id : answer.plan().sitsOn()) {
            json.writeString(id);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("burned");
        for (Pull pull : answer.plan().pulls()) {
            if (pull.burnedAfterTurns() > 0) {
                json.writeStartObject();
                json.writeStringField("rider", pull.riderId());
                json.writeNumberField("afterTurns", pull.burnedAfterTurns());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        sectors();
        json.writeEndObject();
    }

    private void sectors() throws IOException {
        json.writeArrayFieldStart("sectors");
        for (SectorRide sector : answer.sectors()) {
            json.writeStartObject();
            json.writeNumberField("fromKmToGo", sector.fromKm());
            json.writeNumberField("toKmToGo", sector.toKm());
            json.writeNumberField("effort", sector.effort());
            json.writeNumberField("speedKmh", sector.speedMPerS() * 3.6);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void energy() throws IOException {
        json.writeObjectFieldStart("energy");
        json.writeNumberField("collectiveJ", answer.outcome().collectiveJ());
        json.writeNumberField("metabolicJ", answer.outcome().metabolicJ());
        json.writeNumberField("mostSpentShare", answer.outcome().mostSpentShare());
        json.writeArrayFieldStart("riders");
        for (RiderOutcome rider : answer.outcome().riders()) {
            json.writeStartObject();
            json.writeStringField("rider", rider.riderId());
            json.writeNumberField("workJ", rider.workJ());
            json.writeNumberField("meanW", rider.meanPowerW());
            json.writeNumberField("normalizedW", rider.normalizedPowerW());
            json.writeNumberField("aboveCpJ", rider.aboveCriticalPowerJ());
            json.writeNumberField("leastBalanceJ", rider.leastBalanceJ());
            json.writeNumberField("leastBalancePct", rider.leastBalanceFraction() * 100);
            json.writeNumberField("frontShare", rider.frontShare());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void warnings() throws IOException {
        json.writeArrayFieldStart("warnings");
        for (Warning warning : Warning.of(answer.scenario().chase(), answer.outcome())) {
            json.writeStartObject();
            json.writeStringField("kind", warning.kind());
            json.writeNumberField("km", warning.km());
            json.writeNumberField("energyPct", warning.energyPct());
            json.writeNumberField("timeS", warning.timeS());
            json.writeStringField("sentence", warning.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void search() throws IOException {
        if (answer.search().isEmpty()) {
            json.writeNullField("search");
            return;
        }
        SearchFacts search = answer.search().get();
        json.writeObjectFieldStart("search");
        json.writeStringField("score", search.score());
        json.writeNumberField("seed", search.seed());
        json.writeNumberField("evaluations", search.evaluations());
        json.writeNumberField("wallS", search.wallS());
        json.writeEndObject();
    }

    private void bound(Bound bound) throws IOException {
        if (!bound.speaks()) {
            json.writeNullField(bound.key());
            return;
        }
        json.writeObjectFieldStart(bound.key());
        json.writeNumberField(bound.leastKey(), bound.least());
        json.writeNumberField("gapPct", bound.gapPct());
        json.writeStringField("covers", bound.covers());
        json.writeStringField("method", bound.method());
        json.writeBooleanField("complete", bound.complete());
        json.writeEndObject();
    }
}
