package io.paceline.chase;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paceline.drafting.DragTables;
import io.paceline.drafting.Shelter;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.power.Drivetrain;
import io.paceline.rider.Freshness;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal of the model's records says where, what, what is allowed and what may cure it. */
class RefusalsTest {
    private static final Stretch FLAT = new Stretch(1_000, 0, 0, 0, 0.004);
    private static final Rider A = new Rider("a", 80, 0.3, 380, 20_000);
    private static final Rider B = new Rider("b", 80, 0.3, 380, 20_000);
    private static final Pull PULL = new Pull("a", 60);

    static Stream<Arguments> refusals() {
        return Stream.of(riders(), freshness(), teams(), plans(), stretches(), lines(), breaks(), chases())
                .flatMap(list -> list);
    }

    private static Arguments refused(ThrowingCallable call, String message) {
        return Arguments.of(message, call);
    }

    private static Arguments rider(double kg, double m2, double w, double j, double eff, double kappa, String message) {
        return refused(() -> new Rider("r2", kg, m2, w, j, eff, kappa), message);
    }

    private static Stream<Arguments> riders() {
        return Stream.of(
                refused(
                        () -> new Rider(" ", 80, 0.3, 380, 20_000),
                        "rider: id is empty. Give every rider a short name, such as TT1."),
                rider(
                        8,
                        0.3,
                        380,
                        20_000,
                        0.23,
                        1,
                        "rider r2: massKg = 8.0 kg is outside [40.0, 150.0] kg. It is rider and bicycle together, in kilograms."),
                rider(
                        80,
                        3,
                        380,
                        20_000,
                        0.23,
                        1,
                        "rider r2: dragAreaM2 = 3.0 m² is outside [0.1, 0.6] m². A road position has about 0.30."),
                rider(
                        80,
                        0.3,
                        5.2,
                        20_000,
                        0.23,
                        1,
                        "rider r2: criticalPowerW = 5.2 W is outside [100.0, 600.0] W. Maybe it is in W/kg: multiply by the mass."),
                rider(
                        80,
                        0.3,
                        380,
                        22,
                        0.23,
                        1,
                        "rider r2: wPrimeJ = 22.0 J is outside [1000.0, 60000.0] J. Maybe it is in kJ: multiply by 1000."),
                rider(
                        80,
                        0.3,
                        380,
                        Double.NaN,
                        0.23,
                        1,
                        "rider r2: wPrimeJ = NaN J is outside [1000.0, 60000.0] J. Maybe it is in kJ: multiply by 1000."),
                rider(
                        80,
                        0.3,
                        380,
                        20_000,
                        23,
                        1,
                        "rider r2: efficiency = 23.0 is outside [0.15, 0.35]. Maybe it is in percent: divide by 100."),
                rider(
                        80,
                        0.3,
                        380,
                        20_000,
                        0.23,
                        0,
                        "rider r2: recoveryFactor = 0.0 is outside [0.2, 5.0]. 1 is a rider like those of the study."));
    }

    private static Stream<Arguments> freshness() {
        return Stream.of(
                refused(
                        () -> new Freshness(93, 0.8),
                        "freshness: cp = 93.0 is outside [0.5, 1.1]. Maybe it is in percent: divide by 100."),
                refused(
                        () -> new Freshness(0.93, 80),
                        "freshness: w_prime = 80.0 is outside [0.1, 1.1]. Maybe it is in percent: divide by 100."));
    }

    private static Stream<Arguments> teams() {
        List<Rider> many = IntStream.range(0, 21)
                .mapToObj(i -> new Rider("r" + i, 80, 0.3, 380, 20_000))
                .toList();
        return Stream.of(
                refused(
                        () -> new Team(List.of(), Set.of()),
                        "team: 0 riders; a chase has 1 to 20. Name those who chase and leave the others out."),
                refused(
                        () -> new Team(many, Set.of()),
                        "team: 21 riders; a chase has 1 to 20. Name those who chase and leave the others out."),
                refused(() -> new Team(List.of(A, A), Set.of()), "team: rider a is there twice. Ids must differ."),
                refused(() -> new Team(List.of(A), Set.of("x")), "team: protected rider x is not in the team [a]."),
                refused(
                        () -> new Team(List.of(A), Set.of("a")),
                        "team: every rider is protected, so nobody pulls. At least one rider has to work."),
                refused(() -> new Team(List.of(A, B), Set.of()).slot("x"), "rider x is not in the team [a, b]."));
    }

    private static Stream<Arguments> plans() {
        return Stream.of(
                refused(
                        () -> new Pull("a", 5),
                        "plan: rider a: pull = 5.0 s is outside [10.0, 3600.0] s. A rider with no pull sits on: list him under sitsOn."),
                refused(
                        () -> new Pull("a", 60, -1),
                        "plan: rider a: burned after turns = -1 is outside [0, 10000]. 0 means that he stays."),
                refused(
                        () -> new RotationPlan(List.of(PULL, PULL), List.of(), List.of(1.0)),
                        "plan: rider a is there twice. Each rider pulls or sits on, once."),
                refused(
                        () -> new RotationPlan(List.of(PULL), List.of("a"), List.of(1.0)),
                        "plan: rider a is there twice. Each rider pulls or sits on, once."),
                refused(
                        () -> new RotationPlan(List.of(), List.of("a"), List.of(1.0)),
                        "plan: nobody pulls to the end. At least one rider must pull and not be burned."),
                refused(
                        () -> new RotationPlan(List.of(new Pull("a", 60, 2)), List.of(), List.of(1.0)),
                        "plan: nobody pulls to the end. At least one rider must pull and not be burned."),
                refused(
                        () -> new RotationPlan(List.of(PULL), List.of(), List.of(1.0, -0.5)),
                        "plan: sector 2: effort = -0.5 is outside [0.0, 10.0]. 1 is even power."));
    }

    private static Stream<Arguments> stretches() {
        return Stream.of(
                refused(
                        () -> new Stretch(0, 0, 0, 0, 0.004),
                        "stretch: lengthM = 0.0 m is outside [2.2250738585072014E-308, 500000.0] m."),
                refused(
                        () -> new Stretch(1, 4, 0, 0, 0.004),
                        "stretch: gradient = 4.0 is outside [-0.25, 0.25]. Maybe it is in percent: divide by 100."),
                refused(
                        () -> new Stretch(1, 0, 90, 0, 0.004),
                        "stretch: headingRad = 90.0 rad is outside [-6.283185307179586, 6.283185307179586] rad. Maybe it is in degrees."),
                refused(
                        () -> new Stretch(1, 0, 0, 36, 0.004),
                        "stretch: headwindMPerS = 36.0 m/s is outside [-30.0, 30.0] m/s. Maybe it is in km/h: divide by 3.6."),
                refused(
                        () -> new Stretch(1, 0, 0, 0, 4),
                        "stretch: rollingResistance = 4.0 is outside [0.001, 0.05]. A good road has 0.004."));
    }

    private static Stream<Arguments> lines() {
        return Stream.of(
                refused(
                        () -> new Line(50, DragTables.blocken2018(), Shelter.DEFAULT),
                        "line: wheelGapM = 50.0 m is outside [0.05, 5.0] m. Maybe it is in centimetres."),
                refused(
                        () -> new Bunch(43),
                        "bunch: levelSpeedMPerS = 43.0 m/s is outside [5.0, 20.0] m/s. Maybe it is in km/h: divide by 3.6."),
                refused(() -> new Bunch(12, 0), "bunch: dragFraction = 0.0 is outside [0.05, 1.0]."));
    }

    private static ObservedBreak ahead(
            double gap, int n, double kg, double m2, double w, double decay, double k, double top) {
        return new ObservedBreak(gap, n, kg, m2, w, decay, k, new Air(1.2), Drivetrain.MARTIN_1998, top);
    }

    private static Stream<Arguments> breaks() {
        return Stream.of(
                refused(
                        () -> ahead(-5, 3, 78, 0.3, 300, 0, 0.7, 22),
                        "breakaway: gapS = -5.0 s is outside [0.0, 3600.0] s. Maybe it is in minutes, or the chase is ahead."),
                refused(() -> ahead(60, 0, 78, 0.3, 300, 0, 0.7, 22), "breakaway: riders = 0 is outside [1, 20]."),
                refused(
                        () -> ahead(60, 3, 8, 0.3, 300, 0, 0.7, 22),
                        "breakaway: massKg = 8.0 kg is outside [40.0, 150.0] kg. It is rider and bicycle together."),
                refused(
                        () -> ahead(60, 3, 78, 3, 300, 0, 0.7, 22),
                        "breakaway: dragAreaM2 = 3.0 m² is outside [0.1, 0.6] m². A road position has about 0.30."),
                refused(
                        () -> ahead(60, 3, 78, 0.3, 0, 0, 0.7, 22),
                        "breakaway: powerW = 0.0 W is outside [30.0, 600.0] W. It is the mean power of one rider of the break."),
                refused(
                        () -> ahead(60, 3, 78, 0.3, 300, 5, 0.7, 22),
                        "breakaway: decayPerHour = 5.0 1/h is outside [0.0, 0.5] 1/h. Maybe it is in percent: divide by 100."),
                refused(
                        () -> ahead(60, 3, 78, 0.3, 300, 0, 0, 22),
                        "breakaway: meanDragFraction = 0.0 is outside [0.05, 1.0]."),
                refused(
                        () -> ahead(60, 3, 78, 0.3, 300, 0, 0.7, 80),
                        "breakaway: topSpeedMPerS = 80.0 m/s is outside [10.0, 40.0] m/s. Maybe it is in km/h: divide by 3.6."),
                refused(
                        () -> ahead(60, 3, 78, 0.3, 60, 0.5, 0.7, 22).timesS(Collections.nCopies(200, FLAT)),
                        "breakaway: with a decay of 0.5 an hour its power is gone before the catch point. Maybe the decay is too large."));
    }

    private static Chase.Builder builder() {
        return Chase.builder(
                new Team(List.of(A, B), Set.of()),
                Road.of(List.of(FLAT)),
                new Air(1.2),
                ahead(0, 3, 78, 0.3, 300, 0, 0.7, 22));
    }

    private static Stream<Arguments> chases() {
        return Stream.of(
                refused(
                        () -> builder().reserveFraction(10).build(),
                        "chase: reserveFraction = 10.0 is outside [0.0, 1.0]. Maybe it is in percent: divide by 100."),
                refused(
                        () -> builder().spentJ(List.of(1.0)).build(),
                        "chase: spentJ has 1 values for 2 riders. Give one for each, in team order, or none."),
                refused(
                        () -> builder().spentJ(List.of(0.0, -1.0)).build(),
                        "chase: rider " + B.id()
                                + ": spentJ = -1.0 J is outside [0.0, 60000.0] J. Maybe it is in kJ: multiply by 1000."),
                refused(
                        () -> builder().topSpeedMPerS(80).build(),
                        "chase: topSpeedMPerS = 80.0 m/s is outside [10.0, 40.0] m/s. Maybe it is in km/h: divide by 3.6."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesWithTheWholeMessage(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
