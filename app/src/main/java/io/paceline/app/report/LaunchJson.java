package io.paceline.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** The launches as JSON. {@code docs/json.md} describes it. */
public final class LaunchJson {
    private final LaunchAnswer answer;
    private final JsonGenerator json;

    private LaunchJson(LaunchAnswer answer, JsonGenerator json) {
        this.answer = answer;
        this.json = json;
    }

    /** The whole document, with a line end. */
    public static String of(LaunchAnswer answer) {
        return JsonText.of(json -> new LaunchJson(answer, json).write());
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", PlanJson.VERSION);
        json.writeStringField("scenario", answer.scenario().name());
        json.writeBooleanField("feasible", answer.feasible());
        json.writeNumberField("catchKmToGo", answer.scenario().goal().catchKm());
        number("latestKmToGo", answer.latest().map(LaunchRow::launchKm));
        number("cheapestKmToGo", answer.cheapest().map(LaunchRow::launchKm));
        safe();
        number(
                "impossibleFromKmToGo",
                answer.impossibleFromKm().isPresent()
                        ? Optional.of(answer.impossibleFromKm().getAsDouble())
                        : Optional.empty());
        json.writeArrayFieldStart("launch");
        for (LaunchRow row : answer.rows()) {
            row(row);
        }
        json.writeEndArray();
        search();
        BreakJson.write(json, answer.scenario().breakRiders());
        json.writeArrayFieldStart("explanation");
        for (String sentence : LaunchExplanation.of(answer)) {
            json.writeString(sentence);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void number(String key, Optional<Double> value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(key, value.get());
        } else {
            json.writeNullField(key);
        }
    }

    private void safe() throws IOException {
        if (answer.safe().isEmpty()) {
            json.writeNullField("safe");
            return;
        }
        json.writeObjectFieldStart("safe");
        json.writeNumberField("launchKmToGo", answer.safe().get().launchKm());
        json.writeNumberField("catchKmToGo", answer.safe().get().catchKm());
        json.writeNumberField("surprisePct", answer.facts().surprisePct());
        json.writeEndObject();
    }

    private void row(LaunchRow row) throws IOException {
        json.writeStartObject();
        json.writeNumberField("kmToGo", row.launchKm());
        json.writeBooleanField("feasible", row.feasible());
        json.writeBooleanField("impossible", row.impossible());
        number("collectiveJ", Optional.of(row.outcome().collectiveJ()).filter(j -> row.feasible()));
        number("speedKmh", Optional.of(row.neededMPerS() * 3.6).filter(Double::isFinite));
        json.writeNumberField("leastBalancePct", row.leastBalanceFraction() * 100);
        number("boundJ", Optional.of(row.boundJ()).filter(j -> j > 0));
        json.writeEndObject();
    }

    private void search() throws IOException {
        LaunchAnswer.Facts facts = answer.facts();
        json.writeObjectFieldStart("search");
        json.writeNumberField("stepKm", facts.stepKm());
        json.writeNumberField("evaluations", facts.evaluations());
        json.writeNumberField("seed", facts.seed());
        json.writeBooleanField("complete", facts.complete());
        json.writeBooleanField("fromCache", facts.fromCache());
        json.writeNumberField("wallS", facts.wallS());
        json.writeEndObject();
    }
}
