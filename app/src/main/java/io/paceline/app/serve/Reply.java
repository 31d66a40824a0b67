package io.paceline.app.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * What a request gets.
 *
 * @param status of HTTP
 * @param type of the body
 * @param policy what its page may load
 * @param body as bytes
 */
record Reply(int status, String type, String policy, byte[] body) {
    /** Pages load from here, and nothing from anywhere else. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String JSON_TYPE = "application/json; charset=utf-8";

    static Reply json(ObjectNode json) {
        return new Reply(200, JSON_TYPE, POLICY, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** An error as the page shows it. */
    static Reply error(int status, String message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("error", message);
        return new Reply(status, JSON_TYPE, POLICY, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Reply text(String type, String text) {
        return new Reply(200, type + "; charset=utf-8", POLICY, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A page that brings its scripts and its own policy with it. */
    static Reply page(String html) {
        return new Reply(
                200, "text/html; charset=utf-8", "frame-ancestors 'none'", html.getBytes(StandardCharsets.UTF_8));
    }
}
