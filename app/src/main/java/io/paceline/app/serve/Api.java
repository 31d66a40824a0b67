package io.paceline.app.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paceline.app.scenario.InputException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** What can be asked of the planner: {@code openapi.yaml} describes it for programs. */
final class Api {
    /** A question with 500 riders has about 100 kB. */
    private static final int QUESTION_BYTES = 1 << 20;

    /** A course of 200 km has about 2 MB. */
    static final int RACE_BYTES = 32 << 20;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Desk desk;
    private final Map<String, Route> routes = new LinkedHashMap<>();

    /** Answers the body of one kind of request. */
    private interface Answering {
        Reply answer(JsonNode body);
    }

    /**
     * One kind of request.
     *
     * @param mostBytes that its body may have
     */
    private record Route(int mostBytes, Answering answering) {}

    Api(Desk desk) {
        this.desk = desk;
        routes.put(
                "GET /api/question",
                new Route(0, body -> Reply.json(desk.question().json())));
        routes.put(
                "PUT /api/question",
                new Route(
                        QUESTION_BYTES,
                        body -> revision(desk.ask(Question.of(body)).revision())));
        routes.put("GET /api/plan", new Route(0, body -> Reply.json(plan().json())));
        routes.put("GET /api/report", new Route(0, body -> Reply.page(Handouts.report(plan()))));
        routes.put("GET /api/cards", new Route(0, body -> Reply.zip(Handouts.cards(plan()))));
        routes.put("POST /api/simulate", new Route(QUESTION_BYTES, body -> Reply.json(desk.simulate(body))));
        routes.put("POST /api/gap", new Route(QUESTION_BYTES, this::gap));
        routes.put("GET /api/race", new Route(0, body -> Reply.json(object().set("files", desk.files()))));
        routes.put(
                "POST /api/race",
                new Route(RACE_BYTES, body -> revision(desk.open(RaceLoader.ofTexts(RaceLoader.texts(body))))));
    }

    /** Whether there is such a path at all. */
    boolean knows(String path) {
        return routes.keySet().stream().anyMatch(route -> route.endsWith(" " + path));
    }

    /** Every kind of request, such as {@code GET /api/plan}. */
    Set<String> routes() {
        return Set.copyOf(routes.keySet());
    }

    /** How many bytes a request may bring. */
    int mostBytes(String method, String path) {
        return route(method, path).mostBytes;
    }

    private Route route(String method, String path) {
        Route route = routes.get(method + " " + path);
        if (route == null) {
            throw knows(path)
                    ? new BadRequest(405, method + " is not possible here.")
                    : new BadRequest(404, "there is nothing here. Start at /.");
        }
        return route;
    }

    /**
     * Answers a request.
     *
     * @throws BadRequest if it cannot be answered
     */
    Reply answer(String method, String path, byte[] body) {
        Route route = route(method, path);
        try {
            JsonNode json = route.mostBytes == 0 ? object() : JSON.readTree(body);
            return route.answering.answer(json);
        } catch (JsonProcessingException e) {
            throw new BadRequest("the body is not well-formed JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BadRequest("the body cannot be read.");
        } catch (InputException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            throw new BadRequest(409, "a newer question was asked meanwhile. Try again.");
        }
    }

    private Snapshot plan() {
        return desk.board()
                .best()
                .orElseThrow(() -> new BadRequest(409, "there is no plan yet. Try again in a moment."));
    }

    private Reply gap(JsonNode body) {
        return Reply.json(desk.read(number(body, "kmToGo"), number(body, "gapS")));
    }

    private static Reply revision(long revision) {
        return Reply.json(object().put("revision", revision));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static OptionalDouble number(JsonNode body, String key) {
        JsonNode value = body.path(key);
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }
}
