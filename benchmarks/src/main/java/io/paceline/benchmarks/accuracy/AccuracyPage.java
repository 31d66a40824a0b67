package io.paceline.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code docs/accuracy.md}. */
public final class AccuracyPage {
    private AccuracyPage() {}

    /** Writes the page to the file that is named. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("accuracy page: name the file to write, such as docs/accuracy.md.");
        }
        Files.writeString(Path.of(args[0]), text());
    }

    /** The whole page. */
    public static String text() {
        Page page = new Page();
        PowerSection.write(page);
        DragSection.write(page);
        FieldSection.write(page);
        SizeSection.write(page);
        GapSection.write(page);
        CrosswindSection.write(page);
        SavingSection.write(page);
        RecoverySection.write(page);
        RotationSection.write(page);
        PursuitSection.write(page);
        CatchSection.write(page);
        return """
                # Accuracy

                What was measured or published, what Paceline computes with the same inputs, and why they differ. A program writes this
                page and a test fails when it is out of date:
                `java -cp benchmarks/target/benchmarks.jar io.paceline.benchmarks.accuracy.AccuracyPage docs/accuracy.md`.
                Nothing is tuned to it: where sources disagree, both stay. Numbers of programs of ours are pins, not proofs, and are
                not here. The files under `benchmarks/src/main/resources` and `core/src/test/resources` name every source; many were
                read second-hand.
                """ + page.text();
    }
}
