package io.paceline.app.riders;

import com.fasterxml.jackson.core.JsonGenerator;
import io.paceline.app.report.JsonText;
import io.paceline.app.riders.RiderAnswer.FileFacts;
import io.paceline.optimizer.calibration.BestEffort;
import io.paceline.optimizer.calibration.CriticalPowerEstimate;
import io.paceline.optimizer.calibration.CriticalPowerFit;
import io.paceline.optimizer.calibration.Doubt;
import io.paceline.optimizer.calibration.DragEstimate;
import io.paceline.optimizer.calibration.Effort;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was found about a rider, for programs; {@code docs/json.md} describes it. */
public final class RiderJson {
    /** Of the format: grows when a key changes its meaning or goes. */
    public static final int VERSION = 1;

    private final RiderAnswer answer;
    private final JsonGenerator json;

    private RiderJson(RiderAnswer answer, JsonGenerator json) {
        this.answer = answer;
        this.json = json;
    }

    /** The whole document, with a line end. */
    public static String of(RiderAnswer answer) {
        return JsonText.of(json -> new RiderJson(answer, json).write());
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        text("rider", answer.id());
        json.writeArrayFieldStart("files");
        for (FileFacts file : answer.files()) {
            file(file);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("curve");
        for (BestEffort best : answer.curve().efforts()) {
            json.writeStartObject();
            json.writeNumberField("durationS", best.effort().durationS());
            json.writeNumberField("powerW", best.effort().powerW());
            json.writeStringField("file", answer.rides().get(best.ride()).file().toString());
            json.writeNumberField("startS", best.startS());
            json.writeNumberField("missingS", best.missingS());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("criticalPower");
        criticalPower(answer.estimate());
        json.writeEndObject();
        drag();
        json.writeEndObject();
    }

    private void file(FileFacts file) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.file().toString());
        json.writeStringField("kind", file.isRide() ? "ride" : "efforts");
        if (file.isRide()) {
            json.writeNumberField("durationS", file.durationS());
            json.writeNumberField("meanW", file.meanPowerW());
            json.writeNumberField("missingS", file.missingS());
        }
        texts("warnings", file.warnings());
        json.writeEndObject();
    }

    private void criticalPower(CriticalPowerEstimate estimate) throws IOException {
        text("refusal", estimate.refusal());
        if (estimate.refusal().isEmpty()) {
            json.writeStringField("model", name(estimate.best()));
            json.writeNumberField("cpW", estimate.best().criticalPowerW());
            json.writeNumberField("cpBandW", estimate.criticalPowerBandW());
            json.writeNumberField("wPrimeJ", estimate.best().wPrimeJ());
            json.writeNumberField("wPrimeBandJ", estimate.wPrimeBandJ());
            json.writeNumberField("confidence", CriticalPowerEstimate.CONFIDENCE);
        }
        json.writeBooleanField("fromTests", answer.fromTests());
        json.writeArrayFieldStart("efforts");
        for (Effort effort : estimate.efforts()) {
            json.writeStartObject();
            json.writeNumberField("durationS", effort.durationS());
            json.writeNumberField("powerW", effort.powerW());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("fits");
        for (CriticalPowerFit fit : estimate.fits()) {
            fit(fit);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("doubts");
        for (Doubt doubt : estimate.doubts()) {
            json.writeStartObject();
            json.writeStringField("kind", doubt.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringField("sentence", doubt.sentence());
            json.writeBooleanField("widens", doubt.kind().widens());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void fit(CriticalPowerFit fit) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", name(fit));
        json.writeNumberField("cpW", fit.criticalPowerW());
        json.writeNumberField("cpErrorW", fit.criticalPowerErrorW());
        json.writeNumberField("wPrimeJ", fit.wPrimeJ());
        json.writeNumberField("wPrimeErrorJ", fit.wPrimeErrorJ());
        if (Double.isInfinite(fit.maximumW())) {
            json.writeNullField("pMaxW");
        } else {
            json.writeNumberField("pMaxW", fit.maximumW());
        }
        json.writeEndObject();
    }

    private static String name(CriticalPowerFit fit) {
        return fit.model().name().toLowerCase(Locale.ROOT);
    }

    private void drag() throws IOException {
        if (answer.drag().isEmpty()) {
            json.writeNullField("drag");
            return;
        }
        DragEstimate drag = answer.drag().get();
        json.writeObjectFieldStart("drag");
        text("refusal", drag.refusal());
        json.writeNumberField("minutes", drag.minutes());
        json.writeNumberField("dropped", drag.dropped());
        if (drag.refusal().isEmpty()) {
            json.writeNumberField("dragAreaM2", drag.dragAreaM2());
            json.writeNumberField("dragAreaErrorM2", drag.dragAreaErrorM2());
            json.writeNumberField("crr", drag.rollingResistance());
            json.writeNumberField("crrError", drag.rollingResistanceError());
        }
        texts("warnings", drag.warnings());
        json.writeEndObject();
    }

    private void text(String key, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(key, text.get());
        } else {
            json.writeNullField(key);
        }
    }

    private void texts(String key, List<String> texts) throws IOException {
        json.writeArrayFieldStart(key);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
