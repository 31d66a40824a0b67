package io.paceline.app.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A group of keys of a file, all of them known. Reads its values and says where a bad one is. */
final class Fields {
    private final Path file;
    private final String path;
    private final int line;
    private final Map<String, Node> fields;

    /**
     * Checks the keys.
     *
     * @param path of the group for messages, such as {@code chase}; empty for the root
     * @param known every key that may be there
     * @throws InputException if it is not a group of keys, or has an unknown one
     */
    Fields(Path file, String path, Node node, String... known) {
        this.file = file;
        this.path = path;
        this.line = node.line();
        Map<String, Node> found = node.fields();
        if (found == null) {
            throw new InputException(
                    file,
                    node.line(),
                    (path.isEmpty() ? "the file" : path) + " is " + node.kind() + ". It has to be a group of keys: "
                            + String.join(", ", known) + ".");
        }
        this.fields = found;
        List<String> knownKeys = List.of(known);
        found.forEach((key, value) -> {
            if (!knownKeys.contains(key)) {
                throw new InputException(
                        file,
                        value.line(),
                        name(Node.shortened(key)) + " is not a known key." + Nearest.question(key, knownKeys)
                                + (key.matches("[0-9]+") ? " Write decimals with a point, not a comma." : "")
                                + " Known: " + String.join(", ", known) + ".");
            }
        });
    }

    /** The full name of a key, such as {@code chase.workers}. */
    String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The line of a key, or of the group if the key is not there. */
    int line(String key) {
        Node node = fields.get(key);
        return node == null ? line : node.line();
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /** A fault at a key. */
    InputException fault(String key, String problem) {
        return new InputException(file, line(key), name(key) + " " + problem);
    }

    /** A number that has to be there. */
    double number(String key, Limit limit) {
        Node node = fields.get(key);
        if (node == null) {
            throw fault(key, "is missing. Give a number in " + limit.range() + ".");
        }
        try {
            return limit.parse(name(key), scalar(key, node, "a number in " + limit.range()));
        } catch (IllegalArgumentException e) {
            throw new InputException(file, node.line(), String.valueOf(e.getMessage()));
        }
    }

    /** A number with a default. */
    double number(String key, Limit limit, double fallback) {
        return has(key) ? number(key, limit) : fallback;
    }

    /** Numbers under keys that the user chose; empty if the key is not there. */
    Map<String, Double> numbers(String key, Limit limit) {
        Node node = fields.get(key);
        if (node == null) {
            return Map.of();
        }
        Map<String, Node> named = node.fields();
        if (named == null) {
            throw fault(
                    key,
                    "is " + node.kind() + ". It has to be a group: a name and a number in " + limit.range() + " each.");
        }
        Fields inner = new Fields(file, name(key), node, named.keySet().toArray(String[]::new));
        Map<String, Double> numbers = new LinkedHashMap<>();
        named.keySet().forEach(name -> numbers.put(name, inner.number(name, limit)));
        return numbers;
    }

    /** A whole number that has to be there. */
    int count(String key, Limit limit) {
        double value = number(key, limit);
        if (value != Math.rint(value)) {
            throw fault(key, "= " + Limit.plain(value) + " is not a whole number. Give one in " + limit.range() + ".");
        }
        return (int) value;
    }

    /** A text that has to be there; one line, not blank. */
    String text(String key, String what) {
        Node node = fields.get(key);
        if (node == null) {
            throw fault(key, "is missing. Give " + what + ".");
        }
        return cleanText(name(key), scalar(key, node, what), node.line());
    }

    /** A file that has to be there. A relative path starts at the folder of this file. */
    Path file(String key, String what) {
        String name = text(key, what);
        Path named = file.resolveSibling(name);
        if (!Files.exists(named)) {
            throw fault(
                    key,
                    "= " + name + " does not exist." + Nearest.question(name, siblings())
                            + " A path in a scenario starts at the scenario's own folder.");
        }
        return named;
    }

    private List<String> siblings() {
        try (Stream<Path> files = Files.list(file.resolveSibling(""))) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList();
        } catch (IOException e) {
            return List.of(); // then no name is near
        }
    }

    /** One of a few words, or the default. */
    String choice(String key, String fallback, String... choices) {
        if (!has(key)) {
            return fallback;
        }
        List<String> allowed = List.of(choices);
        String choice = text(key, "one of: " + String.join(", ", choices));
        if (!allowed.contains(choice)) {
            throw fault(
                    key,
                    "= " + Node.shortened(choice) + " is not known. Choose one of: " + String.join(", ", choices)
                            + ".");
        }
        return choice;
    }

    /** A list of different texts with their lines; empty if the key is not there. */
    Map<String, Integer> words(String key, String what) {
        Map<String, Integer> words = new LinkedHashMap<>();
        for (Node item : items(key, what)) {
            String word = item.scalar();
            if (word == null) {
                throw new InputException(
                        file, item.line(), name(key) + " has an entry that is " + item.kind() + ". Give " + what + ".");
            }
            if (words.put(cleanText(name(key), word, item.line()), item.line()) != null) {
                throw new InputException(file, item.line(), name(key) + " names " + word + " twice. Keep one.");
            }
        }
        return words;
    }

    /** A list; empty if the key is not there. */
    List<Node> items(String key, String what) {
        Node node = fields.get(key);
        if (node == null) {
            return List.of();
        }
        List<Node> items = node.items();
        if (items == null) {
            throw fault(key, "is " + node.kind() + ". It has to be a list: " + what + ".");
        }
        return items;
    }

    /** A list of groups of keys; empty if the key is not there. */
    List<Fields> groups(String key, String what, String... known) {
        List<Fields> groups = new ArrayList<>();
        for (Node item : items(key, what)) {
            groups.add(new Fields(file, name(key) + "[" + (groups.size() + 1) + "]", item, known));
        }
        return groups;
    }

    /** A group that has to be there. */
    Fields group(String key, String... known) {
        return optionalGroup(key, known)
                .orElseThrow(() -> fault(key, "is missing. It has the keys: " + String.join(", ", known) + "."));
    }

    /** A group that may be there. */
    Optional<Fields> optionalGroup(String key, String... known) {
        Node node = fields.get(key);
        return node == null ? Optional.empty() : Optional.of(new Fields(file, name(key), node, known));
    }

    private String scalar(String key, Node node, String what) {
        @Nullable String scalar = node.scalar();
        if (scalar == null || scalar.isBlank()) {
            throw fault(key, "is " + node.kind() + ". Give " + what + ".");
        }
        return scalar;
    }

    private String cleanText(String what, String text, int atLine) {
        if (text.isBlank() || text.codePoints().anyMatch(Character::isISOControl) || text.length() > 200) {
            throw new InputException(
                    file, atLine, what + " is blank, longer than 200 characters or not one line of text. Shorten it.");
        }
        return text.strip();
    }
}
