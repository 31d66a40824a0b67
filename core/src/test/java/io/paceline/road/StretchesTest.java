package io.paceline.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StretchesTest {
    private static final double CRR = 0.004;
    private static final Wind SOUTHERLY = Wind.at10m(8, Math.toRadians(200));

    private static Course stage18;
    private static Course stage6;

    @BeforeAll
    static void readTheStages() {
        stage18 = Stages.stage18Of2023();
        stage6 = Stages.stage6Of2024();
    }

    @Test // pin
    void theLast60KmOfTheStagesHave86And72Stretches() {
        assertThat(last60Km(stage18, Wind.CALM)).hasSize(86);
        assertThat(last60Km(stage6, Wind.CALM)).hasSize(72);
    }

    @Test // reference: cells of 100 m, one by one
    void aRiderOfConstantPowerNeedsTheTimeOfTheFineCells() {
        for (Course course : List.of(stage18, stage6)) {
            double fineS = timeS(cells(course, Wind.CALM));
            assertThat(timeS(last60Km(course, Wind.CALM)) / fineS)
                    .as("%s: 0.3 %% is what we hold ourselves to", course.name())
                    .isCloseTo(1, within(0.003));
            double fineInWindS = timeS(cells(course, SOUTHERLY));
            assertThat(timeS(last60Km(course, SOUTHERLY)) / fineInWindS)
                    .as("%s: in wind 0.5 %%, as headings within a stretch differ", course.name())
                    .isCloseTo(1, within(0.005));
        }
    }

    @Test // law
    void lengthRiseAndWindAddUpToThoseOfTheCells() {
        Random random = new Random(18);
        for (int trial = 0; trial < 200; trial++) {
            double fromM = random.nextDouble() * 150_000;
            double toM = fromM + 1 + random.nextDouble() * 30_000;
            Wind wind = Wind.at10m(15 * random.nextDouble(), 6 * random.nextDouble());
            List<Stretch> stretches = stage18.stretches(fromM, toM, wind, CRR);
            String what = "trial " + trial + " of seed 18";
            assertThat(sum(stretches, s -> 1)).as(what).isCloseTo(toM - fromM, within(1e-6));
            assertThat(sum(stretches, Stretch::gradient))
                    .as(what)
                    .isCloseTo(stage18.elevationM(toM) - stage18.elevationM(fromM), within(1e-6));
            assertThat(sum(stretches, Stretch::headwindMPerS))
                    .as(what)
                    .isCloseTo(headwindAlongTheChordM(fromM, toM, wind), within(1e-6));
        }
    }

    @Test // law
    void theWindMovesNoBorder() {
        List<Stretch> calm = last60Km(stage18, Wind.CALM);
        for (int degrees = 0; degrees < 360; degrees += 30) {
            List<Stretch> windy = last60Km(stage18, Wind.at10m(12, Math.toRadians(degrees)));
            assertThat(windy).hasSameSizeAs(calm);
            for (int i = 0; i < calm.size(); i++) {
                assertThat(windy.get(i).lengthM()).isEqualTo(calm.get(i).lengthM());
                assertThat(windy.get(i).gradient()).isEqualTo(calm.get(i).gradient());
                assertThat(windy.get(i).headingRad()).isEqualTo(calm.get(i).headingRad());
            }
        }
    }

    @Test // law
    void noStretchIsShorterThan200MetresUnlessItIsTheOnlyOne() {
        for (double lengthM : new double[] {250, 399, 1_000, 5_555.5, 60_000}) {
            assertThat(stage6.stretches(80_000, 80_000 + lengthM, SOUTHERLY, CRR))
                    .allSatisfy(s -> assertThat(s.lengthM()).isGreaterThanOrEqualTo(200 - 1e-6));
        }
        assertThat(stage6.stretches(80_000, 80_001, SOUTHERLY, CRR)).hasSize(1);
    }

    @Test
    void aBendAndARampMakeTheBorders() {
        // 3 km north and flat, 3 km east and flat, 3 km east at 4 %
        List<TrackPoint> points = new ArrayList<>();
        double degreesNorth = 1 / 111_132.0;
        double degreesEast = 1 / 78_847.0;
        for (int m = 0; m < 3_000; m += 50) {
            points.add(new TrackPoint(45 - (3_000 - m) * degreesNorth, 5, 100));
        }
        for (int m = 0; m <= 6_000; m += 50) {
            points.add(new TrackPoint(45, 5 + m * degreesEast, 100 + 0.04 * Math.max(0, m - 3_000)));
        }
        List<Stretch> stretches =
                Course.ofTrack("bend and ramp", points).stretches(0, 9_000 - 1, Wind.at10m(10, 0), CRR);
        assertThat(stretches).hasSize(3);
        assertThat(stretches.get(0).lengthM()).as("one cell").isCloseTo(3_000, within(100.0));
        assertThat(stretches.get(1).lengthM()).as("one cell either end").isCloseTo(3_000, within(200.0));
        assertThat(stretches.get(0).headingRad()).as("a cell may hold the bend").isCloseTo(0, within(0.05));
        assertThat(stretches.get(2).headingRad()).isCloseTo(Math.PI / 2, within(0.001));
        assertThat(stretches.get(0).headwindMPerS())
                .as("10 · 0.673426 from ahead")
                .isCloseTo(6.734, within(0.05));
        assertThat(stretches.get(2).headwindMPerS()).as("from the side").isCloseTo(0, within(0.01));
        assertThat(stretches.get(2).gradient()).isCloseTo(0.04, within(0.001));
        assertThat(stretches.get(2).rollingResistance()).isEqualTo(CRR);
    }

    @Test
    void aRoadThatWindsThereAndBackMeetsTheMeanOfItsWinds() {
        // 50 m east, 50 m north, and so on: half of a wind from the east counts, half of the time
        List<TrackPoint> points = new ArrayList<>();
        for (int i = 0; i <= 400; i++) {
            points.add(new TrackPoint(45 + (i / 2) * 50 / 111_132.0, 5 + ((i + 1) / 2) * 50 / 78_847.0, 0));
        }
        List<Stretch> stretches =
                Course.ofTrack("zigzag", points).stretches(0, 10_000, new Wind(8, Math.PI / 2, 1), CRR);
        assertThat(stretches)
                .as("8 m/s on every other 50 m; 0.1 %%: latitudes differ from 45 by up to 0.09 degrees")
                .allSatisfy(s -> assertThat(s.headwindMPerS()).isCloseTo(4, within(0.01)));
    }

    @Test
    void refusesAPieceBeyondTheFinish() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage18.stretches(130_000, 190_000, Wind.CALM, CRR))
                .withMessageStartingWith("course Tour 2023 stage 18: toM = 190000.0 m is outside [0.0, 18");
    }

    private static List<Stretch> last60Km(Course course, Wind wind) {
        return course.stretches(course.lengthM() - 60_000, course.lengthM(), wind, CRR);
    }

    /** The last 60 km by 100 m: a piece that short is one stretch. */
    private static List<Stretch> cells(Course course, Wind wind) {
        List<Stretch> cells = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            double fromM = course.lengthM() - 60_000 + 100 * i;
            double toM = i == 599 ? course.lengthM() : fromM + 100;
            cells.addAll(course.stretches(fromM, toM, wind, CRR));
        }
        assertThat(cells).hasSize(600);
        return cells;
    }

    /** Sum over pieces of at most 100 m of length times headwind, m·m/s. */
    private static double headwindAlongTheChordM(double fromM, double toM, Wind wind) {
        double sum = 0;
        int n = (int) Math.ceil((toM - fromM) / 100);
        for (int i = 0; i < n; i++) {
            double a = fromM + (toM - fromM) * i / n;
            double b = i == n - 1 ? toM : fromM + (toM - fromM) * (i + 1) / n;
            sum += sum(stage18.stretches(a, b, wind, CRR), Stretch::headwindMPerS);
        }
        return sum;
    }

    private static double sum(List<Stretch> stretches, java.util.function.ToDoubleFunction<Stretch> value) {
        return stretches.stream()
                .mapToDouble(s -> s.lengthM() * value.applyAsDouble(s))
                .sum();
    }

    private static double timeS(List<Stretch> stretches) {
        return stretches.stream().mapToDouble(s -> s.lengthM() / speedMPerS(s)).sum();
    }

    /** 300 W, CdA 0.3 m², 85 kg, 1.2 kg/m³, at most 22 m/s; by bisection. */
    private static double speedMPerS(Stretch s) {
        double angle = Math.atan(s.gradient());
        double low = 0.1;
        double high = 22;
        for (int i = 0; i < 60; i++) {
            double v = 0.5 * (low + high);
            double air = v + s.headwindMPerS();
            double roadN = 85 * 9.81 * (CRR * Math.cos(angle) + Math.sin(angle));
            double powerW = (0.5 * 1.2 * 0.3 * air * Math.abs(air) + roadN) * v;
            if (powerW > 300) {
                high = v;
            } else {
                low = v;
            }
        }
        return low;
    }
}
