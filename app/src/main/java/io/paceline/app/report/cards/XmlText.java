package io.paceline.app.report.cards;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML, or HTML as XML, an element on a line. */
final class XmlText {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    private XmlText() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A document in UTF-8. */
    static XmlText document() {
        XmlText text = new XmlText();
        text.run(() -> text.xml.writeStartDocument("UTF-8", "1.0"));
        return text;
    }

    /** A page. */
    static XmlText page() {
        XmlText text = new XmlText();
        text.run(() -> text.xml.writeDTD("<!DOCTYPE html>"));
        return text;
    }

    /** Begins an element with attributes: name, value, name, value. */
    XmlText open(String element, String... attributes) {
        newLine();
        depth++;
        run(() -> xml.writeStartElement(element));
        attributes(attributes);
        return this;
    }

    /** Ends the innermost element. */
    XmlText close() {
        depth--;
        newLine();
        run(xml::writeEndElement);
        return this;
    }

    /** An element with a text in it. */
    XmlText element(String element, String content, String... attributes) {
        newLine();
        run(() -> xml.writeStartElement(element));
        attributes(attributes);
        run(() -> {
            xml.writeCharacters(legal(content));
            xml.writeEndElement();
        });
        return this;
    }

    /** An element with nothing in it. */
    XmlText empty(String element, String... attributes) {
        newLine();
        run(() -> xml.writeEmptyElement(element));
        attributes(attributes);
        return this;
    }

    private void attributes(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i];
            String value = legal(attributes[i + 1]);
            run(() -> xml.writeAttribute(name, value));
        }
    }

    private void newLine() {
        run(() -> xml.writeCharacters("\n" + " ".repeat(2 * depth)));
    }

    /** XML has no place for most control characters, escaped or not. */
    private static String legal(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }

    /** The whole text, with a line end. */
    @Override
    public String toString() {
        run(() -> {
            xml.writeEndDocument();
            xml.flush();
        });
        return text + "\n";
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private void run(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory takes everything", e);
        }
    }
}
