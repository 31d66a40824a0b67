package io.paceline.chase;

import io.paceline.check.Range;
import io.paceline.power.Crosswind;
import io.paceline.power.Drivetrain;
import io.paceline.power.RoadLoad;
import io.paceline.road.Air;
import io.paceline.road.Stretch;
import java.util.List;

/**
 * A break seen from behind: like riders in a line with equal turns, who hold one power. Their speed follows road and wind. With a
 * decay the power falls linearly in time; it is read anew at the start of each piece of at most {@value #REREAD_M} m.
 *
 * @param gapS ahead of the chase at the start point, s; 0 to 3 600
 * @param riders in the break; 1 to 20
 * @param massKg of one rider with bicycle, kg; 40 to 150
 * @param dragAreaM2 CdA of one rider alone, m²; 0.10 to 0.60
 * @param powerW mean power of a rider at the start, W; 30 to 600
 * @param decayPerHour share of the power lost in an hour; 0 to 0.5
 * @param meanDragFraction mean over the places of their line; 0.05 to 1
 * @param air that they ride in
 * @param drivetrain of their bicycles
 * @param topSpeedMPerS they go no faster, m/s; 10 to 40
 * @param crosswind what air from the side does to their line
 */
public record ObservedBreak(
        double gapS,
        int riders,
        double massKg,
        double dragAreaM2,
        double powerW,
        double decayPerHour,
        double meanDragFraction,
        Air air,
        Drivetrain drivetrain,
        double topSpeedMPerS,
        Crosswind crosswind)
        implements Breakaway {

    /** How far the break rides before a fading power is read anew, m. */
    public static final double REREAD_M = 1_000;

    /** @throws IllegalArgumentException if a value is outside the range of its parameter */
    public ObservedBreak {
        Range.check(gapS, 0, 3_600, "breakaway: gapS", "s", "Maybe it is in minutes, or the chase is ahead.");
        Range.check(riders, 1, 20, "breakaway: riders", "");
        Range.check(massKg, 40, 150, "breakaway: massKg", "kg", "It is rider and bicycle together.");
        Range.check(dragAreaM2, 0.10, 0.60, "breakaway: dragAreaM2", "m²", "A road position has about 0.30.");
        Range.check(powerW, 30, 600, "breakaway: powerW", "W", "It is the mean power of one rider of the break.");
        Range.check(decayPerHour, 0, 0.5, "breakaway: decayPerHour", "1/h", "Maybe it is in percent: divide by 100.");
        Range.check(meanDragFraction, 0.05, 1, "breakaway: meanDragFraction", "", "");
        Range.check(topSpeedMPerS, 10, 40, "breakaway: topSpeedMPerS", "m/s", "Maybe it is in km/h: divide by 3.6.");
    }

    /** A break that knows no air from the side. */
    public ObservedBreak(
            double gapS,
            int riders,
            double massKg,
            double dragAreaM2,
            double powerW,
            double decayPerHour,
            double meanDragFraction,
            Air air,
            Drivetrain drivetrain,
            double topSpeedMPerS) {
        this(
                gapS,
                riders,
                massKg,
                dragAreaM2,
                powerW,
                decayPerHour,
                meanDragFraction,
                air,
                drivetrain,
                topSpeedMPerS,
                Crosswind.IGNORED);
    }

    /** The same in air from the side. */
    public ObservedBreak withCrosswind(Crosswind other) {
        return with(gapS, other);
    }

    @Override
    public ObservedBreak withGapS(double otherS) {
        return with(otherS, crosswind);
    }

    private ObservedBreak with(double otherS, Crosswind other) {
        return new ObservedBreak(
                otherS,
                riders,
                massKg,
                dragAreaM2,
                powerW,
                decayPerHour,
                meanDragFraction,
                air,
                drivetrain,
                topSpeedMPerS,
                other);
    }

    /** The power that gives a speed on a level road in still air: how a break is observed from behind, W. */
    public static double levelPowerW(
            double speedMPerS,
            double rollingResistance,
            double massKg,
            double dragAreaM2,
            double meanDragFraction,
            Air air,
            Drivetrain drivetrain) {
        Stretch level = new Stretch(1_000, 0, 0, 0, rollingResistance);
        return RoadLoad.of(level, air, drivetrain, massKg, dragAreaM2 * meanDragFraction)
                .powerW(speedMPerS);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the fading power reaches zero before the end of the road, or the break stops
     */
    @Override
    public double[] timesS(List<Stretch> road) {
        double[] timesS = new double[road.size()];
        double timeS = 0;
        for (int i = 0; i < timesS.length; i++) {
            Stretch stretch = road.get(i);
            RoadLoad load = RoadLoad.of(stretch, air, drivetrain, massKg, dragAreaM2 * meanDragFraction)
                    .across(crosswind, stretch, air, dragAreaM2 * (1 - meanDragFraction));
            int pieces = decayPerHour == 0 ? 1 : (int) Math.ceil(stretch.lengthM() / REREAD_M);
            for (int piece = 0; piece < pieces; piece++) {
                double nowW = powerW * (1 - decayPerHour * timeS / 3_600);
                if (!(nowW > 0)) {
                    throw new IllegalArgumentException("breakaway: with a decay of " + decayPerHour
                            + " an hour its power is gone before the catch point." + " Maybe the decay is too large.");
                }
                double speedMPerS = Math.min(topSpeedMPerS, load.speedMPerS(nowW));
                timeS += stretch.lengthM() / pieces / speedMPerS;
            }
            timesS[i] = timeS;
        }
        return timesS;
    }
}
