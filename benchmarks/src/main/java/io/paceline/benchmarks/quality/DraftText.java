package io.paceline.benchmarks.quality;

import io.paceline.optimizer.rotation.draft.Draft;
import java.util.StringJoiner;

/** Drafts in one line: {@code slot:seconds:turns} for each position, front first, a bar, the efforts in effort units. */
final class DraftText {
    private DraftText() {}

    static String write(Draft draft) {
        StringJoiner words = new StringJoiner(" ");
        for (int position = 0; position < draft.rider.length; position++) {
            words.add(draft.rider[position] + ":" + draft.seconds[position] + ":" + draft.burnedAfterTurns[position]);
        }
        words.add("|");
        for (int effort : draft.effort) {
            words.add(Integer.toString(effort));
        }
        return words.toString();
    }

    /** @throws IllegalArgumentException if the text is none of ours */
    static Draft read(String text) {
        String[] halves = text.split(" \\| ", -1);
        if (halves.length != 2) {
            throw new IllegalArgumentException("draft: " + text + " has no bar between line and pace.");
        }
        String[] line = halves[0].split(" ", -1);
        String[] pace = halves[1].split(" ", -1);
        Draft draft = new Draft(line.length, pace.length);
        for (int position = 0; position < line.length; position++) {
            String[] numbers = line[position].split(":", -1);
            draft.rider[position] = Integer.parseInt(numbers[0]);
            draft.seconds[position] = Integer.parseInt(numbers[1]);
            draft.burnedAfterTurns[position] = Integer.parseInt(numbers[2]);
        }
        for (int sector = 0; sector < pace.length; sector++) {
            draft.effort[sector] = Integer.parseInt(pace[sector]);
        }
        return draft;
    }
}
