package io.paceline.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.paceline.app.report.Tornado.Row;
import io.paceline.app.report.Tornado.Side;
import java.io.IOException;
import java.util.Optional;

/** What a plan hangs on, as JSON; {@code docs/json.md} describes it. A chart needs {@code rows} alone. */
public final class TornadoJson {
    private final JsonGenerator json;

    private TornadoJson(JsonGenerator json) {
        this.json = json;
    }

    /** A document of its own, with a line end. */
    public static String of(String scenario, Tornado tornado) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberField("version", PlanJson.VERSION);
            json.writeStringField("scenario", scenario);
            json.writeFieldName("sensitivity");
            write(json, tornado);
            json.writeEndObject();
        });
    }

    /** As a value. */
    static void write(JsonGenerator json, Tornado tornado) throws IOException {
        new TornadoJson(json).write(tornado);
    }

    private void write(Tornado tornado) throws IOException {
        json.writeStartObject();
        json.writeFieldName("now");
        side(Optional.of(tornado.now()));
        json.writeArrayFieldStart("rows");
        for (Row row : tornado.rows()) {
            row(row, tornado.now());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void row(Row row, Side now) throws IOException {
        json.writeStartObject();
        json.writeStringField("input", row.key());
        json.writeStringField("label", InputName.of(row.key()).label());
        json.writeStringField("unit", row.unit());
        json.writeFieldName("now");
        if (row.base().isEmpty()) {
            json.writeString(row.choice());
        } else {
            json.writeNumber(row.base().get());
        }
        json.writeFieldName("low");
        side(row.low());
        json.writeFieldName("high");
        side(row.high());
        number("energyElasticity", row.slope().flatMap(Tornado.Slope::energyElasticity));
        number("leastBalanceJPerUnit", row.slope().map(Tornado.Slope::balancePerUnit));
        number("marginSPerUnit", row.slope().map(Tornado.Slope::marginPerUnit));
        number("breakEven", row.breakEven());
        double changes = row.breakEvenChanges(now.catches());
        number("breakEvenChanges", changes < Double.POSITIVE_INFINITY ? Optional.of(changes) : Optional.empty());
        json.writeEndObject();
    }

    private void side(Optional<Side> given) throws IOException {
        if (given.isEmpty()) {
            json.writeNull();
            return;
        }
        Side side = given.get();
        json.writeStartObject();
        if (side.value().isPresent()) {
            json.writeNumberField("value", side.value().get());
        }
        if (!side.choice().isEmpty()) {
            json.writeStringField("value", side.choice());
        }
        json.writeNumberField("collectiveJ", side.collectiveJ());
        json.writeNumberField("leastBalanceJ", side.leastBalanceJ());
        json.writeNumberField("marginS", side.marginS());
        json.writeBooleanField("catches", side.catches());
        json.writeEndObject();
    }

    private void number(String key, Optional<Double> value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(key, value.get());
        } else {
            json.writeNullField(key);
        }
    }
}
