package io.paceline.optimizer.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.BreakSeen;
import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.chase.ChaseInput;
import io.paceline.chase.Goal;
import io.paceline.chase.Objective;
import io.paceline.chase.ObservedBreak;
import io.paceline.drafting.DragTables;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.power.Drivetrain;
import io.paceline.power.RoadLoad;
import io.paceline.rider.Freshness;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SensitivityTest {
    private static final Air AIR = new Air(1.2);
    private static final double LENGTH_M = 12_000;
    private static final Rider LONE = new Rider("a", 78, 0.30, 330, 20_000);
    private static final RotationPlan LONE_PLAN =
            new RotationPlan(List.of(new Pull("a", 600)), List.of(), List.of(1.0));

    /** One rider behind one rider on a level road in still air. */
    private static Chase lone(double gapS) {
        return chase(new Team(List.of(LONE), Set.of()), gapS, 1, 300, new Stretch(LENGTH_M, 0, 0, 0, 0.004));
    }

    private static Chase chase(Team team, double gapS, int ahead, double powerW, Stretch... road) {
        double fraction = DragTables.blocken2018().meanDragFraction(ahead, 0.5);
        return Chase.builder(
                        team,
                        Road.of(List.of(road), IntStream.range(0, road.length).toArray()),
                        AIR,
                        new ObservedBreak(gapS, ahead, 78, 0.30, powerW, 0, fraction, AIR, Drivetrain.MARTIN_1998, 22))
                .freshness(Freshness.FRESH)
                .build();
    }

    private static Chase hilly() {
        List<Rider> riders = List.of(
                new Rider("a", 70, 0.28, 400, 18_000),
                new Rider("b", 82, 0.31, 430, 22_000),
                new Rider("c", 76, 0.30, 410, 20_000));
        return chase(
                new Team(riders, Set.of()),
                40,
                2,
                345,
                new Stretch(7_000, 0.012, 0, 2, 0.004),
                new Stretch(6_000, -0.01, 0, -1, 0.005));
    }

    private static final RotationPlan HILLY_PLAN = new RotationPlan(
            List.of(new Pull("a", 40), new Pull("b", 60), new Pull("c", 50)), List.of(), List.of(1.1, 0.8));

    private static final SensitivityReport HILLY = study(hilly(), HILLY_PLAN);

    private static SensitivityReport study(Chase chase, RotationPlan plan) {
        return Sensitivity.of(
                ChaseKernel.compile(chase),
                plan,
                StandardInputs.of(chase, BreakSeen.SPEED),
                StandardInputs.choices(chase, BreakSeen.SPEED));
    }

    private static Swing swing(SensitivityReport report, String key) {
        return report.swings().stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static double levelPowerW(double speedMPerS) {
        return RoadLoad.of(new Stretch(LENGTH_M, 0, 0, 0, 0.004), AIR, Drivetrain.MARTIN_1998, 78, 0.30)
                .powerW(speedMPerS);
    }

    @Test
    void ofTwoValuesThatStopTheCatchTheNearerIsTold() {
        double mostS = swing(study(lone(20), LONE_PLAN), "gap").breakEven().orElseThrow();
        // the gap that is too much is reached at 3 and at -3
        DoubleFunction<Chase> at = value -> lone(20 + (mostS - 20) * value * value / 9);
        for (double base : new double[] {1, -1}) {
            Input input = new Input("both", "", base, 0.5, -10, 10, at);
            Rereading plan = new Rereading(ChaseKernel.compile(at.apply(base)), LONE_PLAN);

            assertThat(new BreakEven(input, plan, plan.of(at.apply(base)))
                            .find()
                            .orElseThrow())
                    .isCloseTo(3 * base, within(1e-3)); // both roots are found to some 1e-4
        }
    }

    @Test
    void aLoneRiderStopsCatchingAtTheGapThatTakesAllOfHisWPrime() {
        SensitivityReport report = study(lone(20), LONE_PLAN);
        assertThat(report.now().catches()).isTrue();
        double gapS = swing(report, "gap").breakEven().orElseThrow();
        double breakMPerS = RoadLoad.of(new Stretch(LENGTH_M, 0, 0, 0, 0.004), AIR, Drivetrain.MARTIN_1998, 78, 0.30)
                .speedMPerS(300);
        double timeS = LENGTH_M / breakMPerS - gapS;
        // the root is found to a ten-thousandth of 10 s, and a second of gap takes some 800 J
        assertThat((levelPowerW(LENGTH_M / timeS) - 330) * timeS).isCloseTo(20_000, within(2.0));
        // the same chase at that gap, a hair less and a hair more
        assertThat(catches(lone(gapS - 0.01))).isTrue();
        assertThat(catches(lone(gapS + 0.01))).isFalse();
    }

    private static boolean catches(Chase chase) {
        return Sensitivity.of(ChaseKernel.compile(chase), LONE_PLAN, List.of(), List.of())
                .now()
                .catches();
    }

    @Test
    void aPlanThatFailsIsToldWhereItWouldCatch() {
        Chase hard = lone(70);
        SensitivityReport report = study(hard, LONE_PLAN);
        assertThat(report.now().catches()).isFalse();
        double wPrimeJ = swing(report, "w_prime").breakEven().orElseThrow();
        assertThat(wPrimeJ).isCloseTo(20_000 - report.now().leastBalanceJ(), within(1.0));
        assertThat(swing(report, "gap").breakEven().orElseThrow()).isLessThan(70);
    }

    @Test
    void energyAndBalanceAreThoseOfTheChangedChaseInTime() {
        Chase chase = hilly();
        Swing swing = swing(HILLY, "drag_area");
        double m2 = swing.high().orElseThrow().value().orElseThrow();
        assertThat(m2).isCloseTo(1.03 * (0.28 + 0.31 + 0.30) / 3, within(1e-12));
        var changed = ChaseKernel.compile(ChaseInput.DRAG_AREA.with(chase, m2, BreakSeen.SPEED))
                .evaluate(HILLY_PLAN);
        Reading reading = swing.high().orElseThrow().reading();
        assertThat(reading.collectiveJ()).isEqualTo(changed.collectiveJ());
        assertThat(reading.leastBalanceJ())
                .isEqualTo(changed.riders().stream()
                        .mapToDouble(r -> r.leastBalanceJ())
                        .min()
                        .orElseThrow());
        assertThat(reading.lateS()).isZero();
    }

    @Test
    void atHeldPowerTheMarginMovesWithTheBreakAlone() {
        Chase chase = hilly();
        SensitivityReport report = HILLY;
        assertThat(report.now().marginS()).isCloseTo(0, within(1e-6));
        // the speeds of the chase stay: ten seconds of gap are ten seconds
        Swing gap = swing(report, "gap");
        assertThat(gap.high().orElseThrow().reading().marginS()).isCloseTo(-10, within(1e-6));
        assertThat(gap.slope().orElseThrow().marginPerUnit()).isCloseTo(-1, within(1e-6));
        double slowerS = breakS(ChaseInput.BREAK_SPEED.with(
                        chase, ChaseInput.BREAK_SPEED.of(chase) - 0.5 / 3.6, BreakSeen.SPEED))
                - breakS(chase);
        assertThat(swing(report, "break_speed").low().orElseThrow().reading().marginS())
                .isCloseTo(slowerS, within(1e-6));
        // what riders have does not change what they do
        for (String key : List.of("critical_power", "w_prime", "freshness_cp", "freshness_w_prime")) {
            Swing swing = swing(report, key);
            assertThat(swing.slope().orElseThrow().marginPerUnit()).as(key).isZero();
            assertThat(swing.slope().orElseThrow().energyElasticity()).as(key).contains(0.0);
            assertThat(swing.high().orElseThrow().reading().leastBalanceJ())
                    .as(key)
                    .isGreaterThan(report.now().leastBalanceJ());
        }
    }

    private static double breakS(Chase chase) {
        double[] timesS = chase.breakaway().timesS(chase.road().stretches());
        return timesS[timesS.length - 1];
    }

    @Test
    void elasticitiesAreThoseOfPlainDifferences() {
        Chase chase = hilly();
        SensitivityReport report = HILLY;
        double baseJ = report.now().collectiveJ();
        for (ChaseInput input : List.of(ChaseInput.DRAG_AREA, ChaseInput.GAP, ChaseInput.MASS, ChaseInput.DRIFT)) {
            double value = input.of(chase);
            double wide = 1e-3 * value;
            double lessJ = ChaseKernel.compile(input.with(chase, value - wide, BreakSeen.SPEED))
                    .evaluate(HILLY_PLAN)
                    .collectiveJ();
            double moreJ = ChaseKernel.compile(input.with(chase, value + wide, BreakSeen.SPEED))
                    .evaluate(HILLY_PLAN)
                    .collectiveJ();
            double elasticity = swing(report, input.name().toLowerCase(Locale.ROOT))
                    .slope()
                    .orElseThrow()
                    .energyElasticity()
                    .orElseThrow();
            // two widths of one smooth curve: its third derivative times 1e-6
            assertThat(elasticity)
                    .as("%s", input)
                    .isCloseTo((moreJ - lessJ) / baseJ / 2e-3, within(1e-4 * (1 + Math.abs(elasticity))));
        }
    }

    @Test
    void whatMovesTheLeastBalanceMostComesFirst() {
        SensitivityReport report = HILLY;
        assertThat(report.swings()).hasSize(17);
        assertThat(report.swings())
                .extracting(swing -> swing.balanceSwingJ(report.now()))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void aValueAtTheEndOfItsRangeHasOneSide() {
        SensitivityReport report = study(lone(0), LONE_PLAN);
        Swing gap = swing(report, "gap");
        assertThat(gap.low()).isEmpty();
        assertThat(gap.high().orElseThrow().value()).contains(10.0);
        assertThat(gap.slope().orElseThrow().energyElasticity())
                .as("a percent of nothing")
                .isEmpty();
        assertThat(gap.slope().orElseThrow().marginPerUnit()).isCloseTo(-1, within(1e-6));
    }

    @Test
    void aChoiceIsReadWithTheOtherModel() {
        Chase chase = hilly();
        SensitivityReport report = HILLY;
        Swing recovery = swing(report, "recovery_model");
        assertThat(recovery.choice()).isEqualTo("conservative");
        assertThat(recovery.high().orElseThrow().choice()).isEqualTo("elite");
        Chase elite = chase.toBuilder().recovery(RecoveryModel.ELITE).build();
        assertThat(recovery.high().orElseThrow().reading())
                .isEqualTo(Sensitivity.of(ChaseKernel.compile(elite), HILLY_PLAN, List.of(), List.of())
                        .now());
        Swing table = swing(report, "drag_table");
        assertThat(table.choice()).isEqualTo("blocken");
        assertThat(table.high().orElseThrow().choice()).isEqualTo("field");
        // three riders: (0.96 + 0.58 + 0.52)/3 = 0.687 of the drag alone, where the computed table has 0.718
        assertThat(table.high().orElseThrow().reading().collectiveJ())
                .isLessThan(report.now().collectiveJ());
    }

    @Test
    void aBreakKnownByItsPowerIsVariedByIt() {
        assertThat(StandardInputs.of(hilly(), BreakSeen.POWER))
                .extracting(Input::key)
                .contains("break_power")
                .doesNotContain("break_speed");
    }

    @Test
    void refusesARideForTime() {
        Chase forTime = hilly().toBuilder()
                .breakaway(Breakaway.NONE)
                .goal(new Goal(Objective.FASTEST, 1))
                .build();
        ChaseKernel kernel = ChaseKernel.compile(forTime);
        assertThatThrownBy(() -> Sensitivity.of(kernel, HILLY_PLAN, List.of(), List.of()))
                .hasMessage("sensitivity: a ride for time has no break to catch, so nothing stops catching."
                        + " Give a chase.");
    }

    @Test
    void refusesAnInputThatMakesNoSense() {
        assertThatThrownBy(() -> new Input("gap", "s", 10, 0, 0, 20, value -> hilly()))
                .hasMessage("input gap: step = 0.0 is not above 0.");
        assertThatThrownBy(() -> new Input("gap", "s", 30, 1, 0, 20, value -> hilly()))
                .hasMessage("input gap = 30.0 is outside [0.0, 20.0].");
    }
}
