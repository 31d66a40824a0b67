package io.paceline.optimizer.rotation;

import io.paceline.chase.Chase;
import io.paceline.chase.ObservedBreak;
import io.paceline.drafting.DragTables;
import io.paceline.power.Drivetrain;
import io.paceline.rider.Freshness;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Course;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import io.paceline.road.TrackPoint;
import io.paceline.road.Wind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** The chases of the tests. Riders are invented, with values typical of professionals. */
public final class Chases {
    static final double BIKE_KG = 8;
    static final Rider TT1 = rider("TT1", 78, 0.300, 450, 23_000);
    static final Rider ROU1 = rider("ROU1", 76, 0.300, 425, 24_000);
    static final Rider ROU2 = rider("ROU2", 80, 0.310, 430, 25_000);
    static final Rider DOM1 = rider("DOM1", 72, 0.295, 400, 21_000);
    static final Rider DOM2 = rider("DOM2", 70, 0.290, 385, 20_000);
    static final Rider SPR1 = rider("SPR1", 79, 0.310, 390, 28_000);

    private static final Air AIR = Air.moist(297.15, 99_000, 0.5);
    // the file has this one shape; reading any GPX is not the business of this module
    private static final Pattern POINT =
            Pattern.compile("<trkpt lat=\"([^\"]+)\" lon=\"([^\"]+)\"><ele>([^<]+)</ele></trkpt>");

    private Chases() {}

    static Rider rider(String id, double massKg, double dragAreaM2, double criticalPowerW, double wPrimeJ) {
        return new Rider(id, massKg + BIKE_KG, dragAreaM2, criticalPowerW, wPrimeJ);
    }

    /** Five workers and a protected sprinter. */
    public static Team fiveAndASprinter() {
        return new Team(List.of(TT1, ROU1, ROU2, DOM1, DOM2, SPR1), Set.of("SPR1"));
    }

    /** From 60 to 5 km to go in stage 18 of the Tour 2023, five workers with a sprinter behind four riders. */
    public static Chase stage18(double gapS, double breakKmH) {
        Course course = stage18();
        List<Stretch> road = course.stretches(
                course.lengthM() - 60_000, course.lengthM() - 5_000, Wind.at10m(2.5, Math.toRadians(200)), 0.004);
        return chase(fiveAndASprinter(), Road.of(road), gapS, breakKmH);
    }

    /** A road of one sector for each gradient, each 5 km. */
    public static Chase hills(Team team, double gapS, double breakKmH, double... gradients) {
        List<Stretch> road = new ArrayList<>();
        for (double gradient : gradients) {
            road.add(new Stretch(5_000, gradient, 0, 0, 0.004));
        }
        return chase(team, Road.of(road, IntStream.range(0, gradients.length).toArray()), gapS, breakKmH);
    }

    static Chase chase(Team team, Road road, double gapS, double breakKmH) {
        double fraction = DragTables.blocken2018().meanDragFraction(4, Chase.DEFAULT_WHEEL_GAP_M);
        double powerW =
                ObservedBreak.levelPowerW(breakKmH / 3.6, 0.004, 78, 0.30, fraction, AIR, Drivetrain.MARTIN_1998);
        return Chase.builder(
                        team,
                        road,
                        AIR,
                        new ObservedBreak(
                                gapS,
                                4,
                                78,
                                0.30,
                                powerW,
                                0.03,
                                fraction,
                                AIR,
                                Drivetrain.MARTIN_1998,
                                Chase.DEFAULT_TOP_SPEED_M_PER_S))
                .freshness(new Freshness(0.93, 0.80))
                .recovery(RecoveryModel.CONSERVATIVE)
                .build();
    }

    private static Course stage18() {
        try (InputStream in =
                new GZIPInputStream(Chases.class.getResourceAsStream("/io/paceline/road/tdf2023_stage18.gpx.gz"))) {
            Matcher matcher = POINT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            List<TrackPoint> points = new ArrayList<>();
            while (matcher.find()) {
                points.add(new TrackPoint(
                        Double.parseDouble(matcher.group(1)),
                        Double.parseDouble(matcher.group(2)),
                        Double.parseDouble(matcher.group(3))));
            }
            return Course.ofTrack("Tour 2023 stage 18", points);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
