package io.paceline.power;

import io.paceline.check.Range;
import io.paceline.road.Stretch;
import java.util.List;

/**
 * What is computed from air that comes from the side. With the air's speed a along the road and c across it, V = √(a² + c²) and the
 * sine of the yaw |c|/V, the air resists with
 *
 * <pre>  ½ρ·CdA·(1 - kept·(1 - k))·p      p = a·|a| or a·V,      kept = 1 - lost·min(1, sine of the yaw / sine of the faded yaw)</pre>
 *
 * <p>a·V is the part along the road of a drag that acts along the air, with the same drag area from every side: the usual a·|a| holds in
 * pure head and tailwinds only (Isvan 2015, J Sci Cycling 4(1):42-50; abstract). Drag areas that change with yaw are not known here.
 *
 * <p>Between nothing and the faded yaw the shelter is interpolated: a form of ours. The force rises with the speed whatever is chosen, so a
 * power has one steady speed.
 *
 * @param drag which air speed counts
 * @param shelter what becomes of the shelter of a line
 * @param fadedSine sine of the yaw from which on no more shelter is lost; 0.08 to 0.87 (5 to 60 degrees)
 */
public record Crosswind(Drag drag, Formation shelter, double fadedSine) {

    /**
     * Yaw of the one study at hand, rad: air of 30 km/h from 40 degrees on riders at 30 km/h comes from 20 degrees. Source: J Sci Med
     * Sport 2022, doi:10.1016/j.jsams.2022.12.003; computed flow, five riders; abstract.
     */
    public static final double STUDIED_YAW_RAD = Math.toRadians(20);

    /** Riders in that study. */
    public static final int STUDIED_RIDERS = 5;

    /** Only the part along the road counts, and shelter is that of still air. */
    public static final Crosswind IGNORED = new Crosswind(Drag.HEADWIND, Formation.STILL_AIR);

    /** Which air speed counts. */
    public enum Drag {
        /** The part along the road. */
        HEADWIND,
        /** All of it; the force along the road of a drag along the air. */
        APPARENT_WIND
    }

    /** How riders shelter one another in air from the side. */
    public enum Formation {
        /** As if it came from ahead. */
        STILL_AIR(0),
        /**
         * One straight line: all shelter is gone at the faded yaw. Source: the leader of a straight line saves 0.1 % in the study's wind
         * (1.3 to 2.9 % in still air, Blocken 2018). That followers lose as much as he does is an estimate.
         */
        LINE(1),
        /**
         * An echelon with room for everybody. Source: its fourth rider saves 53.6 % in the study's wind, and the fourth of five in a
         * straight line in still air 55.3 % (Blocken 2018, 0.15 m). That all places lose in this proportion is an estimate.
         */
        ECHELON(1 - 53.6 / 55.3);

        private final double lost;

        Formation(double lost) {
            this.lost = lost;
        }

        /** Share of the shelter that is lost at the faded yaw. */
        public double lost() {
            return lost;
        }
    }

    /** @throws IllegalArgumentException if the yaw is outside its range */
    public Crosswind {
        Range.check(
                fadedSine, 0.08, 0.87, "crosswind: fadedSine", "", "It is the sine of an angle of 5 to 60 degrees.");
    }

    /** With the yaw of the study. */
    public Crosswind(Drag drag, Formation shelter) {
        this(drag, shelter, StrictMath.sin(STUDIED_YAW_RAD));
    }

    /** The same with another formation. */
    public Crosswind withShelter(Formation other) {
        return new Crosswind(drag, other, fadedSine);
    }

    /** Whether nothing is computed from the air's side. */
    public boolean isIgnored() {
        return drag == Drag.HEADWIND && shelter == Formation.STILL_AIR;
    }

    /** Whether anything on this road is computed from it. */
    public boolean matters(List<Stretch> road) {
        return !isIgnored() && road.stream().anyMatch(stretch -> stretch.crosswindMPerS() != 0);
    }

    /**
     * The force per ½ρ and drag area, m²/s².
     *
     * @param airMPerS along the road, negative from behind
     * @param acrossMPerS across it
     */
    public double pressure(double airMPerS, double acrossMPerS) {
        return drag == Drag.HEADWIND ? airMPerS * Math.abs(airMPerS) : airMPerS * whole(airMPerS, acrossMPerS);
    }

    /** How that grows with the speed along the road, m/s. */
    double pressureSlope(double airMPerS, double acrossMPerS) {
        double whole = whole(airMPerS, acrossMPerS);
        if (drag == Drag.HEADWIND || whole == 0) {
            return 2 * Math.abs(airMPerS);
        }
        return whole + airMPerS * airMPerS / whole;
    }

    /** Share of the shelter that is lost. */
    public double lostShare(double airMPerS, double acrossMPerS) {
        if (shelter.lost == 0 || acrossMPerS == 0) {
            return 0;
        }
        double sine = Math.abs(acrossMPerS) / whole(airMPerS, acrossMPerS);
        return sine >= fadedSine ? shelter.lost : shelter.lost * sine / fadedSine;
    }

    /** How that grows with the speed along the road, per m/s. */
    double lostSlope(double airMPerS, double acrossMPerS) {
        double whole = whole(airMPerS, acrossMPerS);
        if (shelter.lost == 0 || acrossMPerS == 0 || Math.abs(acrossMPerS) >= fadedSine * whole) {
            return 0;
        }
        return -shelter.lost / fadedSine * Math.abs(acrossMPerS) * airMPerS / (whole * whole * whole);
    }

    private static double whole(double airMPerS, double acrossMPerS) {
        return Math.sqrt(airMPerS * airMPerS + acrossMPerS * acrossMPerS);
    }
}
