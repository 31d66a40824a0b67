package io.paceline.benchmarks.wagner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HandoverEnumerationTest {
    @Test // reference: the last ten changes of the leader, each combination ridden as a whole race of the plain model
    void equalsRidingEveryStrategyAlone() {
        Pursuit pursuit = Pursuit.WOMEN;
        double[] powerW = Instance.WOMEN_TRANSITIONS.givenPowerW();
        boolean[] given = bits("010101011101");
        double bestS = Double.POSITIVE_INFINITY;
        long finishers = 0;
        for (int rest = 0; rest < 1 << 10; rest++) {
            boolean[] handOver = Arrays.copyOf(given, 22);
            for (int b = 0; b < 10; b++) {
                handOver[12 + b] = (rest >> b & 1) == 1;
            }
            double timeS = new PlainRace(pursuit, 0.1).finishTimeS(powerW, handOver);
            finishers += timeS < Double.POSITIVE_INFINITY ? 1 : 0;
            bestS = Math.min(bestS, timeS);
        }
        HandoverEnumeration shared = new HandoverEnumeration(pursuit, 0.1, powerW);
        shared.run(given);
        assertThat(shared.finishers()).isEqualTo(finishers).isBetween(1L, 1023L);
        assertThat(shared.bestS()).as("sums of 0.1 s and 0.12 s").isCloseTo(bestS, within(1e-6));
        assertThat(new Race(pursuit, 0.1).finishTimeS(powerW, shared.best())).isEqualTo(shared.bestS());
    }

    private static boolean[] bits(String digits) {
        boolean[] result = new boolean[digits.length()];
        for (int h = 0; h < result.length; h++) {
            result[h] = digits.charAt(h) == '1';
        }
        return result;
    }
}
