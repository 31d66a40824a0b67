package io.paceline.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.stream.Stream;

/** Talks to a planner as its page does, and as its page never would. */
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MS = 60_000;

    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    Client(int port) {
        this.port = port;
    }

    /** An answer. */
    record Response(int status, JsonNode json) {}

    Response get(String path) throws Exception {
        return send(request(path).GET());
    }

    Response put(String path, String body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    Response post(String path, String body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    Response send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = text(request);
        return new Response(response.statusCode(), JSON.readTree(response.body()));
    }

    HttpResponse<String> text(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    byte[] bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** The first line that comes back for these bytes; empty if the planner hangs up. */
    String raw(String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            String line = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            return line == null ? "" : line;
        }
    }

    /** The first plan for a revision, or for a later one, from the stream of events. */
    JsonNode planFor(long revision, boolean done) throws Exception {
        return plansUntil(revision, done ? "done" : "answer").peekLast();
    }

    /** The first plan after which nothing follows. */
    JsonNode settledFor(long revision) throws Exception {
        return plansUntil(revision, "settled").peekLast();
    }

    /** All plans up to the first one for a revision, or for a later one, that has a key which is not false. */
    ArrayDeque<JsonNode> plansUntil(long revision, String key) throws Exception {
        ArrayDeque<JsonNode> plans = new ArrayDeque<>();
        try (Stream<String> lines = http.send(request("/api/events").build(), HttpResponse.BodyHandlers.ofLines())
                .body()) {
            Iterator<String> events =
                    lines.filter(line -> line.startsWith("data: ")).iterator();
            while (events.hasNext()) {
                JsonNode plan = JSON.readTree(events.next().substring("data: ".length()));
                plans.add(plan);
                if (plan.path("revision").asLong() >= revision
                        && plan.hasNonNull(key)
                        && !plan.get(key).asText().equals("false")) {
                    return plans;
                }
            }
            throw new IOException("the stream ended before a plan for revision " + revision);
        }
    }
}
