package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.chase.Line;
import io.paceline.drafting.DragTables;
import io.paceline.drafting.Shelter;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
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

/** Chases that differ from a plain one in the thing that a test is about. */
final class SmallChase {
    static final Stretch FLAT_20_KM = new Stretch(20_000, 0, 0, 0, 0.004);

    private SmallChase() {}

    /** Like riders on a flat road of 20 km, fresh, no effect of size. */
    static Chase.Builder of(int riders, double timeS) {
        return on(timeS, team(riders), FLAT_20_KM);
    }

    static Chase.Builder on(double timeS, Team team, Stretch... road) {
        return Chase.builder(
                        team,
                        Road.of(List.of(road), IntStream.range(0, road.length).toArray()),
                        new Air(1.2),
                        new LineCase.Deadline(timeS))
                .freshness(Freshness.FRESH)
                .line(new Line(0.5, DragTables.blocken2018(), Shelter.NONE));
    }

    static Team team(int riders) {
        return new Team(
                IntStream.range(0, riders)
                        .mapToObj(i -> new Rider("r" + i, 80, 0.3, 380, 20_000))
                        .toList(),
                Set.of());
    }

    /** Riders of all sizes. */
    static Team mixedTeam(int riders) {
        return new Team(
                IntStream.range(0, riders)
                        .mapToObj(i -> new Rider("r" + i, 65 + 5 * i, 0.25 + 0.015 * i, 340 + 12 * i, 18_000 + 500 * i))
                        .toList(),
                Set.of());
    }

    /** The first riders of the team in order, with one pull each; the others sit on. */
    static RotationPlan plan(Chase chase, int working, double pullS) {
        return new RotationPlan(
                IntStream.range(0, working)
                        .mapToObj(i -> new Pull("r" + i, pullS))
                        .toList(),
                IntStream.range(working, chase.team().size())
                        .mapToObj(i -> "r" + i)
                        .toList(),
                Collections.nCopies(chase.road().sectorCount(), 1.0));
    }
}
