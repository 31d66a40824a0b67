package io.paceline.benchmarks.quality.peer;

import io.paceline.benchmarks.quality.Contender;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;

/**
 * Every plan of a grid, for two to five riders on one sector: every order and starter, each rider sits on or pulls one of the lengths of
 * {@link #pullsS}. Complete if it ends before its time. The opening is not used.
 */
public final class Exhaustive implements Contender {
    private static final int[] COARSE_S = {0, 20, 40, 80, 160, 320, 600};
    private static final int[] MIDDLE_S = {
        0, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 180, 240, 300, 400, 500, 600
    };
    private static final int MOST_RIDERS = 5;

    @Override
    public String title() {
        return "exhaustive";
    }

    @Override
    public boolean suits(DraftSpace space) {
        return space.riders() <= MOST_RIDERS && space.sectors() == 1;
    }

    /** The grid of the pulls: all allowed ones for two and three riders, fewer for more. */
    static int[] pullsS(int riders) {
        if (riders > 3) {
            return riders == 4 ? MIDDLE_S.clone() : COARSE_S.clone();
        }
        int[] all = new int[DraftSpace.LONGEST_PULL_S / DraftSpace.PULL_STEP_S];
        for (int i = 1; i < all.length; i++) {
            all[i] = (i + 1) * DraftSpace.PULL_STEP_S;
        }
        return all;
    }

    @Override
    public void search(DraftSpace space, Trials trials, long seed) {
        Draft draft = new Draft(space.riders(), space.sectors());
        orders(space, trials, new CostMeter(space), draft, 0);
    }

    private static void orders(DraftSpace space, Trials trials, CostMeter meter, Draft draft, int fixed) {
        if (fixed == space.riders()) {
            pulls(space, trials, meter, draft, 0);
            return;
        }
        for (int position = fixed; position < space.riders() && !trials.over(); position++) {
            swap(draft.rider, fixed, position);
            orders(space, trials, meter, draft, fixed + 1);
            swap(draft.rider, fixed, position);
        }
    }

    private static void pulls(DraftSpace space, Trials trials, CostMeter meter, Draft draft, int position) {
        if (position == space.riders()) {
            trials.measure(meter, draft);
            return;
        }
        int[] grid = space.isProtected(draft.rider[position]) ? new int[1] : pullsS(space.riders());
        for (int i = 0; i < grid.length && !trials.over(); i++) {
            draft.seconds[position] = grid[i];
            pulls(space, trials, meter, draft, position + 1);
        }
    }

    private static void swap(int[] values, int i, int j) {
        int kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
