package io.paceline.chase;

import io.paceline.power.Crosswind;
import io.paceline.rider.Freshness;
import io.paceline.road.Air;
import java.util.function.ToDoubleFunction;

/**
 * A number that a chase rests on, and the same chase with another one. All else stays as it is, the {@linkplain BreakSeen break} as
 * what was seen of it.
 *
 * <p>A number that every rider has stands for the team's mean, and changes in proportion for everybody.
 */
public enum ChaseInput {
    /** Lead of the break at the start point, s. */
    GAP(
            "s",
            chase -> chase.breakaway().gapS(),
            (change, gapS) -> change.breakaway(change.chase().breakaway().withGapS(gapS))),
    /** Speed that the break's effort gives on a level road in still air, m/s. */
    BREAK_SPEED(
            "m/s",
            chase -> SeenBreak.of(chase).levelSpeedMPerS(),
            (change, speedMPerS) ->
                    change.breakaway(SeenBreak.of(change.chase()).atLevelSpeed(speedMPerS))),
    /** Mean power of a rider of the break, W. */
    BREAK_POWER(
            "W",
            chase -> SeenBreak.of(chase).observed().powerW(),
            (change, powerW) -> change.breakaway(SeenBreak.of(change.chase()).withPowerW(powerW))),
    /** Share of its power that the break loses in an hour. */
    BREAK_FADE(
            "",
            chase -> SeenBreak.of(chase).observed().decayPerHour(),
            (change, perHour) -> change.breakaway(SeenBreak.of(change.chase()).withDecayPerHour(perHour))),
    /** CdA of the chasers alone, m². */
    DRAG_AREA(
            "m2",
            chase -> RiderChange.mean(chase, RiderChange.DRAG_AREA),
            (change, m2) -> change.riders(RiderChange.DRAG_AREA, m2)),
    /** Mass of the chasers with their bicycles, kg. */
    MASS("kg", chase -> RiderChange.mean(chase, RiderChange.MASS), (change, kg) -> change.riders(RiderChange.MASS, kg)),
    /** CP of the chasers when fresh, W. */
    CRITICAL_POWER(
            "W",
            chase -> RiderChange.mean(chase, RiderChange.CRITICAL_POWER),
            (change, w) -> change.riders(RiderChange.CRITICAL_POWER, w)),
    /** W′ of the chasers when fresh, J. */
    W_PRIME(
            "J",
            chase -> RiderChange.mean(chase, RiderChange.W_PRIME),
            (change, joules) -> change.riders(RiderChange.W_PRIME, joules)),
    /** CP now over CP fresh. */
    FRESHNESS_CP(
            "",
            chase -> chase.freshness().criticalPowerFactor(),
            (change, factor) -> change.builder()
                    .freshness(new Freshness(factor, change.chase().freshness().wPrimeFactor()))
                    .build()),
    /** W′ now over W′ fresh. */
    FRESHNESS_W_PRIME(
            "",
            chase -> chase.freshness().wPrimeFactor(),
            (change, factor) -> change.builder()
                    .freshness(new Freshness(change.chase().freshness().criticalPowerFactor(), factor))
                    .build()),
    /** Crr of the smoothest stretch, the others in proportion; under both groups. */
    ROLLING_RESISTANCE("", Chase::smoothestRollingResistance, ChaseChange::rollingResistance),
    /** ρ around both groups, kg/m³. */
    AIR_DENSITY("kg/m3", chase -> chase.air().densityKgPerM3(), (change, kgPerM3) -> change.air(new Air(kgPerM3))),
    /** From wheel to wheel, in both groups, m. */
    WHEEL_GAP(
            "m",
            chase -> chase.line().wheelGapM(),
            (change, gapM) -> change.line(change.chase().line().withWheelGapM(gapM))),
    /** How much the size of the rider ahead matters. */
    SHELTER_EXPONENT(
            "",
            chase -> chase.line().shelter().exponent(),
            (change, exponent) -> change.line(change.chase().line().withShelterExponent(exponent))),
    /** Yaw from which on no more shelter is lost, rad; of a line whose shelter fades. */
    FADED_YAW(
            "rad",
            chase -> StrictMath.asin(fading(chase).fadedSine()),
            (change, rad) -> change.line(change.chase()
                    .line()
                    .withCrosswind(new Crosswind(
                            fading(change.chase()).drag(),
                            fading(change.chase()).shelter(),
                            StrictMath.sin(rad))))),
    /** Length of a bicycle: with the wheel gap it makes an exchange last, m. */
    BICYCLE_LENGTH(
            "m",
            chase -> chase.line().exchange().bicycleLengthM(),
            (change, lengthM) -> change.line(change.chase()
                    .line()
                    .withExchange(change.chase().line().exchange().withBicycleLengthM(lengthM)))),
    /** How much slower than the line the leader drifts back, m/s. */
    DRIFT(
            "m/s",
            chase -> chase.line().exchange().driftMPerS(),
            (change, mPerS) -> change.line(change.chase()
                    .line()
                    .withExchange(change.chase().line().exchange().withDriftMPerS(mPerS))));

    private final String unit;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final ToDoubleFunction<Chase> value;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Change change;

    ChaseInput(String unit, ToDoubleFunction<Chase> value, Change change) {
        this.unit = unit;
        this.value = value;
        this.change = change;
    }

    /** SI, as in code: {@code m2}; empty for a pure number. */
    public String unit() {
        return unit;
    }

    private static Crosswind fading(Chase chase) {
        Crosswind crosswind = chase.line().crosswind();
        if (crosswind.shelter() == Crosswind.Formation.STILL_AIR) {
            throw new IllegalArgumentException(
                    "line: its shelter does not fade with yaw, so there is no yaw to change.");
        }
        return crosswind;
    }

    /** Whether a chase rests on it: a break that rides a plan of its own has no observed power, and not every shelter fades with yaw. */
    public boolean appliesTo(Chase chase) {
        if (this == FADED_YAW) {
            return chase.line().crosswind().shelter() != Crosswind.Formation.STILL_AIR;
        }
        boolean ofTheBreak = this == BREAK_SPEED || this == BREAK_POWER || this == BREAK_FADE;
        return !ofTheBreak || chase.breakaway() instanceof ObservedBreak;
    }

    /**
     * Its value in a chase.
     *
     * @throws IllegalArgumentException if it does not apply
     */
    public double of(Chase chase) {
        return value.applyAsDouble(chase);
    }

    /**
     * The chase with another value.
     *
     * @throws IllegalArgumentException if it does not apply, or the value or what follows from it is outside its range
     */
    public Chase with(Chase chase, double changed, BreakSeen seen) {
        return change.apply(new ChaseChange(chase, seen), changed);
    }

    private interface Change {
        Chase apply(ChaseChange change, double value);
    }
}
