package io.paceline.optimizer.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.decision.Decision.Action;
import io.paceline.optimizer.decision.Decision.CoalitionFact;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.stakes.Classification;
import io.paceline.stakes.RivalTeam;
import io.paceline.stakes.Stakes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeciderTest {
    private static final DecisionOptions SHORT = new DecisionOptions(300, 0, 2);
    private static final double KM = 20;

    private static Decision decide(Rivals rivals, Stakes stakes) {
        return Decider.decide(stakes, rivals.places(), KM, SHORT, DecisionListener.none());
    }

    private static CoalitionFact fact(Decision decision, String... teams) {
        return decision.coalitions().stream()
                .filter(fact -> fact.teams().equals(List.of(teams)))
                .findFirst()
                .orElseThrow();
    }

    /** 20 s behind two riders at 45 km/h: two can, one cannot. */
    private static Rivals near(double redWin, double blueWin, double greenWin) {
        return new Rivals(20, 45, redWin, blueWin, greenWin);
    }

    @Test
    void plansEveryCoalitionAndWhatAPartCanTheWholeCan() {
        Rivals rivals = near(100, 60, 0);
        Decision decision = decide(rivals, rivals.stakes(Classification.none(), 0.01));
        assertThat(decision.coalitions()).hasSize(7);
        assertThat(decision.complete()).isTrue();
        for (CoalitionFact part : decision.coalitions()) {
            for (CoalitionFact whole : decision.coalitions()) {
                if (part.feasible() && whole.teams().containsAll(part.teams())) {
                    assertThat(whole.feasible())
                            .as("%s in %s", part.teams(), whole.teams())
                            .isTrue();
                }
            }
        }
        assertThat(fact(decision, "Green").feasible()).isFalse();
        assertThat(fact(decision, "Green").overdrawnJ().orElseThrow()).isPositive();
        assertThat(fact(decision, "Red").minimal()).contains(true);
    }

    @Test
    void theEnergyOfACoalitionIsThatOfItsOwnBestPlan() {
        Rivals rivals = near(100, 60, 0);
        Decision decision = decide(rivals, rivals.stakes(Classification.none(), 0.01));
        List<Rider> riders = new ArrayList<>(rivals.red.spared());
        riders.addAll(rivals.blue.spared());
        ChaseKernel kernel = ChaseKernel.compile(rivals.chase(0, 18_000).toBuilder()
                .team(new Team(riders, Set.of()))
                .build());
        Outcome best = RotationPlanner.optaPlanner()
                .plan(kernel, SearchOptions.evaluations(20_000), SearchListener.none())
                .outcome();
        // a search thirty times as long is better by less than a percent, and not worse
        assertThat(fact(decision, "Red", "Blue").collectiveJ().orElseThrow())
                .isBetween(best.collectiveJ() * (1 - 1e-4), best.collectiveJ() * 1.01);
    }

    @Test
    void addsUpWhatTheTeamsHave() {
        Rivals rivals = near(100, 60, 0);
        Decision decision = decide(rivals, rivals.stakes(Classification.none(), 0.01));
        CoalitionFact red = fact(decision, "Red");
        // half of 100 and of 60; all six riders follow at the speed of the chase, and Red's two work
        ChaseKernel kernel = ChaseKernel.compile(rivals.chase(0, 18_000));
        double speed = 18_000 / kernel.targetS();
        double carriedJ = 0;
        BunchWork bunch = new BunchWork(rivals.chase(0, 18_000));
        for (RivalTeam team : rivals.teams()) {
            for (Rider rider : team.riders()) {
                carriedJ += bunch.carriedJ(rider, List.of(speed)) - bunch.rollJ(rider);
            }
        }
        double workJ = red.collectiveJ().orElseThrow();
        double ownJ = 0;
        for (Rider rider : rivals.red.spared()) {
            ownJ += bunch.carriedJ(rider, List.of(speed));
        }
        assertThat(red.burdenJ().orElseThrow()).isEqualTo(workJ - ownJ, within(1.0));
        assertThat(red.netPoints().orElseThrow())
                .isEqualTo(80 - 0.01 / 1_000 * (carriedJ + workJ - ownJ), within(1e-4));
    }

    @Test
    void whoGainsChasesAndTheReasonHasTheNumbers() {
        Rivals rivals = near(100, 0, 0);
        Decision decision = decide(rivals, rivals.stakes(Classification.none(), 0.01));
        assertThat(decision.verdict().action()).isIn(Action.CHASE_NOW, Action.WAIT);
        assertThat(decision.verdict().teams()).containsExactly("Red");
        assertThat(decision.verdict().reason())
                .contains("Red", "brings all teams together 50.0 points and costs", "kJ more work for Red");
        assertThat(decision.shares()).singleElement().satisfies(share -> {
            assertThat(share.shareOfWork()).isEqualTo(1);
            assertThat(share.freeRiderGainPoints()).isEmpty();
        });
        assertThat(decision.ride().orElseThrow().outcome().feasible()).isTrue();
    }

    @Test
    void whatBringsLessThanItCostsIsLetGo() {
        Rivals rivals = near(4, 0, 0);
        Decision decision = decide(rivals, rivals.stakes(Classification.none(), 0.1));
        assertThat(decision.verdict().action()).isEqualTo(Action.LET_GO);
        assertThat(decision.verdict().teams()).isEmpty();
        assertThat(decision.verdict().reason())
                .startsWith("The break would finish ")
                .contains(
                        "but a catch costs more than it brings (for ", " points against 2.0 for all teams together).");
    }

    @Test
    void aBreakTooStrongForAllIsLetGo() {
        Rivals rivals = new Rivals(300, 52, 100, 100, 100);
        Decision decision = decide(rivals, rivals.stakes(Classification.none(), 0.01));
        assertThat(decision.verdict().action()).isEqualTo(Action.LET_GO);
        assertThat(decision.verdict().reason())
                .startsWith("No plan was found with which even all teams together catch; the break would finish ");
        assertThat(decision.shares()).isEmpty();
        assertThat(decision.ride()).isEmpty();
        assertThat(decision.options()).extracting(Decision.Option::possible).containsExactly(false, true);
    }

    @Test
    void onlyTheLeaderThreatenedHoldsTheGap() {
        // a minute at the finish would cost Red the lead; no stage to win for anybody
        Rivals rivals = new Rivals(60, 47, 0, 0, 0);
        Classification threat = new Classification(List.of(110.0), 40, 0, 0);
        Decision decision = decide(rivals, rivals.stakes(threat, 0.01));
        assertThat(decision.finishGapS()).isGreaterThan(110);
        assertThat(decision.limitS()).isEqualTo(110);
        assertThat(decision.verdict().action()).isEqualTo(Action.HOLD);
        assertThat(decision.verdict().reason())
                .startsWith("A lead of 100 s at the finish leaves the leader his place, where ");
        // held to the finish with 100 s, not 60: slower than the break, faster than the bunch
        double mean = decision.ride().orElseThrow().meanMPerS() * 3.6;
        assertThat(mean).isBetween(43.0, 47.0);
    }

    @Test
    void aLeadBelowTheLimitNeedsNobody() {
        Rivals rivals = new Rivals(10, 43.5, 0, 0, 0);
        Decision decision = decide(rivals, rivals.stakes(new Classification(List.of(500.0), 40, 20, 0), 0.01));
        assertThat(decision.verdict().action()).isEqualTo(Action.LET_GO);
        assertThat(decision.verdict().reason()).contains("the leader is safe up to 500 s");
    }

    @Test
    void aSlowBreakIsPassedWithoutWork() {
        Rivals rivals = new Rivals(5, 40, 100, 100, 100);
        Decision decision = decide(rivals, rivals.stakes(Classification.none(), 0.01));
        assertThat(decision.finishGapS()).isNegative();
        assertThat(decision.verdict().action()).isEqualTo(Action.LET_GO);
        assertThat(decision.verdict().reason()).startsWith("Nobody has to work: the bunch rolls past the break");
    }

    @Test
    void doesNotDependOnTheThreads() {
        Rivals rivals = near(100, 60, 30);
        Stakes stakes = rivals.stakes(Classification.none(), 0.01);
        Decision one =
                Decider.decide(stakes, rivals.places(), KM, new DecisionOptions(300, 3, 1), DecisionListener.none());
        Decision four =
                Decider.decide(stakes, rivals.places(), KM, new DecisionOptions(300, 3, 4), DecisionListener.none());
        assertThat(four).isEqualTo(one);
    }

    @Test
    void noChaseIsPlannedTwice() {
        Rivals rivals = near(100, 60, 0);
        List<RivalTeam> teams = new ArrayList<>(rivals.teams());
        // two more teams without riders to spare: 31 coalitions of 7 lines
        teams.add(new RivalTeam("Idle", List.of(), List.of(), 10, 0.5, OptionalDouble.empty()));
        teams.add(new RivalTeam("Lazy", List.of(), List.of(), 10, 0.5, OptionalDouble.empty()));
        Stakes stakes = new Stakes(teams, Classification.none(), 1e-5, true, 0);
        AtomicInteger most = new AtomicInteger();
        CoalitionTable table = new CoalitionTable(
                stakes, rivals.chase(0, 18_000), new PlanCache(SHORT, () -> false), SHORT, new DecisionListener() {
                    @Override
                    public void onPlanned(int planned, int of) {
                        assertThat(of).isEqualTo(31);
                        most.set(planned);
                    }

                    @Override
                    public boolean stopAsked() {
                        return false;
                    }
                });
        table.planAll();
        assertThat(most).hasValue(31);
        PlanCache cache = new PlanCache(SHORT, () -> false);
        CoalitionTable first =
                new CoalitionTable(stakes, rivals.chase(0, 18_000), cache, SHORT, DecisionListener.none());
        first.planAll();
        assertThat(cache.size()).isEqualTo(7);
    }

    @Test
    void anEarlyEndDecidesOnWhatThereIsAndSaysSo() {
        Rivals rivals = near(100, 60, 30);
        AtomicInteger asked = new AtomicInteger();
        DecisionListener soon = new DecisionListener() {
            @Override
            public void onPlanned(int planned, int of) {
                asked.set(planned);
            }

            @Override
            public boolean stopAsked() {
                return asked.get() >= 3;
            }
        };
        Decision decision = Decider.decide(
                rivals.stakes(Classification.none(), 0.01), rivals.places(), KM, new DecisionOptions(600, 0, 1), soon);
        assertThat(decision.complete()).isFalse();
        assertThat(decision.planned()).isLessThan(7);
        assertThat(decision.coalitions()).hasSize(7);
        assertThat(fact(decision, "Red", "Blue", "Green").riding()).isEmpty();
    }

    @Test
    void fairPullsGiveEachTeamItsShareWhereRidersAreStrongEnough() {
        // 5 s behind a break of 43 km/h: easy for four
        Rivals rivals = new Rivals(5, 44, 100, 60, 0);
        Stakes stakes = rivals.stakes(Classification.none(), 0.01);
        CoalitionTable table = new CoalitionTable(
                stakes, rivals.chase(0, 18_000), new PlanCache(SHORT, () -> false), SHORT, DecisionListener.none());
        table.planAll();
        PlannedRide ride = table.ride(io.paceline.optimizer.game.Coalition.of(0, 1))
                .orElseThrow()
                .ride();
        FairPulls pulls = new FairPulls(
                table, ride, java.util.Map.of(0, rivals.red, 1, rivals.blue), java.util.Map.of(0, 0.6, 1, 0.4));
        FairPulls.Result fair = pulls.find();
        assertThat(fair.nearness()).isEqualTo(1);
        // whole seconds of pulls of about half a minute
        assertThat(pulls.sharesOf(fair.ride()).get(0)).isEqualTo(0.6, within(0.02));
        assertThat(fair.ride().outcome().feasible()).isTrue();
        assertThat(fair.ride().plan().pulls())
                .allSatisfy(pull -> assertThat(pull.seconds()).isEqualTo(Math.rint(pull.seconds())));
    }

    @Test
    void pullsThatAskTooMuchGoAsFarAsRidersCan() {
        Rivals rivals = new Rivals(40, 46.5, 100, 60, 0);
        Stakes stakes = rivals.stakes(Classification.none(), 0.01);
        CoalitionTable table = new CoalitionTable(
                stakes, rivals.chase(0, 18_000), new PlanCache(SHORT, () -> false), SHORT, DecisionListener.none());
        table.planAll();
        PlannedRide ride = table.ride(io.paceline.optimizer.game.Coalition.of(0, 1))
                .orElseThrow()
                .ride();
        assertThat(ride.outcome().feasible()).isTrue();
        FairPulls.Result fair = new FairPulls(
                        table,
                        ride,
                        java.util.Map.of(0, rivals.red, 1, rivals.blue),
                        java.util.Map.of(0, 0.02, 1, 0.98))
                .find();
        assertThat(fair.nearness()).isLessThan(1);
        assertThat(fair.ride().outcome().feasible()).isTrue();
    }

    @Test
    void refusesTooShortASearch() {
        assertThatThrownBy(() -> new DecisionOptions(99, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("decision: evaluations = 99 is outside [100, 2147483647]. Three thousand are usual.");
        assertThatThrownBy(() -> new DecisionOptions(100, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("decision: threads = 0 is outside [1, 256].");
        assertThatThrownBy(() -> new DecisionOptions(100, 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("decision: orders = 1 is outside [2, 10000]. With fewer no error can be stated; more take"
                        + " hours.");
    }
}
