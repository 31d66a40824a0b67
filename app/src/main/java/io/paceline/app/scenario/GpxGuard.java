package io.paceline.app.scenario;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Looks through a GPX file before it is read: well formed, no document type, good coordinates. The GPX reader knows no lines. */
final class GpxGuard {
    private static final Limit LATITUDE = Limit.of(-85, 85, "degrees", "Maybe latitude and longitude are swapped.");
    private static final Limit LONGITUDE = Limit.of(-180, 180, "degrees", "");
    private static final Limit ELEVATION = Limit.of(-500, 9_000, "m", "Maybe it is in feet: multiply by 0.3048.");

    /** The XML declaration is shorter. */
    private static final int HEAD_BYTES = 200;

    private static final Pattern OTHER_ENCODING =
            Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!utf-8[\"'])", Pattern.CASE_INSENSITIVE);

    private final Path file;
    private final XMLStreamReader xml;
    private final List<Integer> lines = new ArrayList<>();

    private GpxGuard(Path file, XMLStreamReader xml) {
        this.file = file;
        this.xml = xml;
    }

    /**
     * The line of each track point.
     *
     * @throws InputException at the first fault
     */
    static List<Integer> check(Path file, byte[] bytes) {
        checkLetters(file, bytes);
        try {
            XMLStreamReader xml =
                    new SafeXmlProvider().xmlInputFactory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            GpxGuard guard = new GpxGuard(file, xml);
            guard.scan();
            return guard.lines;
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new InputException(
                    file, line, "is not well-formed XML, or the file is cut off. Export the course again.");
        }
    }

    /** The parser would print such a fault by itself. A file that names another encoding is the parser's. */
    private static void checkLetters(Path file, byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
        if (OTHER_ENCODING.matcher(head).find()) {
            return;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new InputException(
                    file,
                    0,
                    "holds bytes that are no text in UTF-8. Maybe it is another file: export the course as GPX.");
        }
    }

    private void scan() throws XMLStreamException {
        boolean inPoint = false;
        boolean root = true;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new InputException(
                        file,
                        line(),
                        "has a document type or an entity of its own, which a course never needs. Remove it.");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (root && !xml.getLocalName().equals("gpx")) {
                    throw new InputException(
                            file, line(), "is not a GPX file: its first element is " + xml.getLocalName() + ".");
                }
                root = false;
                if (xml.getLocalName().equals("trkpt")) {
                    inPoint = true;
                    point();
                } else if (inPoint && xml.getLocalName().equals("ele")) {
                    value("ele", xml.getElementText().strip(), ELEVATION);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("trkpt")) {
                inPoint = false;
            }
        }
    }

    private void point() {
        lines.add(line());
        value("lat", xml.getAttributeValue(null, "lat"), LATITUDE);
        value("lon", xml.getAttributeValue(null, "lon"), LONGITUDE);
    }

    private void value(String what, @Nullable String text, Limit limit) {
        String where = "track point " + lines.size() + ": " + what;
        if (text == null || text.isEmpty()) {
            throw new InputException(file, line(), where + " is missing. Give a number in " + limit.range() + ".");
        }
        try {
            limit.parse(where, text);
        } catch (IllegalArgumentException e) {
            throw new InputException(file, line(), String.valueOf(e.getMessage()));
        }
    }

    private int line() {
        return xml.getLocation().getLineNumber();
    }
}
