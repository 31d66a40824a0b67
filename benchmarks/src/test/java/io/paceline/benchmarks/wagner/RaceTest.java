package io.paceline.benchmarks.wagner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RaceTest {
    private static final String VECTORS = "/io/paceline/benchmarks/wagner/wagner_women_vectors.csv";
    /** Published times are sums of whole steps of 0.001 s and changes of 0.12 s: nothing lies between two of them. */
    private static final double ROUNDING_S = 1e-6;

    @Test // published: the file says from where
    void reproducesAllHundredPublishedTimes() throws IOException {
        Race race = new Race(Pursuit.WOMEN, 0.001);
        List<String> rows = rows();
        assertThat(rows).hasSize(100);
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            double[] powerW = Arrays.stream(cells[1].split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(race.finishTimeS(powerW, handOvers(cells[2])))
                    .as(row)
                    .isCloseTo(Double.parseDouble(cells[0]), within(ROUNDING_S));
        }
    }

    @Test // published: check values of the model's description
    void reproducesTheCheckValues() {
        Race men = new Race(Pursuit.MEN, 0.001);
        assertThat(men.finishTimeS(even(Pursuit.MEN, 550), alternating(Pursuit.MEN)))
                .isCloseTo(267.518, within(ROUNDING_S));
        assertThat(men.finishTimeS(even(Pursuit.MEN, 550), new boolean[30])).isCloseTo(281.968, within(ROUNDING_S));
        assertThat(new Race(Pursuit.MEN, 0.1).finishTimeS(even(Pursuit.MEN, 550), new boolean[30]))
                .isCloseTo(282.8, within(ROUNDING_S));
        Race women = new Race(Pursuit.WOMEN, 0.001);
        assertThat(women.finishTimeS(even(Pursuit.WOMEN, 400), alternating(Pursuit.WOMEN)))
                .isInfinite();
        assertThat(women.metresLeft()).isPositive().isLessThan(3000);
    }

    @Test // law: 200 seeded strategies, written a second time as the published text reads, one rider after another
    void equalsThePlainReading() {
        Random random = new Random(4);
        for (int trial = 0; trial < 200; trial++) {
            Pursuit pursuit = trial % 2 == 0 ? Pursuit.MEN : Pursuit.WOMEN;
            double[] powerW = new double[pursuit.segments()];
            boolean[] handOver = new boolean[pursuit.handovers()];
            // Around the limit, so that some teams lose a rider and some break up.
            Arrays.setAll(powerW, s -> (pursuit == Pursuit.MEN ? 420 : 300) + 200 * random.nextDouble());
            for (int h = 0; h < handOver.length; h++) {
                handOver[h] = random.nextInt(3) == 0;
            }
            assertThat(new Race(pursuit, 0.1).finishTimeS(powerW, handOver))
                    .as("trial %d of seed 4", trial)
                    .isCloseTo(new PlainRace(pursuit, 0.1).finishTimeS(powerW, handOver), within(ROUNDING_S));
        }
    }

    @Test
    void aRaceCanBeRiddenAgain() {
        Race race = new Race(Pursuit.MEN, 0.1);
        double first = race.finishTimeS(even(Pursuit.MEN, 550), new boolean[30]);
        assertThat(race.finishTimeS(even(Pursuit.MEN, 1200), new boolean[30])).isInfinite();
        assertThat(race.finishTimeS(even(Pursuit.MEN, 550), new boolean[30])).isEqualTo(first);
        assertThat(race.metresLeft()).isZero();
    }

    @Test
    void aTeamThatBreaksUpSaysHowFarItWas() {
        Race race = new Race(Pursuit.WOMEN, 0.1);
        race.finishTimeS(even(Pursuit.WOMEN, 1200), new boolean[22]);
        double allOut = race.metresLeft();
        race.finishTimeS(even(Pursuit.WOMEN, 600), new boolean[22]);
        assertThat(race.metresLeft()).isPositive().isLessThan(allOut);
        assertThat(race.overdrawnJ()).isPositive();
    }

    @Test
    void refusesWrongLengthsAndSteps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Race(Pursuit.MEN, 0.1).finishTimeS(new double[30], new boolean[30]))
                .withMessage("MEN: 30 powers and 30 changes of the leader, expected 31 and 30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Race(Pursuit.MEN, Double.NaN))
                .withMessage("time step = NaN s is outside [0.0001, 0.5] s");
    }

    private static double[] even(Pursuit pursuit, double powerW) {
        double[] result = new double[pursuit.segments()];
        Arrays.fill(result, powerW);
        return result;
    }

    private static boolean[] alternating(Pursuit pursuit) {
        boolean[] result = new boolean[pursuit.handovers()];
        for (int h = 0; h < result.length; h += 2) {
            result[h] = true;
        }
        return result;
    }

    private static boolean[] handOvers(String digits) {
        boolean[] result = new boolean[digits.length()];
        for (int h = 0; h < result.length; h++) {
            result[h] = digits.charAt(h) == '1';
        }
        return result;
    }

    private static List<String> rows() throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(RaceTest.class.getResourceAsStream(VECTORS), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("published"))
                    .toList();
        }
    }
}
