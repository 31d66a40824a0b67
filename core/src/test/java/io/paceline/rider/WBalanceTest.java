package io.paceline.rider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WBalanceTest {
    private static final int TRIALS = 10_000;
    private static final long SEED = 8_821;

    @Test
    void aboveCriticalPowerEveryJouleIsSpent() {
        WBalance balance = new WBalance(RecoveryModel.CONSERVATIVE, 400, 20_000, 1);
        balance.hold(500, 120);
        // 20 000 - 100 · 120 = 8 000 J
        assertThat(balance.balanceJ()).isEqualTo(8_000);
        assertThat(balance.aboveCriticalPowerJ()).isEqualTo(12_000);
    }

    @Test
    void whatIsSpentBeforeIsMissingFromTheStart() {
        WBalance conservative = new WBalance(RecoveryModel.CONSERVATIVE, 400, 20_000, 1);
        conservative.spend(5_000);
        conservative.hold(300, 200);
        // tau = 20 000 / 100 = 200 s; 20 000 - 5 000 / e = 18 160.603 J
        assertThat(conservative.balanceJ()).isCloseTo(18_160.603, within(0.001));
        assertThat(conservative.leastBalanceJ()).isEqualTo(15_000);
        WBalance elite = new WBalance(RecoveryModel.ELITE, 400, 20_000, 0.2);
        elite.spend(5_000);
        elite.hold(399, 1_000);
        // the linear bound pays back 1 W · 1 000 s; D alone, with tau = 0.2 · 2287.2 s, would leave 5 000 e^-2.186 =
        // 562 J
        assertThat(elite.balanceJ()).isEqualTo(16_000);
    }

    @Test
    void conservativeRecoveryByHand() {
        WBalance balance = new WBalance(RecoveryModel.CONSERVATIVE, 400, 20_000, 1);
        balance.hold(600, 100);
        balance.hold(300, 200);
        // empty after 200 W · 100 s; tau = 20 000 / 100 = 200 s; 20 000 (1 - 1/e) = 12 642.411 J
        assertThat(balance.balanceJ()).isCloseTo(12_642.411, within(0.001));
        assertThat(balance.leastBalanceJ()).isEqualTo(0);
    }

    @Test
    void eliteRecoveryByHand() {
        WBalance balance = new WBalance(RecoveryModel.ELITE, 400, 20_000, 2);
        balance.hold(600, 100);
        balance.hold(300, 200);
        // tau = 2 · 2287.2 · 100^-0.688 = 4574.4 · 0.042 072 663 = 192.457 19 s; 20 000 e^(-200/192.457 19) = 7 074.92
        // J
        assertThat(balance.deficitJ()).isCloseTo(20_000 * Math.exp(-200 / 192.457_19), within(0.01));
        // the bound: 20 000 - 100 · 200 = 0 J
        assertThat(balance.linearJ()).isEqualTo(0);
    }

    @Test
    void theLinearBoundHoldsWhereEliteIsTooKind() {
        WBalance balance = new WBalance(RecoveryModel.ELITE, 400, 20_000, 0.2);
        balance.hold(600, 50);
        balance.hold(390, 60);
        // bound: 10 000 - 10 · 60 = 9 400 J, whatever the exponential says
        assertThat(balance.linearJ()).isEqualTo(9_400);
        assertThat(balance.deficitJ()).isLessThan(9_400);
        assertThat(balance.balanceJ()).isEqualTo(10_600);
    }

    @Test
    void restWhileFreshSavesNothing() {
        WBalance balance = new WBalance(RecoveryModel.ELITE, 400, 20_000, 1);
        balance.hold(200, 3_600);
        assertThat(balance.linearJ()).isZero();
        balance.hold(500, 60);
        assertThat(balance.linearJ()).isEqualTo(6_000);
        assertThat(balance.balanceJ()).isEqualTo(14_000);
    }

    @Test
    void overdrawnJoulesAreKept() {
        WBalance balance = new WBalance(RecoveryModel.CONSERVATIVE, 400, 1_000, 1);
        balance.hold(500, 60);
        assertThat(balance.balanceJ()).isEqualTo(-5_000);
        balance.hold(100, 100_000);
        assertThat(balance.balanceJ()).isCloseTo(1_000, within(1e-9));
        assertThat(balance.leastBalanceJ()).isEqualTo(-5_000);
    }

    @Test
    void exactlyAtCriticalPowerNothingMoves() {
        for (RecoveryModel model : RecoveryModel.values()) {
            WBalance balance = new WBalance(model, 400, 20_000, 1);
            balance.hold(500, 60);
            balance.hold(400, 3_600);
            assertThat(balance.balanceJ()).as("%s", model).isEqualTo(14_000);
        }
    }

    @Test
    void tenSecondsAtOnceEqualTenTimesOneSecond() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < TRIALS; trial++) {
            RecoveryModel model = RecoveryModel.values()[trial % 2];
            WBalance often = new WBalance(model, 400, 20_000, 1);
            WBalance once = new WBalance(model, 400, 20_000, 1);
            for (int piece = 0; piece < 4; piece++) {
                double watts = 800 * random.nextDouble();
                once.hold(watts, 10);
                for (int second = 0; second < 10; second++) {
                    often.hold(watts, 1);
                }
            }
            String what = "trial " + trial + ", seed " + SEED;
            assertThat(often.balanceJ()).as(what).isCloseTo(once.balanceJ(), within(1e-8));
            assertThat(often.leastBalanceJ()).as(what).isCloseTo(once.leastBalanceJ(), within(1e-8));
        }
    }

    @Test
    void joulesScale() {
        // twice the rider, twice the powers: twice the balance (conservative recovery has no scale of its own)
        Random random = new Random(SEED);
        WBalance small = new WBalance(RecoveryModel.CONSERVATIVE, 200, 10_000, 1);
        WBalance big = new WBalance(RecoveryModel.CONSERVATIVE, 400, 20_000, 1);
        for (int piece = 0; piece < 100; piece++) {
            double watts = 350 * random.nextDouble();
            small.hold(watts, 30);
            big.hold(2 * watts, 30);
            assertThat(big.balanceJ())
                    .as("piece %d, seed %d", piece, SEED)
                    .isCloseTo(2 * small.balanceJ(), within(1e-8));
        }
    }
}
