package io.paceline.optimizer.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.exact.Certificates;
import io.paceline.optimizer.exact.LaunchBounds;
import io.paceline.optimizer.rotation.Chases;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.plan.RotationPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchStudyTest {
    private static final LaunchOptions SHORT = new LaunchOptions(2_500, 300, 0, 2, 0.01);

    /** 25 km: possible from far, impossible from near. */
    private static final Chase CHASE = Chases.hills(Chases.fiveAndASprinter(), 40, 45, 0, 0.02, -0.01, 0.01, 0);

    private static LaunchCurve curve(Chase chase, LaunchOptions options, PlanMemory memory) {
        return new LaunchStudy(chase, options, memory, LaunchListener.none()).run();
    }

    private static final LaunchCurve CURVE = curve(CHASE, SHORT, PlanMemory.none());

    @Test
    void plansEveryLaunchOfTheGridAndTheEdgeTo100M() {
        List<Double> launches =
                CURVE.points().stream().map(LaunchPoint::launchM).toList();
        double latestM = CURVE.latest().orElseThrow().launchM();
        double nextM = launches.get(launches.indexOf(latestM) + 1);

        assertThat(CURVE.complete()).isTrue();
        assertThat(launches).isSorted().contains(0.0, 2_500.0, 12_500.0, 22_500.0, 24_900.0);
        assertThat(latestM).isBetween(1.0, 20_000.0);
        assertThat(nextM - latestM).isLessThanOrEqualTo(1.5 * LaunchStudy.EDGE_M);
        assertThat(CURVE.points().subList(launches.indexOf(nextM), launches.size()))
                .noneMatch(LaunchPoint::feasible);
    }

    @Test
    void everyPointIsWhatTheKernelSaysOfItsPlan() {
        Launches launches = new Launches(CHASE);
        for (LaunchPoint point : CURVE.points()) {
            ChaseKernel kernel = ChaseKernel.compile(launches.from(point.launchM()));
            assertThat(point.outcome()).isEqualTo(kernel.evaluate(point.plan()));
            if (Double.isFinite(point.neededMPerS())) {
                assertThat(point.neededMPerS() * kernel.targetS())
                        .isCloseTo(kernel.chase().road().lengthM(), within(1e-6));
            }
        }
    }

    @Test
    void theCheapestIsTheLeastOfThoseThatLeaveTheReserves() {
        LaunchPoint cheapest = CURVE.cheapest().orElseThrow();

        assertThat(cheapest.keepsReserve()).isTrue();
        assertThat(CURVE.points().stream().filter(LaunchPoint::keepsReserve))
                .allMatch(point ->
                        point.outcome().collectiveJ() >= cheapest.outcome().collectiveJ());
    }

    @Test
    void aLaunchKeepsTheReserveWhereNobodyGoesBelowIt() {
        assertThat(CURVE.points()).anyMatch(point -> point.feasible() && !point.keepsReserve());
        for (LaunchPoint point : CURVE.points()) {
            boolean above = point.leastBalanceFraction() >= CHASE.reserveFraction() - 1e-9; // rounding of a quotient
            assertThat(point.keepsReserve()).as("%.0f m", point.launchM()).isEqualTo(point.feasible() && above);
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameCurve() {
        LaunchOptions alone = new LaunchOptions(2_500, 300, 0, 1, 0.01);

        assertThat(curve(CHASE, alone, PlanMemory.none())).isEqualTo(CURVE);
    }

    @Test
    void theSafeLaunchCatchesAQuickerBreakWithEverybodysReserve() {
        SafeLaunch safe = CURVE.safe().orElseThrow();
        Chase chase = new Launches(CHASE).from(safe.launchM());
        ChaseKernel surprised = ChaseKernel.compile(chase.toBuilder()
                .breakaway(new QuickerBreak(chase.breakaway(), safe.launchM(), 0.01))
                .build());
        Outcome outcome = surprised.evaluate(safe.plan());

        assertThat(outcome.feasible()).isTrue();
        assertThat(outcome.reserveShortJ()).isZero();
        assertThat(safe.launchM())
                .isLessThanOrEqualTo(CURVE.latest().orElseThrow().launchM());
        assertThat(safe.catchM()).isGreaterThan(safe.launchM()).isLessThan(25_000);
    }

    @Test
    void noPlanIsFoundWhereItIsProvedThatThereIsNone() {
        List<LaunchPoint> impossible =
                CURVE.points().stream().filter(LaunchPoint::impossible).toList();
        assertThat(impossible).isNotEmpty();
        for (LaunchPoint point : impossible) {
            ChaseKernel kernel = ChaseKernel.compile(new Launches(CHASE).from(point.launchM()));
            assertThat(RotationPlanner.optaPlanner()
                            .plan(kernel, SearchOptions.evaluations(1_000), SearchListener.none())
                            .outcome()
                            .feasible())
                    .as("launch %s", point.launchM())
                    .isFalse();
        }
        assertThat(CURVE.impossibleFrom().orElseThrow().launchM())
                .isGreaterThan(CURVE.latest().orElseThrow().launchM());
    }

    @Test
    void boundsOfAllLaunchesAgreeWithThatOfOne() {
        LaunchBounds bounds = new LaunchBounds(CHASE);
        Launches launches = new Launches(CHASE);
        for (double launchM : new double[] {0, 5_000, 12_500}) {
            ChaseKernel kernel = ChaseKernel.compile(launches.from(launchM));
            double one = Certificates.certifyAnyPace(kernel, 1).boundJ();
            // prices of a row with a ratio of 1.2 instead of the best one: a loss of second order
            assertThat(bounds.boundJ(kernel, launchM)).isBetween(0.99 * one, one * (1 + 1e-9));
        }
    }

    @Test
    void aHopelessChaseHasNoLaunchAndAProof() {
        LaunchCurve curve =
                curve(Chases.hills(Chases.fiveAndASprinter(), 600, 50, 0, 0.02, 0), SHORT, PlanMemory.none());

        assertThat(curve.latest()).isEmpty();
        assertThat(curve.cheapest()).isEmpty();
        assertThat(curve.safe()).isEmpty();
        assertThat(curve.points()).allMatch(LaunchPoint::impossible);
        assertThat(curve.impossibleFrom().orElseThrow().launchM()).isZero();
        assertThat(curve.nearest().feasible()).isFalse();
    }

    @Test
    void plansAreRememberedAndNothingIsSearchedTwice() {
        Kept memory = new Kept();
        LaunchCurve first = curve(CHASE, SHORT, memory);
        memory.keptTwice = 0;
        LaunchCurve second = curve(CHASE, SHORT, memory);

        assertThat(second).isEqualTo(first).isEqualTo(CURVE);
        assertThat(memory.missed).as("asked for in vain by the second study").isZero();
    }

    private static final class Kept implements PlanMemory {
        private final Map<String, RotationPlan> plans = new HashMap<>();
        private int keptTwice = -1;
        private int missed;

        @Override
        public Optional<RotationPlan> recall(String key) {
            boolean second = keptTwice >= 0;
            boolean asksWhichIsSafe = key.startsWith("safe");
            missed += second && !asksWhichIsSafe && !plans.containsKey(key) ? 1 : 0;
            return Optional.ofNullable(plans.get(key));
        }

        @Override
        public void keep(String key, RotationPlan plan) {
            plans.put(key, plan);
        }
    }

    @Test
    void aStudyThatIsStoppedReturnsWhatItHas() {
        AtomicReference<LaunchStudy> study = new AtomicReference<>();
        Kept memory = new Kept();
        study.set(new LaunchStudy(CHASE, SHORT, memory, progress -> study.get().stop()));

        LaunchCurve curve = study.get().run();

        assertThat(curve.complete()).isFalse();
        assertThat(curve.points()).isNotEmpty().hasSizeLessThan(CURVE.points().size());
        assertThat(curve.safe()).isEmpty();
        assertThat(memory.plans).as("kept of a study that was stopped").isEmpty();
    }

    @Test
    void contentIsEqualForEqualChasesAndOptionsOnly() {
        String key = LaunchStudy.contentKey(CHASE, SHORT);
        Chase same = Chases.hills(Chases.fiveAndASprinter(), 40, 45, 0, 0.02, -0.01, 0.01, 0);
        Chase later = Chases.hills(Chases.fiveAndASprinter(), 41, 45, 0, 0.02, -0.01, 0.01, 0);

        assertThat(LaunchStudy.contentKey(same, SHORT)).isEqualTo(key);
        assertThat(LaunchStudy.contentKey(same, new LaunchOptions(2_500, 300, 0, 1, 0.01)))
                .as("threads do not matter")
                .isEqualTo(key);
        assertThat(LaunchStudy.contentKey(later, SHORT)).isNotEqualTo(key);
        assertThat(LaunchStudy.contentKey(same, new LaunchOptions(2_500, 301, 0, 2, 0.01)))
                .isNotEqualTo(key);
        assertThat(LaunchStudy.contentKey(same, new LaunchOptions(2_500, 300, 0, 2, 0.02)))
                .isNotEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99|100|1|0|launch: stepM = 99.0 m is outside [100.0, 50000.0] m. Maybe it is in km: multiply by 1000.",
                "100|99|1|0|launch: evaluations = 99.0 is outside [100.0, 1.0E7]. 4000 are usual.",
                "100|100|0|0|launch: threads = 0.0 is outside [1.0, 256.0].",
                "100|100|1|1|launch: surprise = 1.0 is outside [0.0, 0.2]. Maybe it is in percent: divide by 100.",
            })
    void refusesOptionsOutOfRange(double stepM, int evaluations, int threads, double surprise, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LaunchOptions(stepM, evaluations, 0, threads, surprise))
                .withMessage(message);
    }

    @Test
    void aRoadHasAtMostSixtyLaunches() {
        assertThat(LaunchOptions.forRoad(29_000).stepM()).isEqualTo(500);
        assertThat(LaunchOptions.forRoad(55_000).stepM()).isEqualTo(1_000);
        assertThat(LaunchOptions.forRoad(110_000).stepM()).isEqualTo(2_000);
        assertThat(LaunchOptions.forRoad(200_000).stepM()).isEqualTo(5_000);
    }
}
