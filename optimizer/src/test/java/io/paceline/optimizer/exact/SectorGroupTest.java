package io.paceline.optimizer.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.drafting.Shelter;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.RecoveryModel;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bound over every pace: all stretches of a sector are ridden at one mean power, as in every plan. */
class SectorGroupTest {
    private static final int CHASES = 10;
    private static final int PLANS = 120;

    /** Several stretches in each sector. */
    private static Chase sectors(Random random, int together) {
        Chase chase = ExactCases.random(random);
        int count = chase.road().stretches().size();
        int[] sectorOf = IntStream.range(0, count).map(s -> s / together).toArray();
        return chase.toBuilder()
                .road(Road.of(chase.road().stretches(), sectorOf))
                .build();
    }

    @Test
    void noPlanInTimeLiesBelowTheBoundHoweverItsEffortsAre() {
        int ridden = 0;
        double closest = Double.POSITIVE_INFINITY;
        for (int seed = 0; seed < CHASES; seed++) {
            Random random = new Random(seed);
            Chase chase = sectors(random, 2 + seed % 3);
            ChaseKernel kernel = ChaseKernel.compile(chase);
            double boundJ = Certificates.certifyAnyPace(kernel, 1).boundJ();
            for (int k = 0; k < PLANS; k++) {
                RotationPlan plan = ExactCases.randomPlan(random, kernel, ExactCases.randomEfforts(random, chase));
                Outcome outcome = kernel.evaluate(plan);
                if (outcome.inTime()) {
                    assertThat(outcome.collectiveJ())
                            .as("seed %d, plan %d: %s", seed, k, plan)
                            .isGreaterThanOrEqualTo(boundJ);
                    closest = Math.min(closest, outcome.collectiveJ() / boundJ - 1);
                    ridden++;
                }
            }
        }
        assertThat(ridden).isGreaterThan(1_000);
        assertThat(closest).as("the bound is no empty one").isLessThan(0.01);
    }

    @Test
    void theCheapestPowerAgreesWithAScanOfAllPowers() {
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            Chase chase = sectors(random, 3);
            ChaseKernel kernel = ChaseKernel.compile(chase);
            for (SectorGroup sector : SectorGroup.of(kernel)) {
                // the second price pays for time: then slow rides are the cheapest
                for (double priceW : new double[] {3_000, -200}) {
                    double scannedJ = Double.POSITIVE_INFINITY;
                    for (int k = 0; k <= 1_000; k++) {
                        SectorGroup.Ride ride = sector.at(k);
                        scannedJ = Math.min(scannedJ, 1.5 * ride.energyJ() + priceW * ride.timeS());
                    }
                    SectorGroup.Cheapest least = sector.cheapest(new SectorGroup.Price(1.5, 0, priceW), 0, 1e-6);
                    // a step of the scan is 1 W, off the best by the square of that; the search is 1e-6 low at most
                    assertThat(least.leastJ())
                            .as("seed %d, price %s", seed, priceW)
                            .isCloseTo(scannedJ, within(1e-4 * Math.abs(scannedJ)))
                            .isLessThanOrEqualTo(scannedJ);
                    assertThat(sector.at(least.powerW()).timeS()).isEqualTo(least.timeS());
                }
            }
        }
    }

    @Test
    void oneEffortForUpAndDownCostsMoreThanOneForEach() {
        Chase apart = ExactCases.chase(
                ExactCases.team(4, Set.of()),
                List.of(new Stretch(5_000, 0.02, 0, 0, 0.004), new Stretch(5_000, -0.02, 0, 0, 0.004)),
                840,
                RecoveryModel.CONSERVATIVE,
                Shelter.NONE);
        Chase together = apart.toBuilder()
                .road(Road.of(apart.road().stretches(), new int[] {0, 0}))
                .build();
        ChaseKernel kernel = ChaseKernel.compile(together);
        double apartJ =
                Certificates.certifyAnyPace(ChaseKernel.compile(apart), 1).boundJ();
        double togetherJ = Certificates.certifyAnyPace(kernel, 1).boundJ();
        assertThat(togetherJ).isGreaterThan(1.03 * apartJ);
        // one sector has one power that is in time, so only the line is left, and who drifts back on the climb
        RotationPlan plan = ExactCases.randomPlan(new Random(1), kernel, List.of(1.0));
        assertThat(kernel.evaluate(plan).collectiveJ() / togetherJ).isBetween(1.0, 1.045);
    }
}
