package io.paceline.app.scenario;

import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.chase.Objective;
import io.paceline.rider.Freshness;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Road;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a break whose riders are known: all of a riders' file, of whom some may refuse to work. */
final class BreakGroupReader {
    private static final Limit SAVES = Limit.of(0, 90, "%", "It is the share of W' that each keeps to the line.");
    private static final Limit LEFT = Limit.of(1, Team.MAX_RIDERS, "", "");
    private static final String COOPERATES = "cooperates";
    private static final String[] OF_AN_OBSERVED_BREAK = {
        "speed_kmh", "power_w", "mass_kg", "drag_area_m2", "decay_pct_per_hour"
    };

    private final Fields fields;

    BreakGroupReader(Fields fields) {
        this.fields = fields;
    }

    /**
     * The group with its own problem.
     *
     * @param chase it is chased by; it rides in the same air, line and top speed
     * @param toFinish from the start point on
     * @param bicycleKg of every rider
     */
    BreakRiders read(Chase chase, double gapS, Road toFinish, double bicycleKg) {
        for (String key : OF_AN_OBSERVED_BREAK) {
            if (fields.has(key)) {
                throw fields.fault(
                        key, "belongs to a break that is seen from behind, and this one has riders. Leave it out.");
            }
        }
        Roster roster = Roster.read(fields.file("riders", "the path of a CSV file of riders"), COOPERATES);
        List<Rider> riders = new ArrayList<>();
        List<Double> spentJ = new ArrayList<>();
        Set<String> unwilling = new HashSet<>();
        for (String id : roster.ids()) {
            riders.add(roster.rider(id, bicycleKg));
            spentJ.add(roster.spentJ(id));
            if (!roster.flag(id, COOPERATES, true)) {
                unwilling.add(id);
            }
        }
        if (riders.size() > Team.MAX_RIDERS) {
            throw fields.fault(
                    "riders",
                    "names a file of " + riders.size() + " riders. At most " + Team.MAX_RIDERS + " ride in one line.");
        }
        if (unwilling.size() == riders.size()) {
            throw fields.fault(
                    "riders", "names a file in which nobody cooperates: nobody would ride. Let at least one.");
        }
        int ridersLeft = fields.has("riders_left") ? fields.count("riders_left", LEFT) : riders.size();
        if (ridersLeft > riders.size()) {
            throw fields.fault("riders_left", "= " + ridersLeft + ", but the break has " + riders.size() + " riders.");
        }
        Chase ride = Chase.builder(new Team(riders, unwilling), toFinish, chase.air(), Breakaway.NONE)
                .goal(new io.paceline.chase.Goal(Objective.FASTEST, ridersLeft))
                .freshness(freshness(chase))
                .spentJ(spentJ)
                .recovery(chase.recovery())
                .reserveFraction(fields.number("saves_for_sprint", SAVES, 100 * Chase.DEFAULT_RESERVE_FRACTION) / 100)
                .line(chase.line())
                .drivetrain(chase.drivetrain())
                .topSpeedMPerS(chase.topSpeedMPerS())
                .build();
        return new BreakRiders(ride, ridersLeft, gapS, roster.names(), Optional.empty());
    }

    private Freshness freshness(Chase chase) {
        return fields.optionalGroup("freshness", "cp", "w_prime")
                .map(given -> ChaseReader.freshness(given, chase.freshness()))
                .orElse(chase.freshness());
    }
}
