package io.paceline.optimizer.rotation.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.Chases;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceChangesTest {
    private static final double[] LENGTH_M = {2_000, 5_000, 1_000, 20_000};

    private final DraftSpace space = space();

    private static DraftSpace space() {
        Chase hills = Chases.hills(Chases.fiveAndASprinter(), 20, 46, 0);
        List<Stretch> road = List.of(
                new Stretch(1_500, 0.02, 0, 0, 0.004),
                new Stretch(500, 0.03, 0, 0, 0.004),
                new Stretch(5_000, 0, 0, 0, 0.004),
                new Stretch(1_000, -0.02, 0, 0, 0.004),
                new Stretch(20_000, 0, 0, 3, 0.004));
        return new DraftSpace(ChaseKernel.compile(
                hills.toBuilder().road(Road.of(road, new int[] {0, 0, 1, 2, 3})).build()));
    }

    @Test
    void anExchangeLosesAboutAsMuchTimeAsItWins() {
        Draft draft = new Draft(6, 4);
        PaceChanges changes = new PaceChanges(space, draft, new Random(2));
        int exchanges = 0;
        for (int trial = 0; trial < 4_000; trial++) {
            Change change = changes.draw();
            if (change.sector.length == 2) {
                exchanges++;
                double first = change.effort[0] - draft.effort[0];
                double second = change.effort[1] - draft.effort[0];
                double ratio = Math.min(3, LENGTH_M[change.sector[0]] / LENGTH_M[change.sector[1]]);
                assertThat(second).as("trial " + trial + ", seed 2").isCloseTo(-ratio * first, within(3.0));
            } else {
                assertThat(change.sector).hasSize(1);
            }
        }
        assertThat(exchanges).isBetween(1_800, 2_200);
    }

    @Test
    void everySectorLearnsByItself() {
        Draft draft = new Draft(6, 4);
        PaceChanges changes = new PaceChanges(space, draft, new Random(3));
        double[] sizes = new double[4];
        int[] counts = new int[4];
        for (int trial = 0; trial < 3_000; trial++) {
            Change change = changes.draw();
            int sector = change.sector[0];
            changes.learn(sector == 1);
            if (trial >= 2_000) {
                sizes[sector] += Math.abs(change.effort[0] - draft.effort[sector]);
                counts[sector]++;
            }
        }
        assertThat(sizes[1] / counts[1]).isGreaterThan(100_000);
        for (int sector : new int[] {0, 2, 3}) {
            assertThat(sizes[sector] / counts[sector]).as("sector " + sector).isLessThan(100);
        }
    }
}
