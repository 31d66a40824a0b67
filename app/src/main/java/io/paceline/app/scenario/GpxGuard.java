package io.paceline.app.scenario;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Looks through a GPX file before it is read: well formed, no document type, good coordinates. The GPX reader knows no lines. */
final class GpxGuard {
    private static final Limit LATITUDE = Limit.of(-85, 85, "degrees", "Maybe latitude and longitude are swapped.");
    private static final Limit LONGITUDE = Limit.of(-180, 180, "degrees", "");
    private static final Limit ELEVATION = Limit.of(-500, 9_000, "m", "Maybe it is in feet: multiply by 0.3048.");

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
