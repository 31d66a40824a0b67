package io.paceline.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseTest {
    /** Rounding of elevations near 500 m through the three passes of smoothing, m. */
    private static final double ROUNDING_M = 1e-9;

    @ParameterizedTest // published: length in metres of one degree (WGS 84, series of NGA: 111 132.92 - 559.82 cos 2φ +
    // 1.175 cos 4φ ...)
    @CsvSource({"0, 110574.3, 111319.5", "45, 111131.7, 78846.8", "60, 111412.2, 55800.0"})
    void aDegreeIsAsLongAsOnTheEllipsoid(double latitudeDeg, double northM, double eastM) {
        double tolerance =
                1e-6; // relative; the printed digit, and the curve of a parallel within a hundredth of a degree
        assertThat(100 * lengthM(latitudeDeg - 0.005, 4, latitudeDeg + 0.005, 4))
                .isCloseTo(northM, within(northM * tolerance));
        assertThat(100 * lengthM(latitudeDeg, 4, latitudeDeg, 4.01)).isCloseTo(eastM, within(eastM * tolerance));
    }

    @ParameterizedTest // published: official length and climb
    @CsvSource({"2023, 184.9, 1211", "2024, 163.5, 889"})
    void theStagesAreAsLongAndAsHighAsTheRoadBookSays(int year, double officialKm, double officialClimbM) {
        Course course = year == 2023 ? Stages.stage18Of2023() : Stages.stage6Of2024();
        assertThat(course.lengthM() / 1000)
                .as("the file's own track is 0.2 %% longer")
                .isCloseTo(officialKm, within(0.005 * officialKm));
        assertThat(course.climbM(0, course.lengthM()))
                .as("10 %%: elevations are whole metres, every road book sums them up another way")
                .isCloseTo(officialClimbM, within(0.10 * officialClimbM));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.2, -0.03, 0, 0.001, 0.2})
    void anEvenSlopeStaysAsItIs(double gradient) {
        Course course =
                Course.ofProfile("slope", new double[] {0, 1_010}, new double[] {300, 300 + 1_010 * gradient}, 0);
        for (double atM : new double[] {0, 1, 24, 25, 500.3, 1_009, 1_010}) {
            assertThat(course.elevationM(atM)).isCloseTo(300 + gradient * atM, within(ROUNDING_M));
        }
        assertThat(course.climbM(10, 710)).isCloseTo(Math.max(0, 700 * gradient), within(ROUNDING_M));
        assertThat(course.meanElevationM(10, 710)).isCloseTo(300 + 360 * gradient, within(ROUNDING_M));
    }

    @Test
    void aCrestIsRoundedAsComputedByHand() {
        // 5 % up, 5 % down, top on a grid point. The median of 7 at j steps of 1.25 m from the top: j = 0 -> rank 4 of
        // {0, 1, 1, 2, 2, 3, 3} steps = 2; j = 1 -> {0, 1, 1, 2, 2, 3, 4} = 2; j = 2 -> {0, 1, 1, 2, 3, 4, 5} = 2; else
        // j.
        // The line of 9 at the top is their mean: (2 + 2 + 2 + 2 + 2 + 3 + 3 + 4 + 4) / 9 = 24 / 9 steps = 3.3333 m
        // below 100 m.
        Course course = Course.ofProfile("crest", new double[] {0, 2_000, 4_000}, new double[] {0, 100, 0}, 0);
        assertThat(course.elevationM(2_000)).isCloseTo(100 - 10.0 / 3, within(ROUNDING_M));
    }

    @ParameterizedTest // law: 3 m of noise and spikes of 50 m, at every spacing that records have
    @ValueSource(doubles = {5, 10, 20, 25, 40})
    void noiseAndSpikesMakeNoRamps(double spacingM) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            int n = (int) (20_000 / spacingM) + 1;
            double[] distanceM = new double[n];
            double[] elevationM = new double[n];
            for (int i = 0; i < n; i++) {
                distanceM[i] = i * spacingM;
                elevationM[i] = hillsM(distanceM[i]) + 3 * random.nextGaussian();
            }
            for (int i = n / 40; i < n; i += n / 20) {
                elevationM[i] += random.nextBoolean() ? 50 : -50;
            }
            Course course = Course.ofProfile("noise", distanceM, elevationM, 0);
            for (double atM = 0; atM + 100 <= course.lengthM(); atM += 100) {
                double gradient = (course.elevationM(atM + 100) - course.elevationM(atM)) / 100;
                double truth = (hillsM(atM + 100) - hillsM(atM)) / 100;
                // true slopes reach 9 %; over 100 m the smoothed noise has 0.6 to 0.9 % (sd), the removed spikes
                // and the one-sided line at the ends add up to 6 %
                assertThat(gradient)
                        .as("spacing %s, seed %d, at %s m", spacingM, seed, atM)
                        .isCloseTo(truth, within(0.08));
            }
        }
    }

    @Test
    void aSpikeOfOnePointLeavesNoTrace() {
        double[] distanceM = new double[41];
        double[] elevationM = new double[41];
        for (int i = 0; i < 41; i++) {
            distanceM[i] = 50 * i;
            elevationM[i] = 100 + i;
        }
        elevationM[20] += 50;
        Course course = Course.ofProfile("spike", distanceM, elevationM, 0);
        assertThat(course.elevationM(1_000)).isCloseTo(120, within(ROUNDING_M));
        assertThat(course.climbM(0, 2_000)).isCloseTo(40, within(ROUNDING_M));
    }

    @Test // law
    void climbsOfPiecesAddUp() {
        Course course = Stages.stage6Of2024();
        double whole = course.climbM(12_345.6, 98_765.4);
        assertThat(course.climbM(12_345.6, 50_000.1) + course.climbM(50_000.1, 98_765.4))
                .isCloseTo(whole, within(ROUNDING_M));
    }

    @Test // pin: what our own rule finds
    void theClimbsOfStage18StayWhereTheyAre() {
        List<Climb> climbs = Stages.stage18Of2023().climbs();
        assertThat(climbs).hasSize(5);
        assertThat(climbs).allSatisfy(climb -> {
            assertThat(climb.gainM()).isGreaterThanOrEqualTo(40);
            assertThat(climb.meanGradient()).isGreaterThanOrEqualTo(0.03);
        });
        assertThat(climbs.get(1).startM()).as("1 m").isCloseTo(74_626, within(1.0));
        assertThat(climbs.get(1).gainM()).as("1 m").isCloseTo(141, within(1.0));
    }

    @Test
    void findsAClimbWithAnEasingAndItsEnds() {
        double[] distanceM = {0, 2_000, 4_000, 4_200, 6_000, 8_000};
        double[] elevationM = {100, 100, 220, 220, 328, 328};
        List<Climb> climbs = Course.ofProfile("climb", distanceM, elevationM, 0).climbs();
        assertThat(climbs).hasSize(1);
        assertThat(climbs.get(0).startM()).as("smoothing rounds the foot").isCloseTo(2_000, within(50.0));
        assertThat(climbs.get(0).lengthM()).as("and the top").isCloseTo(4_000, within(100.0));
        assertThat(climbs.get(0).gainM()).isCloseTo(228, within(2.0));
    }

    @Test
    void dropsPointsOnTheSpotOfTheirPredecessor() {
        List<TrackPoint> points = track(10);
        points.add(5, points.get(4));
        assertThat(Course.ofTrack("stop", points).lengthM())
                .isEqualTo(Course.ofTrack("go", track(10)).lengthM());
    }

    @Test
    void refusesTracksWithHolesAndSaysWhere() {
        List<TrackPoint> noElevation = track(30);
        noElevation.set(16, new TrackPoint(46.016, 5, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Course.ofTrack("a", noElevation))
                .withMessage("course a: point 17 has no elevation. "
                        + "Add elevations to the track (most route planners do) and read it again.");
        List<TrackPoint> jump = track(30);
        jump.add(new TrackPoint(46.1, 5, 200));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Course.ofTrack("b", jump))
                .withMessage(
                        "course b: from point 30 to point 31, at km 3.2, the track jumps 7892 m; allowed are 2000 m. "
                                + "Maybe part of the road is missing, or two tracks follow each other.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Course.ofTrack("c", List.of()))
                .withMessageStartingWith("course c: track points = 0 is outside [2, ");
    }

    @ParameterizedTest(name = "point 16 {0} degrees to the east")
    // a hundredth of a degree is 774 m there, and the next points are 111 m on
    // forwards
    @CsvSource({"0.007, 553", "0.02, 1553", "0.1, 7745", "-0.02, 1553"})
    void refusesASinglePointFarBesideTheRoad(double degrees, int sideM) {
        List<TrackPoint> points = track(30);
        // a stop before it: the number is still that of the file
        points.add(5, points.get(4));
        points.set(16, new TrackPoint(46.015, 5 + degrees, 200));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Course.ofTrack("s", points))
                .withMessage(
                        "course s: point 17, at km 1.6, is " + sideM + " m beside the road: the track goes there and"
                                + " comes back. One of its coordinates is wrong: correct it, or remove the point. If the road does that, add points on the way.");
    }

    @Test
    void aSpikeOfADenseTrackIsNearer() {
        List<TrackPoint> dense = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            dense.add(new TrackPoint(46 + i * 0.00005, 5, 200)); // 5.6 m
        }
        dense.set(100, new TrackPoint(46.005, 5.0012, 200)); // 93 m
        assertThat(Course.ofTrack("d", dense).lengthM())
                .as("what a receiver may do")
                .isGreaterThan(1_250);
        dense.set(100, new TrackPoint(46.005, 5.0015, 200)); // 116 m, of 20 steps and at least 100 m
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Course.ofTrack("d", dense))
                .withMessageContaining("point 101, at km 0.6, is 116 m beside the road");
    }

    @Test
    void aTurningPointAHairpinAndACornerAreNoSpikes() {
        List<TrackPoint> turn = track(30); // to the north, 900 m to a turning point, and back the same way
        turn.add(new TrackPoint(46.037, 5, 200));
        List<TrackPoint> back = track(30);
        Collections.reverse(back);
        turn.addAll(back);
        // 29 steps of 0.001 degrees and one of 0.008, twice; 111.16 km a degree
        assertThat(Course.ofTrack("turn", turn).lengthM()).isCloseTo(2 * 0.037 * 111_160, within(10.0));

        List<TrackPoint> zigzag = track(10); // legs of 774 m, rising 300 m to the north each
        zigzag.add(new TrackPoint(46.012, 5.01, 200));
        zigzag.add(new TrackPoint(46.0147, 5, 200));
        zigzag.add(new TrackPoint(46.016, 5, 200));
        assertThat(Course.ofTrack("zigzag", zigzag).lengthM()).isGreaterThan(2_500);
    }

    @Test
    void refusesATrackThatGoesNowhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Course.ofTrack("x", Collections.nCopies(40, new TrackPoint(46, 5, 200))))
                .withMessage(
                        "course x: all 40 track points are at one place. Export the course again, as a track of the"
                                + " whole road.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Course.ofTrack(
                        "y",
                        track(2).stream()
                                .map(point -> new TrackPoint(46 + (point.latitudeDeg() - 46) / 10, 5, 200))
                                .toList()))
                .withMessageMatching(
                        "course y: length = 11\\.1\\d* m is outside \\[100\\.0, 500000\\.0] m\\. Maybe the track holds not"
                                + " the whole road, or more than one\\.");
    }

    @Test
    void refusesWallsAndSaysWhere() {
        double[] distanceM = {0, 3_000, 3_200, 6_000};
        double[] elevationM = {0, 0, 80, 80};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Course.ofProfile("wall", distanceM, elevationM, 0))
                .withMessageMatching(
                        "course wall: at km 3\\.0\\d the smoothed gradient is \\d\\d\\.\\d %; allowed are -25 to 25 %\\. "
                                + "Maybe the elevations there are wrong \\(a tunnel, a bridge, a gap\\) or in feet\\.");
    }

    @Test
    void refusesBadProfilesAndPositions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Course.ofProfile("p", new double[] {0, 500, 400}, new double[3], 0))
                .withMessage("course p: distanceM of point 3 = 400.0 m is not beyond that of point 2, 500.0 m. "
                        + "Sort the points by distance.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Course.ofProfile("p", new double[] {0, 500}, new double[] {0, Double.NaN}, 0))
                .withMessageStartingWith("course p: point 2 has no elevation.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Course.ofProfile("p", new double[] {0, 60}, new double[2], 0))
                .withMessage(
                        "course p: length = 60.0 m is outside [100.0, 500000.0] m. Maybe it is in km: multiply by 1000.");
        Course course = Course.ofProfile("p", new double[] {0, 500}, new double[2], 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> course.elevationM(501))
                .withMessage("course p: atM = 501.0 m is outside [0.0, 500.0] m. Positions are metres from the start.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> course.climbM(300, 200))
                .withMessageStartingWith("course p: toM - fromM = -100.0 m is outside [1.0, 500.0] m.");
    }

    private static double hillsM(double atM) {
        return 300 + 60 * Math.sin(atM / 1_500) + 20 * Math.sin(atM / 400);
    }

    /** Due north from 46°, 111 m a step, level. */
    private static List<TrackPoint> track(int n) {
        List<TrackPoint> points = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            points.add(new TrackPoint(46 + 0.001 * i, 5, 200));
        }
        return points;
    }

    private static double lengthM(double latitudeA, double longitudeA, double latitudeB, double longitudeB) {
        return Course.ofTrack(
                        "two points",
                        List.of(new TrackPoint(latitudeA, longitudeA, 0), new TrackPoint(latitudeB, longitudeB, 0)))
                .lengthM();
    }
}
