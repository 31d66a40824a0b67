package io.paceline.app.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paceline.app.report.OutputFile;
import io.paceline.app.scenario.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The last question, kept in a file that the user named, so that the planner goes on where it ended. A race that was loaded in the
 * browser is kept with its files. Written whole or not at all.
 */
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

    /** What was kept: a question about the race of the command line, or a race of its own. */
    record Kept(Optional<Question> question, Optional<Race> race) {
        static final Kept NOTHING = new Kept(Optional.empty(), Optional.empty());
    }

    /**
     * What was kept last time, if anything was.
     *
     * @throws InputException if the file is something else
     */
    Kept kept() {
        if (!Files.exists(file)) {
            return Kept.NOTHING;
        }
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            return json.has("files")
                    ? new Kept(Optional.empty(), Optional.of(RaceLoader.ofTexts(RaceLoader.texts(json))))
                    : new Kept(Optional.of(Question.of(json)), Optional.empty());
        } catch (JsonProcessingException | BadRequest e) {
            throw new InputException(file, 0, "is not a state of the planner. Name another file, or remove it.");
        } catch (IOException e) {
            throw new InputException(file, 0, "cannot be read (" + e.getMessage() + ").");
        }
    }

    /** Says that what was kept does not go with the race of the command line. */
    InputException unfit(RuntimeException fault) {
        return new InputException(
                file, 0, "does not fit this scenario (" + fault.getMessage() + "). Name another file, or remove it.");
    }

    void keep(Task task) {
        ObjectNode json = task.race().isLoaded()
                ? JSON.createObjectNode().set("files", task.race().files(task.question()))
                : task.question().json();
        output.write(json.toPrettyString() + "\n");
    }
}
