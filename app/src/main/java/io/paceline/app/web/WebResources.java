package io.paceline.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** Texts for the browser, from the class path. */
public final class WebResources {
    /** Scripts that every page with charts needs, in this order, after {@link #chartLibrary()}. */
    public static final List<String> CHART_SCRIPTS =
            List.of("dom.js", "moment.js", "plots.js", "charts.js", "tables.js", "keys.js");

    private static final String VERSIONS = "web.properties";

    private WebResources() {}

    /**
     * A file of ours.
     *
     * @param name such as {@code "paceline.css"}
     * @throws IllegalArgumentException if there is none of this name
     */
    public static String text(String name) {
        return read(name);
    }

    /** The script of uPlot, which defines {@code uPlot}, with its licence: a page is a copy of it. */
    public static String chartLibrary() {
        return "/*\n" + read(uPlot("LICENSE")) + "\n*/\n" + read(uPlot("dist/uPlot.iife.min.js"));
    }

    /** The style of uPlot. */
    public static String chartStyle() {
        return read(uPlot("dist/uPlot.min.css"));
    }

    private static String uPlot(String file) {
        Properties versions = new Properties();
        try (InputStream in = open(VERSIONS)) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/webjars/uplot/" + versions.getProperty("uplot.version") + "/" + file;
    }

    private static String read(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = WebResources.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalArgumentException("web resource " + name + " is not there. The build is incomplete.");
        }
        return in;
    }
}
