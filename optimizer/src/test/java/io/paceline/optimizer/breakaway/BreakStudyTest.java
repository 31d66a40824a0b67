package io.paceline.optimizer.breakaway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Chase;
import io.paceline.chase.RiddenBreak;
import io.paceline.optimizer.launch.Launches;
import io.paceline.optimizer.rotation.Chases;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.power.Drivetrain;
import io.paceline.power.RoadLoad;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BreakStudyTest {
    private static final SearchOptions SHORT = SearchOptions.evaluations(600);
    private static final Rider STRONG = new Rider("strong", 83, 0.30, 420, 22_000);
    private static final Rider WEAK = new Rider("weak", 80, 0.29, 390, 20_000);
    private static final Rider LAZY = new Rider("lazy", 78, 0.29, 400, 21_000);

    private static Chase group(Set<String> unwilling, Rider... riders) {
        return Chases.hills(new Team(List.of(riders), unwilling), 30, 45, 0, 0.01, 0);
    }

    private static BreakPlan plan(Chase problem) {
        return BreakStudy.plan(problem, SHORT, SearchListener.none());
    }

    @Test
    void aLoneRiderOnTheFlatRidesAtThePowerThatHisWPrimeAllows() {
        Chase flat = Chases.hills(new Team(List.of(STRONG), Set.of()), 30, 45, 0);
        BreakPlan ride = plan(BreakStudy.problem(flat, 1));

        // alone, P·t = CP·t + 90 % of W' spent to the last second: 420·0.93 + 0.9·22000·0.80/t W
        double timeS = ride.outcome().timeS();
        double powerW = 420 * 0.93 + 0.9 * 22_000 * 0.80 / timeS;
        double speed = RoadLoad.of(flat.road().stretches().get(0), flat.air(), Drivetrain.MARTIN_1998, 83, 0.30)
                .speedMPerS(powerW);
        // the kernel finds the time to 1e-7 of itself
        assertThat(timeS).isCloseTo(5_000 / speed, within(1e-4));
        assertThat(ride.outcome().riders().get(0).leastBalanceFraction()).isCloseTo(0.1, within(1e-4));
    }

    @Test
    void holdsItsRideWithEverybodysReserveAndAllAreLeft() {
        BreakPlan ride = plan(BreakStudy.problem(group(Set.of(), STRONG, WEAK, LAZY), 3));

        assertThat(ride.outcome().feasible()).isTrue();
        assertThat(ride.outcome().reserveShortJ()).isZero();
        assertThat(ride.plan().pulls()).allMatch(pull -> pull.burnedAfterTurns() == 0);
    }

    @Test
    void whoeverRefusesToWorkNeverPullsAndCostsTheBreakTime() {
        Chase problem = BreakStudy.problem(group(Set.of("lazy"), STRONG, WEAK, LAZY), 3);
        BreakPlan ride = plan(problem);
        BreakPlan all = plan(BreakStudy.ifAllWorked(problem));

        assertThat(ride.plan().sitsOn()).contains("lazy");
        assertThat(ride.outcome().timeS()).isGreaterThan(all.outcome().timeS() + 5);
        assertThat(ride.outcome().riders().get(2).meanPowerW())
                .isLessThan(ride.outcome().riders().get(0).meanPowerW());
    }

    @Test
    void threeAreFasterThanOne() {
        BreakPlan three = plan(BreakStudy.problem(group(Set.of(), STRONG, WEAK, LAZY), 3));
        BreakPlan one = plan(BreakStudy.problem(group(Set.of(), STRONG), 1));

        assertThat(three.outcome().timeS()).isLessThan(0.95 * one.outcome().timeS());
    }

    @Test
    void theChaseSeesTheRideOfThePlan() {
        Chase problem = BreakStudy.problem(group(Set.of(), STRONG, WEAK), 2);
        BreakPlan ride = plan(problem);
        RiddenBreak ahead = RiddenBreak.of(40, problem, ride.outcome());

        double[] timesS = ahead.timesS(problem.road().stretches());
        // the same lengths over the same speeds, summed again
        assertThat(timesS[timesS.length - 1]).isCloseTo(ride.outcome().timeS(), within(1e-6));
        assertThat(BreakStudy.known(problem, ride.plan())).isEqualTo(ride);
    }

    @Test
    void refusesAGroupThatBeginsInTheBunch() {
        Chase later = new Launches(group(Set.of(), STRONG, WEAK)).from(5_000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BreakStudy.problem(later, 2))
                .withMessage("breakaway: it has an approach. A break rides from the start point on.");
    }
}
