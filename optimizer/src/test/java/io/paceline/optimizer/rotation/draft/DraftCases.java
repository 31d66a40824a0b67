package io.paceline.optimizer.rotation.draft;

import java.util.Random;

/** Drafts by chance, among them ones that no good search would propose. */
public final class DraftCases {
    private DraftCases() {}

    /** Any order, some sit on, some are burned, any efforts; now and then nobody pulls. */
    public static Draft random(DraftSpace space, Random random) {
        Draft draft = new Draft(space.riders(), space.sectors());
        for (int i = space.riders() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = draft.rider[i];
            draft.rider[i] = draft.rider[j];
            draft.rider[j] = kept;
        }
        for (int i = 0; i < space.riders(); i++) {
            draft.seconds[i] = random.nextInt(4) == 0 ? 0 : 5 * (1 + random.nextInt(30));
            draft.burnedAfterTurns[i] = random.nextInt(4) == 0 ? 1 + random.nextInt(20) : 0;
        }
        for (int i = 0; i < space.sectors(); i++) {
            draft.effort[i] = 300_000 + random.nextInt(1_500_000);
        }
        return draft;
    }
}
