package io.paceline.chase;

import io.paceline.power.RoadLoad;
import io.paceline.road.Stretch;

/** The observed break of a chase, with the conditions that its level speed belongs to. */
record SeenBreak(ObservedBreak observed, double rollingResistance, double lineFraction) {

    /** @throws IllegalArgumentException if the break is not an observed one */
    static SeenBreak of(Chase chase) {
        if (!(chase.breakaway() instanceof ObservedBreak observed)) {
            throw new IllegalArgumentException(
                    "breakaway: it rides a plan of its own, so no power of it was observed.");
        }
        double fraction = chase.line()
                .dragTable()
                .meanDragFraction(observed.riders(), chase.line().wheelGapM());
        return new SeenBreak(observed, chase.smoothestRollingResistance(), fraction);
    }

    /** The speed that its power gives on a level road of this surface in still air, m/s. */
    double levelSpeedMPerS() {
        Stretch level = new Stretch(1_000, 0, 0, 0, rollingResistance);
        double dragAreaM2 = observed.dragAreaM2() * observed.meanDragFraction();
        return RoadLoad.of(level, observed.air(), observed.drivetrain(), observed.massKg(), dragAreaM2)
                .speedMPerS(observed.powerW());
    }

    ObservedBreak atLevelSpeed(double speedMPerS) {
        return withPowerW(ObservedBreak.levelPowerW(
                speedMPerS,
                rollingResistance,
                observed.massKg(),
                observed.dragAreaM2(),
                observed.meanDragFraction(),
                observed.air(),
                observed.drivetrain()));
    }

    ObservedBreak withPowerW(double powerW) {
        return rebuilt(powerW, observed.decayPerHour());
    }

    ObservedBreak withDecayPerHour(double decayPerHour) {
        return rebuilt(observed.powerW(), decayPerHour);
    }

    private ObservedBreak rebuilt(double powerW, double decayPerHour) {
        return new ObservedBreak(
                observed.gapS(),
                observed.riders(),
                observed.massKg(),
                observed.dragAreaM2(),
                powerW,
                decayPerHour,
                observed.meanDragFraction(),
                observed.air(),
                observed.drivetrain(),
                observed.topSpeedMPerS(),
                observed.crosswind());
    }

    /** The same break in another chase: in its air, on its surface, in a line of its table and gap. */
    ObservedBreak seenIn(Chase changed, BreakSeen seen) {
        double fraction = changed.line()
                .dragTable()
                .meanDragFraction(observed.riders(), changed.line().wheelGapM());
        ObservedBreak there = new ObservedBreak(
                observed.gapS(),
                observed.riders(),
                observed.massKg(),
                observed.dragAreaM2(),
                observed.powerW(),
                observed.decayPerHour(),
                observed.meanDragFraction() * fraction / lineFraction,
                changed.air(),
                observed.drivetrain(),
                observed.topSpeedMPerS(),
                changed.line().crosswind());
        return seen == BreakSeen.POWER
                ? there
                : new SeenBreak(there, changed.smoothestRollingResistance(), fraction).atLevelSpeed(levelSpeedMPerS());
    }
}
