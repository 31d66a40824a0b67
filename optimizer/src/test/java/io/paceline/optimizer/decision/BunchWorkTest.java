package io.paceline.optimizer.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.rider.Rider;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class BunchWorkTest {
    private static final List<Stretch> HILLS = List.of(
            new Stretch(3_000, 0.03, 0, 1, 0.004),
            new Stretch(2_000, -0.05, 0, -2, 0.004),
            new Stretch(4_000, 0, 0, 3, 0.005));

    private static Chase hills() {
        return new Rivals(60, 45, 0, 0, 0)
                .chase(0, 18_000).toBuilder().road(Road.of(HILLS)).build();
    }

    @Test
    void rollsAsTheKernelRollsBeforeALaunch() {
        ChaseKernel kernel = ChaseKernel.compile(hills().toBuilder()
                .approach(HILLS)
                .road(Road.of(List.of(Rivals.level(1_000))))
                .build());
        BunchWork bunch = new BunchWork(hills());
        // the same sums in another place: rounding only
        assertThat(bunch.rollS()).isEqualTo(kernel.approachS(), within(1e-9));
        List<Rider> riders = hills().team().riders();
        for (int slot = 0; slot < riders.size(); slot++) {
            assertThat(bunch.rollJ(riders.get(slot))).isEqualTo(kernel.approachWorkJ(slot), within(1e-6));
        }
    }

    @Test
    void isCarriedAtTheSpeedOfTheChaseWithTheBunchsShelter() {
        Chase chase = new Rivals(60, 45, 0, 0, 0).chase(6_000, 18_000);
        BunchWork bunch = new BunchWork(chase);
        Rider rider = chase.team().riders().get(0);
        // Martin by hand for 12 km at 14 m/s: ½ρ(0.3·0.30 + 0.0044)·14², rolling, bearings; over η
        double rho = Rivals.AIR.densityKgPerM3();
        double forceN = 0.5 * rho * (0.3 * 0.30 + 0.0044) * 14 * 14 + 0.004 * 80 * 9.80665 + 0.091 + 0.0087 * 14;
        double chaseJ = forceN * 12_000 / 0.976;
        assertThat(bunch.carriedJ(rider, List.of(14.0)))
                .isEqualTo(chaseJ + bunch.rollJ(rider) / 3, within(1e-4)); // the first 6 of 18 km are rolled
    }

    @Test
    void leadIsWhatTheBreakHasGainedByRolling() {
        Chase chase = new Rivals(60, 45, 0, 0, 0).chase(0, 20_000);
        // 20 km at 43 and at 45 km/h on the level, and a minute
        assertThat(new BunchWork(chase).leadS())
                .isEqualTo(20_000 / (43 / 3.6) - 20_000 / (45 / 3.6) + 60, within(1e-6));
    }
}
