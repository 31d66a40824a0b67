package io.paceline.optimizer.rotation.draft;

import java.util.Random;

/** Draws changes of a draft at random: of the pace, which moves the cost most, and of the line. */
public final class Changes {
    private static final int PACE_PERCENT = 55;

    private final LineChanges line;
    private final PaceChanges pace;
    private final boolean hasPace;
    private final Random random;

    /** Changes of one draft, which may itself change between two draws. */
    public Changes(DraftSpace space, Draft draft, Random random) {
        line = new LineChanges(space, draft, random);
        pace = new PaceChanges(draft, random);
        hasPace = space.sectors() > 1;
        this.random = random;
    }

    /** Some change; it may happen to change nothing. */
    public Change draw() {
        return hasPace && random.nextInt(100) < PACE_PERCENT ? pace.draw() : line.draw();
    }
}
