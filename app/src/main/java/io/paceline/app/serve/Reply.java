package io.paceline.app.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

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

    /** The first one that an archive can hold. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String JSON_TYPE = "application/json; charset=utf-8";

    static Reply json(ObjectNode json) {
        return new Reply(200, JSON_TYPE, POLICY, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** An error as the page shows it. */
    static Reply error(int status, String message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("error", message);
        return new Reply(status, JSON_TYPE, POLICY, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Files as one archive; its names are plain, and equal files give equal bytes. */
    static Reply zip(Map<String, String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : texts.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reply(200, "application/zip", POLICY, bytes.toByteArray());
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
