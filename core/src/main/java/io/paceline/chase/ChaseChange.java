package io.paceline.chase;

import io.paceline.road.Air;
import io.paceline.road.Stretch;
import java.util.List;

/**
 * One change of a chase, with what it does to the break: a break that was seen keeps what was seen of it, in the air, on the surface
 * and at the wheel gap of the changed chase.
 */
public record ChaseChange(Chase chase, BreakSeen seen) {
    Chase.Builder builder() {
        return chase.toBuilder();
    }

    Chase breakaway(Breakaway changed) {
        return builder().breakaway(changed).build();
    }

    Chase riders(RiderChange what, double mean) {
        return builder()
                .team(what.scaled(chase.team(), mean / RiderChange.mean(chase, what)))
                .build();
    }

    /** In other air, both groups. */
    public Chase air(Air air) {
        return seenAgain(builder().air(air).build());
    }

    /** In another line; the break too rides at its gap and by its table. */
    public Chase line(Line line) {
        return seenAgain(builder().line(line).build());
    }

    Chase rollingResistance(double smoothest) {
        double factor = smoothest / chase.smoothestRollingResistance();
        return seenAgain(builder()
                .approach(rougher(chase.approach(), factor))
                .road(chase.road().withStretches(rougher(chase.road().stretches(), factor)))
                .build());
    }

    private static List<Stretch> rougher(List<Stretch> road, double factor) {
        return road.stream()
                .map(stretch -> stretch.withRollingResistance(stretch.rollingResistance() * factor))
                .toList();
    }

    private Chase seenAgain(Chase changed) {
        if (!(chase.breakaway() instanceof ObservedBreak)) {
            return changed;
        }
        return changed.toBuilder()
                .breakaway(SeenBreak.of(chase).seenIn(changed, seen))
                .build();
    }
}
