package io.paceline.app.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paceline.app.report.OutputFile;
import io.paceline.app.scenario.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The last question, kept in a file that the user named, so that the planner goes on where it ended. Written whole or not at all. */
final class StateFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final OutputFile output;

    private StateFile(Path file, OutputFile output) {
        this.file = file;
        this.output = output;
    }

    /** @throws IllegalArgumentException if the file cannot be written; the message says why */
    static StateFile checked(Path file) {
        return new StateFile(file, OutputFile.checked(file));
    }

    /**
     * The question of last time, if there was one.
     *
     * @throws InputException if the file is something else
     */
    Optional<Question> question() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            return Optional.of(Question.of(json));
        } catch (JsonProcessingException | BadRequest e) {
            throw new InputException(file, 0, "is not a state of the planner. Name another file, or remove it.");
        } catch (IOException e) {
            throw new InputException(file, 0, "cannot be read (" + e.getMessage() + ").");
        }
    }

    void keep(Snapshot snapshot) {
        output.write(snapshot.question().json().toPrettyString() + "\n");
    }
}
