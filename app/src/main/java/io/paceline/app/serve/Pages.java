package io.paceline.app.serve;

import io.paceline.app.web.WebResources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of the page, by their fixed paths; read once. */
final class Pages {
    private static final String SCRIPT = "text/javascript";
    private static final String STYLE = "text/css";

    private final Map<String, Reply> replies = new LinkedHashMap<>();

    Pages() {
        replies.put("/", Reply.text("text/html", WebResources.text("planner.html")));
        replies.put("/openapi.yaml", Reply.text("application/yaml", WebResources.text("openapi.yaml")));
        replies.put(
                "/paceline.css",
                Reply.text(STYLE, WebResources.chartStyle() + "\n" + WebResources.text("paceline.css")));
        replies.put("/planner.css", Reply.text(STYLE, WebResources.text("planner.css")));
        replies.put("/library.js", Reply.text(SCRIPT, WebResources.text("dots.js") + WebResources.chartLibrary()));
        WebResources.CHART_SCRIPTS.forEach(
                name -> replies.put("/" + name, Reply.text(SCRIPT, WebResources.text(name))));
        List.of("asking.js", "faults.js", "rows.js", "question.js", "hand.js", "suggestions.js", "planner.js")
                .forEach(name -> replies.put("/" + name, Reply.text(SCRIPT, WebResources.text(name))));
    }

    Optional<Reply> find(String path) {
        return Optional.ofNullable(replies.get(path));
    }
}
