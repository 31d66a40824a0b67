package io.paceline.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A decision as JSON; {@code docs/json.md} describes it. */
public final class DecisionJson {
    private final DecisionAnswer answer;
    private final JsonGenerator json;

    private DecisionJson(DecisionAnswer answer, JsonGenerator json) {
        this.answer = answer;
        this.json = json;
    }

    /** The whole document, with a line end. */
    public static String of(DecisionAnswer answer) {
        return JsonText.of(json -> new DecisionJson(answer, json).write());
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", PlanJson.VERSION);
        json.writeStringField("scenario", answer.scenario());
        json.writeObjectFieldStart("verdict");
        json.writeStringField("action", answer.action());
        json.writeStringField("reason", answer.reason());
        names("teams", answer.teams());
        json.writeNumberField("launchKmToGo", answer.launchKm());
        json.writeEndObject();
        json.writeNumberField("finishGapS", answer.finishGapS());
        number("gcLimitS", finite(answer.limitS()));
        options();
        coalitions();
        shares();
        fairRide();
        json.writeNumberField("coalitionsInAll", answer.coalitionsInAll());
        json.writeNumberField("sampledOrders", answer.sampledOrders());
        json.writeNumberField("planned", answer.planned());
        json.writeNumberField("wallS", answer.wallS());
        json.writeBooleanField("complete", answer.complete());
        json.writeEndObject();
    }

    private void options() throws IOException {
        json.writeArrayFieldStart("options");
        for (DecisionAnswer.Option option : answer.options()) {
            json.writeStartObject();
            json.writeStringField("action", option.action());
            json.writeNumberField("launchKmToGo", option.launchKm());
            json.writeBooleanField("possible", option.possible());
            names("teams", option.teams());
            json.writeNumberField("gainPoints", option.gainPoints());
            json.writeNumberField("costPoints", option.costPoints());
            json.writeNumberField("burdenJ", option.burdenJ());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void coalitions() throws IOException {
        json.writeArrayFieldStart("coalitions");
        for (DecisionAnswer.Coalition coalition : answer.coalitions()) {
            json.writeStartObject();
            names("teams", coalition.teams());
            json.writeBooleanField("feasible", coalition.feasible());
            number("collectiveJ", coalition.collectiveJ());
            judged("stable", coalition.stable());
            judged("minimal", coalition.minimal());
            names("riding", coalition.riding());
            number("burdenJ", coalition.burdenJ());
            number("overdrawnJ", coalition.overdrawnJ());
            number("netPoints", coalition.netPoints());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void shares() throws IOException {
        json.writeArrayFieldStart("fairShare");
        for (DecisionAnswer.Share share : answer.shares()) {
            json.writeStartObject();
            json.writeStringField("team", share.team());
            json.writeNumberField("shareOfWork", share.shareOfWork());
            json.writeNumberField("shareStandardError", share.shareError());
            json.writeNumberField("pullSeconds", share.pullSeconds());
            json.writeNumberField("actualShare", share.actualShare());
            json.writeNumberField("gainPoints", share.gainPoints());
            json.writeNumberField("fairPoints", share.fairPoints());
            json.writeNumberField("standardErrorPoints", share.standardErrorPoints());
            json.writeNumberField("netPoints", share.netPoints());
            number("freeRiderGainPoints", share.freeRiderGainPoints());
            json.writeBooleanField("othersGoOn", share.othersGoOn());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void fairRide() throws IOException {
        if (answer.fairRide().isEmpty()) {
            json.writeNullField("fairRide");
            return;
        }
        DecisionAnswer.FairRide ride = answer.fairRide().get(0);
        json.writeObjectFieldStart("fairRide");
        json.writeNumberField("nearness", ride.nearness());
        json.writeNumberField("collectiveJ", ride.collectiveJ());
        json.writeNumberField("leastCollectiveJ", ride.leastJ());
        json.writeNumberField("speedKmh", ride.speedMPerS() * 3.6);
        json.writeNumberField("leastBalancePct", ride.leastBalanceFraction() * 100);
        json.writeArrayFieldStart("pulls");
        for (DecisionAnswer.PullOf pull : answer.pulls()) {
            json.writeStartObject();
            json.writeStringField("rider", pull.rider());
            json.writeNumberField("seconds", pull.seconds());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void names(String key, List<String> names) throws IOException {
        json.writeArrayFieldStart(key);
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    private void judged(String key, Optional<Boolean> value) throws IOException {
        if (value.isPresent()) {
            json.writeBooleanField(key, value.get());
        } else {
            json.writeNullField(key);
        }
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private void number(String key, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(key, value.getAsDouble());
        } else {
            json.writeNullField(key);
        }
    }
}
