package io.paceline.optimizer.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.Takeover.Turn;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Polish;
import io.paceline.optimizer.rotation.draft.Trials;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TakeoverTest {
    private static final List<Double> EVEN = List.of(1.0, 1.0, 1.0);
    private static final Team TEAM =
            new Team(List.of(Chases.TT1, Chases.ROU1, Chases.ROU2, Chases.DOM1, Chases.SPR1), Set.of("SPR1"));
    private static final List<Pull> PULLS = List.of(new Pull("TT1", 60), new Pull("ROU1", 30), new Pull("ROU2", 40));
    private static final List<String> SITS_ON = List.of("DOM1", "SPR1");

    private static ChaseKernel chase(double breakKmH) {
        return ChaseKernel.compile(Chases.hills(TEAM, 20, breakKmH, 0.01, -0.01, 0.0));
    }

    /** With every effort put right by itself. */
    private static Cost atItsPace(ChaseKernel kernel, RotationPlan plan) {
        DraftSpace space = new DraftSpace(kernel);
        CostMeter meter = new CostMeter(space);
        Trials trials = new Trials(space, 300, Double.POSITIVE_INFINITY, (s, n, cost) -> {});
        Draft draft = space.nearest(plan);
        trials.measure(meter, draft);
        new Polish(space, meter, trials).descend(draft);
        return trials.bestCost();
    }

    private static RotationPlan plan(List<String> sitsOn, Pull... pulls) {
        return new RotationPlan(List.of(pulls), sitsOn, EVEN);
    }

    @Test
    void aLineWithoutFreeTurnsStaysAsItIs() {
        RotationPlan plan = new Takeover(chase(44), EVEN).cheapest(PULLS, SITS_ON, List.of());

        assertThat(plan).isEqualTo(new RotationPlan(PULLS, SITS_ON, EVEN));
    }

    /** The five ways that name one rider or nobody, written out; the sixth shares, and is only better. */
    @Test
    void isNoDearerThanAnyWayToGiveTheTurnToOneRiderOrNone() {
        List<String> sprinter = List.of("SPR1");
        List<RotationPlan> ways = List.of(
                new RotationPlan(PULLS, SITS_ON, EVEN),
                plan(SITS_ON, new Pull("TT1", 80), new Pull("ROU1", 30), new Pull("ROU2", 40)),
                plan(SITS_ON, new Pull("TT1", 60), new Pull("ROU1", 50), new Pull("ROU2", 40)),
                plan(SITS_ON, new Pull("TT1", 60), new Pull("ROU1", 30), new Pull("ROU2", 60)),
                plan(sprinter, new Pull("TT1", 60), new Pull("DOM1", 20), new Pull("ROU1", 30), new Pull("ROU2", 40)));
        for (double breakKmH = 40; breakKmH <= 50; breakKmH++) {
            ChaseKernel kernel = chase(breakKmH);
            Cost found =
                    atItsPace(kernel, new Takeover(kernel, EVEN).cheapest(PULLS, SITS_ON, List.of(new Turn(1, 20))));
            for (RotationPlan way : ways) {
                assertThat(found.compareTo(atItsPace(kernel, way)))
                        .as("behind a break at " + breakKmH + " km/h, against " + way.pulls())
                        .isLessThanOrEqualTo(0);
            }
        }
    }

    @Test
    void oneWhoSatOnTakesTheTurnInItsPlaceWhereNobodyElseHasAnythingLeft() {
        ChaseKernel kernel = chase(50);

        RotationPlan plan = new Takeover(kernel, EVEN).cheapest(PULLS, SITS_ON, List.of(new Turn(1, 30)));

        assertThat(plan.pulls())
                .containsExactly(new Pull("TT1", 60), new Pull("DOM1", 30), new Pull("ROU1", 30), new Pull("ROU2", 40));
        assertThat(plan.sitsOn()).containsExactly("SPR1");
    }

    @Test
    void protectedRidersTakeOverNothing() {
        Team team = new Team(List.of(Chases.TT1, Chases.DOM1, Chases.SPR1), Set.of("DOM1", "SPR1"));
        ChaseKernel kernel = ChaseKernel.compile(Chases.hills(team, 20, 50, 0.01, -0.01, 0.0));

        RotationPlan plan = new Takeover(kernel, EVEN)
                .cheapest(List.of(new Pull("TT1", 60)), List.of("DOM1", "SPR1"), List.of(new Turn(0, 30)));

        assertThat(plan.pulls()).extracting(Pull::riderId).containsExactly("TT1");
        assertThat(plan.sitsOn()).containsExactly("DOM1", "SPR1");
    }

    /** One by one each of them is the one with most left for the seconds that he took over. */
    @Test
    void ridersOfOneKindShareATurnAlike() {
        Team alike = new Team(
                List.of(
                        Chases.rider("A", 76, 0.300, 425, 24_000),
                        Chases.rider("B", 76, 0.300, 425, 24_000),
                        Chases.rider("C", 76, 0.300, 425, 24_000)),
                Set.of());
        ChaseKernel kernel = ChaseKernel.compile(Chases.hills(alike, 20, 48.5, 0, 0, 0));
        List<Pull> pulls = List.of(new Pull("A", 40), new Pull("B", 40), new Pull("C", 40));

        RotationPlan plan = new Takeover(kernel, EVEN).cheapest(pulls, List.of(), List.of(new Turn(3, 15)));

        assertThat(plan.pulls()).containsExactly(new Pull("A", 45), new Pull("B", 45), new Pull("C", 45));
    }

    /** With 600 s nobody can pull as long again, and nothing is shared that the search could not hold. */
    @Test
    void nobodyPullsLongerThanTheSearchKnows() {
        List<Pull> longest = List.of(new Pull("TT1", 600), new Pull("ROU1", 590), new Pull("ROU2", 600));

        for (double breakKmH : new double[] {40, 44, 48}) {
            RotationPlan plan =
                    new Takeover(chase(breakKmH), EVEN).cheapest(longest, SITS_ON, List.of(new Turn(3, 500)));

            assertThat(plan.pulls()).extracting(Pull::seconds).allMatch(seconds -> seconds <= 600);
        }
    }

    @Test
    void severalTurnsAreTakenOverInTheirPlaces() {
        List<Pull> two = List.of(new Pull("TT1", 60), new Pull("ROU1", 30));
        Team team = new Team(
                List.of(Chases.TT1, Chases.ROU1, Chases.ROU2, Chases.DOM1, Chases.DOM2, Chases.SPR1), Set.of("SPR1"));
        ChaseKernel kernel = ChaseKernel.compile(Chases.hills(team, 20, 51, 0.01, -0.01, 0.0));

        RotationPlan plan = new Takeover(kernel, EVEN)
                .cheapest(two, List.of("ROU2", "DOM1", "DOM2", "SPR1"), List.of(new Turn(0, 30), new Turn(1, 30)));

        List<String> line = new ArrayList<>();
        plan.pulls().forEach(pull -> line.add(pull.riderId()));
        assertThat(line).hasSize(4).containsSubsequence("TT1", "ROU1");
        assertThat(line.indexOf("TT1")).isEqualTo(1);
        assertThat(line.indexOf("ROU1")).isEqualTo(3);
        assertThat(kernel.evaluate(plan).riders()).hasSize(6);
    }

    /** At the pace that was carried over TT1 would be 209 J cheaper; once the pace fits the line ROU1 is, by 6 kJ. */
    @Test
    void eachWayIsJudgedAtThePaceThatSuitsIt() {
        ChaseKernel kernel = chase(47);
        RotationPlan cheapestAsItIs = plan(SITS_ON, new Pull("TT1", 80), new Pull("ROU1", 30), new Pull("ROU2", 40));

        RotationPlan found = new Takeover(kernel, EVEN).cheapest(PULLS, SITS_ON, List.of(new Turn(1, 20)));

        assertThat(found.pulls()).containsExactly(new Pull("TT1", 60), new Pull("ROU1", 50), new Pull("ROU2", 40));
        assertThat(found.sectorEfforts()).isEqualTo(EVEN);
        assertThat(kernel.evaluate(cheapestAsItIs).collectiveJ())
                .isLessThan(kernel.evaluate(found).collectiveJ() - 100);
        assertThat(atItsPace(kernel, cheapestAsItIs).soft())
                .isGreaterThan(atItsPace(kernel, found).soft() + 5_000);
    }
}
