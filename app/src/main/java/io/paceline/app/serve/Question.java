package io.paceline.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the browser asks: a scenario and its riders, as {@code docs/scenario.md} describes them, as JSON.
 *
 * @param scenario the keys of a scenario file
 * @param riders one object a rider, with the columns of a riders' file
 */
record Question(ObjectNode scenario, ArrayNode riders) {
    private static final int MOST_RIDERS = 500;

    /**
     * Reads the wire form.
     *
     * @throws BadRequest if it is not an object with a scenario and riders
     */
    static Question of(JsonNode json) {
        if (!(json.get("scenario") instanceof ObjectNode scenario)) {
            throw new BadRequest("scenario is missing. It is an object with the keys of a scenario file.");
        }
        if (!(json.get("riders") instanceof ArrayNode riders) || riders.isEmpty() || riders.size() > MOST_RIDERS) {
            throw new BadRequest("riders is missing, or not a list of 1 to " + MOST_RIDERS + " riders.");
        }
        for (JsonNode rider : riders) {
            if (!rider.isObject()) {
                throw new BadRequest(
                        "riders holds " + rider + ". Each rider is an object with the columns of a riders' file.");
            }
            rider.forEach(value -> {
                if (value.isContainerNode()) {
                    throw new BadRequest("riders: a value is " + value + ". Values are texts and numbers.");
                }
            });
        }
        return new Question(scenario.deepCopy(), riders.deepCopy());
    }

    /** A copy that may be changed. */
    Question copy() {
        return new Question(scenario.deepCopy(), riders.deepCopy());
    }

    /** The wire form. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("scenario", scenario);
        json.set("riders", riders);
        return json;
    }
}
