package io.paceline.chase;

import io.paceline.check.Range;
import io.paceline.drafting.DragTables;
import io.paceline.drafting.Shelter;
import io.paceline.power.Drivetrain;
import io.paceline.rider.Freshness;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole problem: who chases whom, on which road, in which air, until where.
 *
 * @param team the chasing group
 * @param freshness what the day has left of it
 * @param spentJ what each rider's W′ lacks at the start point, by slot, J; empty if nobody has spent any. The elite model's linear bound starts
 *     there too
 * @param recovery how W′ comes back
 * @param reserveFraction share of W′ that nobody should go below; 0 to 1
 * @param line how they ride behind one another
 * @param approach the road from the start point to the launch, ridden in the bunch; may be empty
 * @param bunch how they ride there
 * @param road from the launch to the catch point
 * @param air that everybody rides in
 * @param drivetrain of the chasers' bicycles
 * @param topSpeedMPerS nobody goes faster, m/s; 10 to 40
 * @param breakaway the riders ahead; {@link Breakaway#NONE} where time is what counts
 * @param goal what the group rides for
 */
public record Chase(
        Team team,
        Freshness freshness,
        List<Double> spentJ,
        RecoveryModel recovery,
        double reserveFraction,
        Line line,
        List<Stretch> approach,
        Bunch bunch,
        Road road,
        Air air,
        Drivetrain drivetrain,
        double topSpeedMPerS,
        Breakaway breakaway,
        Goal goal) {

    /** Fastest a group goes on any descent, m/s. Estimate: 79 km/h. */
    public static final double DEFAULT_TOP_SPEED_M_PER_S = 22;

    /** Share of W′ that a chase should leave everybody. Estimate. */
    public static final double DEFAULT_RESERVE_FRACTION = 0.10;

    /** Wheel to wheel on the road, m. Estimate. */
    public static final double DEFAULT_WHEEL_GAP_M = 0.5;

    private static final double DEFAULT_BUNCH_SPEED_M_PER_S = 43 / 3.6;

    /** @throws IllegalArgumentException if a value is outside the range of its parameter */
    public Chase {
        approach = List.copyOf(approach);
        spentJ = List.copyOf(spentJ);
        checkSpent(team, spentJ);
        Range.check(reserveFraction, 0, 1, "chase: reserveFraction", "", "Maybe it is in percent: divide by 100.");
        Range.check(topSpeedMPerS, 10, 40, "chase: topSpeedMPerS", "m/s", "Maybe it is in km/h: divide by 3.6.");
        Range.check(goal.ridersLeft(), 1, team.size(), "goal: ridersLeft", "The team has no more riders.");
        if (breakaway == Breakaway.NONE && !goal.fastest()) {
            throw new IllegalArgumentException(
                    "chase: there is no break to catch. Name one, or ask for the fastest ride.");
        }
    }

    private static void checkSpent(Team team, List<Double> spentJ) {
        if (!spentJ.isEmpty() && spentJ.size() != team.size()) {
            throw new IllegalArgumentException("chase: spentJ has " + spentJ.size() + " values for " + team.size()
                    + " riders. Give one for each, in team order, or none.");
        }
        for (int slot = 0; slot < spentJ.size(); slot++) {
            Range.check(
                    spentJ.get(slot),
                    0,
                    60_000,
                    "chase: rider " + team.riders().get(slot).id() + ": spentJ",
                    "J",
                    "Maybe it is in kJ: multiply by 1000.");
        }
    }

    /** What a rider's W′ lacks at the start point, J. */
    public double spentJ(int slot) {
        return spentJ.isEmpty() ? 0 : spentJ.get(slot);
    }

    /** Crr of the smoothest stretch from the start point on: the ordinary road, which level speeds are meant for. */
    public double smoothestRollingResistance() {
        return Stream.concat(approach.stream(), road.stretches().stream())
                .mapToDouble(Stretch::rollingResistance)
                .min()
                .orElseThrow();
    }

    /** Starts a chase of usual riding: change what differs, then {@link Builder#build()}. */
    public static Builder builder(Team team, Road road, Air air, Breakaway breakaway) {
        return new Builder(team, road, air, breakaway);
    }

    /** Starts from this chase: change what differs. */
    public Builder toBuilder() {
        return new Builder(team, road, air, breakaway)
                .freshness(freshness)
                .spentJ(spentJ)
                .recovery(recovery)
                .reserveFraction(reserveFraction)
                .line(line)
                .approach(approach)
                .bunch(bunch)
                .drivetrain(drivetrain)
                .topSpeedMPerS(topSpeedMPerS)
                .goal(goal);
    }

    /** Collects what differs from a chase of usual riding. */
    public static final class Builder {
        private Team team;
        private Road road;
        private Air air;
        private Breakaway breakaway;
        private Freshness freshness = Freshness.LAST_HOUR;
        private List<Double> spentJ = List.of();
        private RecoveryModel recovery = RecoveryModel.CONSERVATIVE;
        private double reserveFraction = DEFAULT_RESERVE_FRACTION;
        private Line line = new Line(DEFAULT_WHEEL_GAP_M, DragTables.blocken2018(), Shelter.DEFAULT);
        private List<Stretch> approach = List.of();
        private Bunch bunch = new Bunch(DEFAULT_BUNCH_SPEED_M_PER_S);
        private Drivetrain drivetrain = Drivetrain.MARTIN_1998;
        private double topSpeedMPerS = DEFAULT_TOP_SPEED_M_PER_S;
        private Goal goal = Goal.LEAST_ENERGY;

        private Builder(Team team, Road road, Air air, Breakaway breakaway) {
            this.team = team;
            this.road = road;
            this.air = air;
            this.breakaway = breakaway;
        }

        /** The chasing group. */
        public Builder team(Team value) {
            team = value;
            return this;
        }

        /** From the launch to the catch point. */
        public Builder road(Road value) {
            road = value;
            return this;
        }

        /** The air. */
        public Builder air(Air value) {
            air = value;
            return this;
        }

        /** The riders ahead. */
        public Builder breakaway(Breakaway value) {
            breakaway = value;
            return this;
        }

        /** Default: {@link Freshness#LAST_HOUR}. */
        public Builder freshness(Freshness value) {
            freshness = value;
            return this;
        }

        /** What each rider's W′ lacks at the start point, by slot, J. Default: nothing. */
        public Builder spentJ(List<Double> value) {
            spentJ = value;
            return this;
        }

        /** Default: {@link RecoveryModel#CONSERVATIVE}. */
        public Builder recovery(RecoveryModel value) {
            recovery = value;
            return this;
        }

        /** Default: {@link #DEFAULT_RESERVE_FRACTION}. */
        public Builder reserveFraction(double value) {
            reserveFraction = value;
            return this;
        }

        /** Default: {@value Chase#DEFAULT_WHEEL_GAP_M} m, Blocken's table, usual shelter. */
        public Builder line(Line value) {
            line = value;
            return this;
        }

        /** The road before the launch. Default: none. */
        public Builder approach(List<Stretch> value) {
            approach = value;
            return this;
        }

        /** How the approach is ridden. Default: 43 km/h on the level. */
        public Builder bunch(Bunch value) {
            bunch = value;
            return this;
        }

        /** Default: {@link Drivetrain#MARTIN_1998}. */
        public Builder drivetrain(Drivetrain value) {
            drivetrain = value;
            return this;
        }

        /** Default: {@link #DEFAULT_TOP_SPEED_M_PER_S}. */
        public Builder topSpeedMPerS(double value) {
            topSpeedMPerS = value;
            return this;
        }

        /** Default: {@link Goal#LEAST_ENERGY}. */
        public Builder goal(Goal value) {
            goal = value;
            return this;
        }

        /**
         * The chase.
         *
         * @throws IllegalArgumentException if a value is outside its range
         */
        public Chase build() {
            return new Chase(
                    team,
                    freshness,
                    spentJ,
                    recovery,
                    reserveFraction,
                    line,
                    approach,
                    bunch,
                    road,
                    air,
                    drivetrain,
                    topSpeedMPerS,
                    breakaway,
                    goal);
        }
    }
}
