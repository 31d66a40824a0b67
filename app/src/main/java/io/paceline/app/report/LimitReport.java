package io.paceline.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** The highest speed of a team, for people and for programs: its plan as every plan, and what would make it faster. */
public final class LimitReport {
    private LimitReport() {}

    /** The report. */
    public static List<String> lines(Answer answer, LimitFacts limit, Ansi ansi) {
        List<String> lines = new ArrayList<>(PlanText.lines(answer, ansi));
        gains(lines, ansi, "One watt of CP more, in km/h", limit.perWatt(), 4);
        gains(lines, ansi, "One rider more, in km/h", limit.perRider(), 2);
        if (!limit.complete()) {
            lines.add("");
            lines.add("Stopped early: not everything was looked at.");
        }
        return lines;
    }

    private static void gains(List<String> lines, Ansi ansi, String title, List<LimitFacts.Gain> gains, int digits) {
        if (gains.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(Styled.text(ansi, "bold", title));
        Table table = new Table("<rider", "km/h");
        for (LimitFacts.Gain gain : gains) {
            table.add(gain.rider(), Units.fixed(digits, gain.kmh()));
        }
        lines.addAll(table.lines());
    }

    /** Who gives out first, as a sentence; none if nobody does. */
    public static List<String> sentences(LimitFacts limit) {
        return limit.first()
                .map(first -> List.of(String.format(
                        Locale.ROOT,
                        "%.2f km/h faster %s gives out first, at %s km to go.",
                        first.fasterKmh(),
                        first.rider(),
                        Units.km(first.kmToGo()))))
                .orElse(List.of());
    }

    /** The whole document. */
    public static String json(Answer answer, LimitFacts limit) {
        return PlanJson.of(answer, json -> write(json, limit));
    }

    private static void write(JsonGenerator json, LimitFacts limit) throws IOException {
        json.writeObjectFieldStart("limit");
        json.writeNumberField("speedKmh", limit.speedKmh());
        if (limit.first().isPresent()) {
            LimitFacts.First first = limit.first().get();
            json.writeObjectFieldStart("givesOut");
            json.writeStringField("rider", first.rider());
            json.writeNumberField("fasterKmh", first.fasterKmh());
            json.writeNumberField("timeS", first.timeS());
            json.writeNumberField("kmToGo", first.kmToGo());
            json.writeEndObject();
        } else {
            json.writeNullField("givesOut");
        }
        write(json, "perWatt", limit.perWatt());
        write(json, "perRider", limit.perRider());
        json.writeBooleanField("complete", limit.complete());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String key, List<LimitFacts.Gain> gains) throws IOException {
        json.writeArrayFieldStart(key);
        for (LimitFacts.Gain gain : gains) {
            json.writeStartObject();
            json.writeStringField("rider", gain.rider());
            json.writeNumberField("gainKmh", gain.kmh());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
