package io.paceline.optimizer.rotation.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.Chases;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DraftSpaceTest {
    private final DraftSpace space = new DraftSpace(ChaseKernel.compile(Chases.stage18(75, 46)));

    @Test
    void thoseWhoSitOnComeBehindThoseWhoPull() {
        Draft draft = new Draft(6, space.sectors());
        int[] seconds = {60, 0, 30, 0, 45, 300};
        System.arraycopy(seconds, 0, draft.seconds, 0, 6);
        draft.burnedAfterTurns[1] = 7; // of one who never pulls
        RotationPlan plan = space.toPlan(draft);
        assertThat(plan.pulls()).containsExactly(new Pull("TT1", 60), new Pull("ROU2", 30), new Pull("DOM2", 45));
        assertThat(plan.sitsOn()).containsExactly("ROU1", "DOM1", "SPR1"); // the protected, whatever his seconds
    }

    @Test
    void aPullBelowTheShortestCountsAsTheShortest() {
        Draft draft = new Draft(6, space.sectors());
        draft.seconds[0] = 5;
        draft.seconds[1] = 600;
        // an exchange of two at 13 m/s takes 2.25 m / 2 m/s; turns last 10 s or more
        assertThat(space.toPlan(draft).pulls()).containsExactly(new Pull("TT1", 10), new Pull("ROU1", 600));
    }

    @Test
    void effortsAreSetOnTheScaleOnWhichTheirMeanIsOne() {
        Draft draft = new Draft(6, 4);
        DraftSpace.setEfforts(draft, new double[] {3, 1, 6, 2});
        assertThat(draft.effort).containsExactly(1_000_000, 333_333, 2_000_000, 666_667);
        DraftSpace.setEfforts(draft, new double[] {3e-4, 1e-4, 6e-4, 2e-4});
        assertThat(draft.effort).containsExactly(1_000_000, 333_333, 2_000_000, 666_667);
        DraftSpace.setEfforts(draft, new double[] {0, 1, 1, 1_000}); // nobody stops, and 5 is the most
        assertThat(draft.effort).containsExactly(20_000, 20_000, 20_000, 3_992_016);
    }

    @Test
    void plansSurviveTheWayThereAndBack() {
        Random random = new Random(4);
        int seen = 0;
        for (int trial = 0; trial < 200; trial++) {
            Draft draft = DraftCases.random(space, random);
            if (space.stayers(draft) > 0) {
                RotationPlan plan = space.toPlan(draft);
                assertThat(space.toPlan(space.nearest(plan)))
                        .as("seed 4 trial " + trial)
                        .isEqualTo(plan);
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void aPlanOffTheGridMovesToTheNearest() {
        List<Double> efforts = Collections.nCopies(space.sectors(), 0.123_454_49);
        RotationPlan plan = new RotationPlan(
                List.of(new Pull("TT1", 12.4, 3), new Pull("ROU1", 900)),
                List.of("ROU2", "DOM1", "DOM2", "SPR1"),
                efforts);
        RotationPlan near = space.toPlan(space.nearest(plan));
        assertThat(near.pulls()).containsExactly(new Pull("TT1", 10, 3), new Pull("ROU1", 600));
        assertThat(near.sectorEfforts()).containsOnly(0.123454);
    }

    @Test
    void aPlanForAnotherRoadIsRefused() {
        RotationPlan plan = new RotationPlan(
                List.of(new Pull("TT1", 60)), List.of("ROU1", "ROU2", "DOM1", "DOM2", "SPR1"), List.of(1.0));
        assertThatThrownBy(() -> space.nearest(plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("plan: 1 efforts for " + space.sectors()
                        + " sectors. Each sector needs one; all 1 is even power.");
    }
}
