package io.paceline.app.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** How every JSON document of ours looks: two spaces a level, a line end at the end, the same on every system. */
public final class JsonText {
    private JsonText() {}

    /** What stands in a document, or in a part of one. */
    @FunctionalInterface
    public interface Part {
        /** Writes it. */
        void write(JsonGenerator json) throws IOException;
    }

    /** The whole document. */
    public static String of(Part content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }
}
