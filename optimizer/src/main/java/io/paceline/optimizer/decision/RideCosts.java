package io.paceline.optimizer.decision;

import io.paceline.chase.RiderOutcome;
import io.paceline.optimizer.decision.CoalitionTable.CoalitionRide;
import io.paceline.optimizer.game.Coalition;
import io.paceline.optimizer.game.Effort;
import io.paceline.rider.Rider;
import io.paceline.stakes.RivalTeam;
import io.paceline.stakes.Stakes;
import java.util.ArrayList;
import java.util.List;

/** What the ride of a coalition costs each team: those who ride in the line, and those who are carried behind it. */
final class RideCosts {
    private final Stakes stakes;
    private final BunchWork bunch;

    RideCosts(Stakes stakes, BunchWork bunch) {
        this.stakes = stakes;
        this.bunch = bunch;
    }

    /** Work of all riders whom a coalition spares, J. */
    double collectiveJ(Coalition coalition, CoalitionRide found) {
        double sum = found.ride().outcome().collectiveJ();
        for (int team : coalition.members()) {
            if (!found.riding().has(team)) {
                for (Rider rider : stakes.teams().get(team).spared()) {
                    sum += bunch.carriedJ(rider, found.ride().outcome().speedsMPerS());
                }
            }
        }
        return sum;
    }

    /** What a coalition's line costs more than being carried, J. */
    double burdenJ(CoalitionRide found) {
        double sum = 0;
        for (int team : found.riding().members()) {
            sum += burdenJ(found, team);
        }
        return sum;
    }

    /** The same for one of the teams that ride, J. */
    private double burdenJ(CoalitionRide found, int team) {
        return burdenJ(stakes.teams().get(team), found.ride());
    }

    /** What a ride costs a team's spared riders more than being carried, J. */
    double burdenJ(RivalTeam team, PlannedRide ride) {
        double sum = 0;
        for (Rider rider : team.spared()) {
            RiderOutcome outcome =
                    ride.outcome().riders().get(ride.kernel().chase().team().slot(rider.id()));
            sum += outcome.workJ() - bunch.carriedJ(rider, ride.outcome().speedsMPerS());
        }
        return sum;
    }

    /** What it costs all of a team's riders to be carried at the speed of a chase, more than to roll along, J. */
    private double idleJ(RivalTeam team, PlannedRide ride) {
        double sum = 0;
        for (Rider rider : team.riders()) {
            sum += bunch.carriedJ(rider, ride.outcome().speedsMPerS()) - bunch.rollJ(rider);
        }
        return sum;
    }

    /** A ride as an effort, in points. */
    Effort effort(CoalitionRide found) {
        List<Double> idle = new ArrayList<>();
        List<Double> burden = new ArrayList<>();
        for (int team = 0; team < stakes.teams().size(); team++) {
            idle.add(stakes.pointsPerJ() * idleJ(stakes.teams().get(team), found.ride()));
            burden.add(found.riding().has(team) ? stakes.pointsPerJ() * burdenJ(found, team) : 0.0);
        }
        return new Effort(idle, burden);
    }
}
