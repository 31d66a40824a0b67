package io.paceline.optimizer.sprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.paceline.chase.Chase;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.WBalance;
import io.paceline.road.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class BunchRollTest {
    @Test
    void whereTheBunchBrakesARiderCoasts() {
        Chase chase = Trains.chase(RecoveryModel.CONSERVATIVE, 60, 40);
        // 12 % down: the top speed needs brakes, not watts
        BunchRoll roll = new BunchRoll(
                chase,
                List.of(new Stretch(2_000, -0.12, 0, 0, 0.004)),
                chase.team().riders());
        WBalance rolled = spent();
        WBalance coasted = spent();

        roll.of(chase.team().riders().get(0)).ride(rolled);
        coasted.hold(0, 2_000 / chase.topSpeedMPerS());
        assertThat(rolled.balanceJ()).isEqualTo(coasted.balanceJ());
    }

    private static WBalance spent() {
        WBalance balance = new WBalance(RecoveryModel.CONSERVATIVE, 400, 20_000, 1);
        balance.spend(10_000);
        return balance;
    }
}
