package io.paceline.chase;

import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import java.util.function.ToDoubleFunction;

/** A number of every rider, and the team with all of them changed in proportion. */
enum RiderChange {
    MASS(Rider::massKg),
    DRAG_AREA(Rider::dragAreaM2),
    CRITICAL_POWER(Rider::criticalPowerW),
    W_PRIME(Rider::wPrimeJ);

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final ToDoubleFunction<Rider> value;

    RiderChange(ToDoubleFunction<Rider> value) {
        this.value = value;
    }

    static double mean(Chase chase, RiderChange what) {
        return chase.team().riders().stream().mapToDouble(what.value).average().orElseThrow();
    }

    Team scaled(Team team, double factor) {
        return new Team(team.riders().stream().map(r -> scaled(r, factor)).toList(), team.protectedIds());
    }

    private Rider scaled(Rider rider, double factor) {
        return new Rider(
                rider.id(),
                rider.massKg() * (this == MASS ? factor : 1),
                rider.dragAreaM2() * (this == DRAG_AREA ? factor : 1),
                rider.criticalPowerW() * (this == CRITICAL_POWER ? factor : 1),
                rider.wPrimeJ() * (this == W_PRIME ? factor : 1),
                rider.efficiency(),
                rider.recoveryFactor());
    }
}
