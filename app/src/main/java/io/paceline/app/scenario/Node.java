package io.paceline.app.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a YAML or JSON file with its line. Exactly one of the three is there; none for an empty value.
 *
 * @param line from 1 on
 * @param scalar as written
 * @param items of a list
 * @param fields of an object, in order
 */
record Node(
        int line,
        @Nullable String scalar,
        @Nullable List<Node> items,
        @Nullable Map<String, Node> fields) {
    private static final int LONGEST_SHOWN = 40;

    /** Begins like the text; short enough for a message. */
    static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    /** What it is, for messages. */
    String kind() {
        if (items != null) {
            return "a list";
        }
        if (fields != null) {
            return "a group of keys";
        }
        return scalar == null || scalar.isBlank() ? "empty" : shortened(scalar);
    }
}
