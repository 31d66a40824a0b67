package io.paceline.app.scenario;

import io.jenetics.jpx.XMLProvider;
import javax.xml.stream.XMLInputFactory;

/** Gives the GPX reader a parser without document types and external entities. Found through {@code META-INF/services}. */
public final class SafeXmlProvider extends XMLProvider {
    /** For the service loader. */
    public SafeXmlProvider() {}

    @Override
    public XMLInputFactory xmlInputFactory() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
