package io.paceline.optimizer.rotation.draft;

import java.util.Random;

/** Draws changes of a draft at random: of the pace, which moves the cost most, and of the line. */
public final class Changes {
    /** Fewer, and more, were tried in {@code benchmarks/QUALITY.md}. */
    private static final int PACE_PERCENT = 40;

    private final LineChanges line;
    private final PaceChanges pace;
    private final boolean hasPace;
    private final Random random;
    private boolean lastOfPace;

    /** Changes of one draft, which may itself change between two draws. */
    public Changes(DraftSpace space, Draft draft, Random random) {
        line = new LineChanges(space, draft, random);
        pace = new PaceChanges(space, draft, random);
        hasPace = space.sectors() > 1;
        this.random = random;
    }

    /** Some change; it may happen to change nothing. */
    public Change draw() {
        lastOfPace = hasPace && random.nextInt(100) < PACE_PERCENT;
        return lastOfPace ? pace.draw() : line.draw();
    }

    /** Told whether the search took the last change, those to come get a size that suits it. */
    public void learn(boolean taken) {
        if (lastOfPace) {
            pace.learn(taken);
        }
    }
}
