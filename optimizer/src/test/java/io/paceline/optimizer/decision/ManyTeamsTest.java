package io.paceline.optimizer.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Bunch;
import io.paceline.chase.Chase;
import io.paceline.chase.ObservedBreak;
import io.paceline.drafting.DragTables;
import io.paceline.optimizer.decision.Decision.CoalitionFact;
import io.paceline.optimizer.decision.Decision.TeamShare;
import io.paceline.power.Drivetrain;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Road;
import io.paceline.stakes.Classification;
import io.paceline.stakes.RivalTeam;
import io.paceline.stakes.Stakes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Eleven invented teams of one rider each behind a break of two, on 20 km of level road, the catch agreed after 18. */
class ManyTeamsTest {
    private static final int TEAMS = 11;
    private static final int ORDERS = 6;
    private static final DecisionOptions SHORT = new DecisionOptions(100, 0, 2, ORDERS);

    /** Nobody waits: a launch later than now is hopeless here. */
    private static final Places NOW_OR_NEVER = (laterM, toFinish) -> chase(laterM > 0 ? 600 : 20, toFinish);

    private static List<RivalTeam> teams() {
        List<RivalTeam> teams = new ArrayList<>();
        for (int i = 1; i <= TEAMS; i++) {
            Rider rider = new Rider("R" + i, 80, 0.30, 395 + 3 * i, 22_000);
            teams.add(new RivalTeam("T" + i, List.of(rider), List.of(), 40, 0.5, OptionalDouble.empty()));
        }
        return teams;
    }

    private static Chase chase(double gapS, boolean toFinish) {
        List<Rider> riders = new ArrayList<>();
        teams().forEach(team -> riders.addAll(team.riders()));
        double fraction = DragTables.blocken2018().meanDragFraction(2, Chase.DEFAULT_WHEEL_GAP_M);
        double powerW =
                ObservedBreak.levelPowerW(45 / 3.6, 0.004, 78, 0.30, fraction, Rivals.AIR, Drivetrain.MARTIN_1998);
        return Chase.builder(
                        new Team(riders, Set.of()),
                        Road.of(List.of(Rivals.level(toFinish ? 20_000 : 18_000))),
                        Rivals.AIR,
                        new ObservedBreak(
                                gapS, 2, 78, 0.30, powerW, 0, fraction, Rivals.AIR, Drivetrain.MARTIN_1998, 22))
                .bunch(new Bunch(43 / 3.6))
                .build();
    }

    private static Decision decide(double pointsPerJ, DecisionOptions options) {
        Stakes stakes = new Stakes(teams(), Classification.none(), pointsPerJ, true, 10);
        return Decider.decide(stakes, NOW_OR_NEVER, 20, options, DecisionListener.none());
    }

    @Test
    void plansSomeCoalitionsAndJudgesWhatItKnows() {
        Decision decision = decide(1e-5, SHORT);
        assertThat(decision.coalitionsInAll()).isEqualTo(2_047);
        // all of up to three teams, 11 + 55 + 165, and all eleven
        assertThat(decision.coalitions()).hasSizeBetween(232, 1_000);
        assertThat(decision.coalitions().stream().filter(fact -> fact.teams().size() <= 3))
                .hasSize(231);
        assertThat(decision.coalitions().get(decision.coalitions().size() - 1).teams())
                .hasSize(TEAMS);
        assertThat(decision.complete()).isTrue();
        List<Set<String>> able = new ArrayList<>();
        for (CoalitionFact fact : decision.coalitions()) {
            // what a part can, the whole can; small ones come first
            boolean partCan = able.stream().anyMatch(part -> fact.teams().containsAll(part));
            assertThat(fact.feasible() || !partCan).as("%s", fact.teams()).isTrue();
            assertThat(fact.minimal().orElse(false) && partCan).isFalse();
            if (fact.feasible()) {
                able.add(new HashSet<>(fact.teams()));
            }
        }
        CoalitionFact chosen = decision.coalitions().stream()
                .filter(fact -> fact.teams().equals(decision.verdict().teams()))
                .findFirst()
                .orElseThrow();
        assertThat(chosen.stable()).contains(true);
        // of those known to be stable none leaves all teams more
        assertThat(decision.coalitions().stream()
                        .filter(fact -> fact.stable().orElse(false))
                        .mapToDouble(fact -> fact.netPoints().orElseThrow())
                        .max())
                .hasValue(chosen.netPoints().orElseThrow());
        assertThat(decision.shares()).hasSizeLessThan(TEAMS);
        assertThat(decision.sampledOrders()).as("few members: exact").isZero();
        assertThat(decision.shares())
                .allSatisfy(share -> assertThat(share.shareError()).isZero());
    }

    @Test
    void whereOnlyAllTogetherCoverTheCostTheSharesAreSampledWithTheirError() {
        Decision cheap = decide(1e-5, SHORT);
        CoalitionFact all = cheap.coalitions().get(cheap.coalitions().size() - 1);
        double gain = TEAMS * 20;
        double cost = gain - all.netPoints().orElseThrow();
        // dear enough that all eleven have 0.2 percent of their gain left; ten have a tenth less to gain, and nearly
        // the same work
        Decision dear = decide(1e-5 * 0.998 * gain / cost, SHORT);
        assertThat(dear.verdict().teams()).hasSize(TEAMS);
        assertThat(dear.sampledOrders()).isEqualTo(ORDERS);
        assertThat(dear.shares())
                .hasSize(TEAMS)
                .anySatisfy(share -> assertThat(share.shareError()).isPositive());
        assertThat(dear.shares().stream().mapToDouble(TeamShare::shareOfWork).sum())
                .isEqualTo(1, within(1e-9));
    }

    @Test
    void doesNotDependOnTheThreads() {
        assertThat(decide(1e-5, new DecisionOptions(100, 2, 1, 3)))
                .isEqualTo(decide(1e-5, new DecisionOptions(100, 2, 3, 3)));
    }

    @Test
    void anEarlyEndListsWhatWasPlannedAndSaysSo() {
        Stakes stakes = new Stakes(teams(), Classification.none(), 1e-5, true, 10);
        int[] planned = {0};
        DecisionListener soon = new DecisionListener() {
            @Override
            public void onPlanned(int done, int of) {
                planned[0] = done;
            }

            @Override
            public boolean stopAsked() {
                return planned[0] >= 30;
            }
        };
        Decision decision = Decider.decide(stakes, NOW_OR_NEVER, 20, new DecisionOptions(100, 0, 1, 2), soon);
        assertThat(decision.complete()).isFalse();
        assertThat(decision.coalitions()).hasSizeBetween(11, 100);
    }
}
