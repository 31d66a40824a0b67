package io.paceline.app.report.html;

import io.paceline.app.report.Answer;
import io.paceline.app.report.PlanText;
import io.paceline.app.web.WebResources;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * A plan as one self-contained page: styles, scripts and data are in it. Its Content-Security-Policy allows the scripts and styles by
 * their hashes and nothing else, so that it can ask nobody for anything.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * The page.
     *
     * @param sources the files behind it, the scenario first; shown as they are
     */
    public static String of(Answer answer, List<SourceText> sources) {
        String style = WebResources.chartStyle() + "\n" + WebResources.text("paceline.css");
        String library = WebResources.text("dots.js") + WebResources.chartLibrary();
        StringBuilder script = new StringBuilder();
        WebResources.CHART_SCRIPTS.forEach(
                name -> script.append(WebResources.text(name)).append('\n'));
        script.append(WebResources.text("report.js"));
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + hash(style) + "; script-src "
                        + hash(library) + " " + hash(script.toString()));
        parts.put("title", escaped(answer.scenario().name()));
        parts.put("answer", escaped(answer.explanation().get(0)));
        parts.put("text", escaped(String.join("\n", PlanText.lines(answer, Ansi.OFF))));
        parts.put("style", style);
        parts.put("data", inScript(ReportData.of(answer, sources).json()));
        parts.put("library", library);
        parts.put("script", script.toString());
        return filled(WebResources.text("report.html"), parts);
    }

    /** What the charts of the page draw, as JSON, for a page of another make. */
    public static String data(Answer answer) {
        return ReportData.of(answer, List.of()).json();
    }

    /** Fills {@code {{name}}} in one pass, so that no part can name another. */
    private static String filled(String template, Map<String, String> parts) {
        StringBuilder page = new StringBuilder();
        int from = 0;
        for (int at = template.indexOf("{{"); at >= 0; at = template.indexOf("{{", from)) {
            int end = template.indexOf("}}", at);
            String name = template.substring(at + 2, end);
            String part = parts.get(name);
            if (part == null) {
                throw new IllegalStateException("report.html asks for " + name + ", which there is not");
            }
            page.append(template, from, at).append(part);
            from = end + 2;
        }
        return page.append(template, from, template.length()).toString();
    }

    /** JSON that cannot end its script element: the sign is only ever inside texts. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
