package io.paceline.app.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads a YAML or JSON file into nodes that know their lines. Scalars stay as written; aliases are refused. */
final class Tree {
    private final Path file;
    private final String format;

    private Tree(Path file, String format) {
        this.file = file;
        this.format = format;
    }

    /**
     * The root of a file. A text that begins with a brace is JSON.
     *
     * @throws InputException if the file cannot be read or is not well formed
     */
    static Node read(Path file) {
        String text = InputFile.text(file);
        boolean json = text.stripLeading().startsWith("{");
        JsonFactory factory = json ? new JsonFactory() : yaml();
        try (JsonParser parser = factory.createParser(text)) {
            return new Tree(file, json ? "JSON" : "YAML").document(parser);
        } catch (JsonProcessingException e) {
            throw malformed(file, json ? "JSON" : "YAML", e);
        } catch (IOException e) {
            throw new InputException(file, 0, "cannot be read (" + e.getMessage() + ").");
        }
    }

    private static YAMLFactory yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(InputFile.MAX_BYTES);
        return YAMLFactory.builder().loaderOptions(options).build();
    }

    private static InputException malformed(Path file, String format, JsonProcessingException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        String problem = e.getOriginalMessage();
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
                line = marked.getProblemMark().getLine() + 1;
                problem = marked.getProblem();
            }
        }
        // the parser names its own switches, which nobody can turn here
        String first = problem.lines()
                .findFirst()
                .orElse("unknown fault")
                .replaceAll("(: enable|, from) `[^`]*`( to allow)?", "");
        return new InputException(file, line, "is not well-formed " + format + ": " + first + ".");
    }

    private Node document(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw new InputException(file, 0, "is empty.");
        }
        Node root = value(parser);
        if (parser.nextToken() != null) {
            throw new InputException(
                    file, line(parser), "has more after the end of the first document. Keep one per file.");
        }
        return root;
    }

    private Node value(JsonParser parser) throws IOException {
        int line = line(parser);
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new InputException(file, line, "aliases (*) are not allowed. Write the value out.");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new Node(line, null, items, null);
        }
        if (token == JsonToken.START_OBJECT) {
            return new Node(line, null, null, fields(parser));
        }
        return new Node(line, token == JsonToken.VALUE_NULL ? null : parser.getText(), null, null);
    }

    private Map<String, Node> fields(JsonParser parser) throws IOException {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = line(parser);
            parser.nextToken();
            Node value = value(parser);
            Node before = fields.put(key, new Node(line, value.scalar(), value.items(), value.fields()));
            if (before != null) {
                throw new InputException(
                        file, line, key + " is there twice, first on line " + before.line() + ". Keep one.");
            }
        }
        return fields;
    }

    private int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    @Override
    public String toString() {
        return format + " " + file;
    }
}
