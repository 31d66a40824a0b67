package io.paceline.optimizer.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.optimizer.rotation.Chases;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchesTest {
    /** Three stretches of 5 km. */
    private final Launches launches = new Launches(Chases.hills(Chases.fiveAndASprinter(), 60, 44, 0, 0.03, -0.02));

    @ParameterizedTest
    @ValueSource(doubles = {0, 100, 4_999.5, 5_000, 7_500, 14_900})
    void aLaunchCutsTheRoadAndLosesNothing(double launchM) {
        Chase chase = launches.from(launchM);

        double beforeM = chase.approach().stream().mapToDouble(Stretch::lengthM).sum();
        List<Stretch> whole = new ArrayList<>(chase.approach());
        whole.addAll(chase.road().stretches());
        double riseM =
                whole.stream().mapToDouble(s -> s.gradient() * s.lengthM()).sum();
        // sums of a few lengths of kilometres: rounding of 1e-12 m each
        assertThat(beforeM).isCloseTo(launchM, within(1e-9));
        assertThat(beforeM + chase.road().lengthM()).isCloseTo(15_000, within(1e-9));
        // 5000 · (0 + 0.03 - 0.02) = 50 m
        assertThat(riseM).isCloseTo(50, within(1e-9));
    }

    @Test
    void theBreakIsTheSameWhereverTheChaseIsLaunched() {
        double[] first = timesOf(launches.from(0));
        double[] later = timesOf(launches.from(7_500));

        assertThat(later[later.length - 1]).isCloseTo(first[first.length - 1], within(1e-9));
    }

    private static double[] timesOf(Chase chase) {
        List<Stretch> whole = new ArrayList<>(chase.approach());
        whole.addAll(chase.road().stretches());
        // without a decay, which is read anew at every kilometre of a stretch: here pieces differ
        return new SteadyBreak(12).timesS(whole);
    }

    /** Rides one speed. */
    record SteadyBreak(double speedMPerS) implements Breakaway {
        @Override
        public double gapS() {
            return 60;
        }

        @Override
        public double[] timesS(List<Stretch> road) {
            double[] timesS = new double[road.size()];
            double riddenM = 0;
            for (int s = 0; s < timesS.length; s++) {
                riddenM += road.get(s).lengthM();
                timesS[s] = riddenM / speedMPerS;
            }
            return timesS;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 99, 14_901, Double.NaN})
    void refusesALaunchThatLeavesNoRoom(double launchM) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> launches.from(launchM))
                .withMessage("launch: launchM = " + launchM
                        + " m is neither 0 nor in [100.0, 14900.0] m. It counts from the start point.");
    }

    @Test
    void aSurprisingBreakIsFasterFromThereOnOnly() {
        List<Stretch> road = launches.from(0).road().stretches();
        double[] timesS = new QuickerBreak(new SteadyBreak(10), 7_500, 0.25).timesS(road);

        // 5 km at 10 m/s; then 2.5 km at 10 and 2.5 km at 12.5 m/s; then 5 km at 12.5 m/s
        assertThat(timesS).containsExactly(new double[] {500, 500 + 250 + 200, 950 + 400}, within(1e-9));
    }

    @Test
    void theGapFallsUntilTheChaseIsLevel() {
        Chase chase =
                launches.from(5_000).toBuilder().breakaway(new SteadyBreak(10)).build();
        Outcome ridden = outcomeAt(List.of(12.5, 12.5));
        // 500 s of approach like the break: the lead is still 60 s; 5 km at 12.5 m/s take 400 s, 100 s less than the
        // break's: level
        // after 60 of 100 s, 3 km
        GapCourse gaps = GapCourse.of(chase, 500, ridden);

        assertThat(gaps.placeM()).containsExactly(5_000.0, 8_000.0);
        assertThat(gaps.gapS()).containsExactly(60.0, 0.0);
        assertThat(gaps.endM()).isEqualTo(8_000);
    }

    @Test
    void aGapThatIsNotClosedGoesToTheEnd() {
        Chase chase =
                launches.from(0).toBuilder().breakaway(new SteadyBreak(10)).build();

        GapCourse gaps = GapCourse.of(chase, 0, outcomeAt(List.of(10.0, 10.0, 10.0)));

        assertThat(gaps.placeM()).containsExactly(0.0, 5_000.0, 10_000.0, 15_000.0);
        assertThat(gaps.gapS()).containsExactly(60.0, 60.0, 60.0, 60.0);
    }

    private static Outcome outcomeAt(List<Double> speedsMPerS) {
        return new Outcome(0, 0, 0, speedsMPerS, 0, 0, 0, 0, 0, List.of());
    }
}
