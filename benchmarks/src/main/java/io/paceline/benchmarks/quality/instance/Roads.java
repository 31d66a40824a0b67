package io.paceline.benchmarks.quality.instance;

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
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Roads of 37 to 55 km. */
enum Roads {
    /** One stretch, level and calm: the speed is given by the time, so order and pulls alone are searched. */
    FLAT {
        @Override
        Road road(double windMPerS, Random random) {
            return Road.of(List.of(new Stretch(LENGTH_M, 0, 0, windMPerS, ROLLING_RESISTANCE)));
        }
    },
    /** Two level halves, against the wind and with it. */
    THERE_AND_BACK {
        @Override
        Road road(double windMPerS, Random random) {
            Stretch out = new Stretch(LENGTH_M / 2, 0, 0, 2 + windMPerS, ROLLING_RESISTANCE);
            Stretch back = new Stretch(LENGTH_M / 2, 0, 0, -2 - windMPerS, ROLLING_RESISTANCE);
            return Road.of(List.of(out, back), new int[] {0, 1});
        }
    },
    /** Four to eight level pieces with winds of their own. */
    WINDY {
        @Override
        Road road(double windMPerS, Random random) {
            return pieces(random, 0, 3, windMPerS);
        }
    },
    /** Four to eight pieces of up to 2.5 % up or down. */
    ROLLING {
        @Override
        Road road(double windMPerS, Random random) {
            return pieces(random, 0.025, 0, windMPerS);
        }
    },
    /** Tour de France 2023 stage 18, from 60 to 5 km to go. */
    STAGE_18 {
        @Override
        Road road(double windMPerS, Random random) {
            return stage("tdf2023_stage18.gpx.gz", 60_000, 5_000, Wind.at10m(2.5 + windMPerS, Math.toRadians(200)));
        }
    },
    /** Tour de France 2024 stage 6, from 40 to 3 km to go. */
    STAGE_6 {
        @Override
        Road road(double windMPerS, Random random) {
            return stage("tdf2024_stage06.gpx.gz", 40_000, 3_000, Wind.at10m(4 + windMPerS, Math.toRadians(340)));
        }
    };

    private static final double LENGTH_M = 40_000;
    private static final double ROLLING_RESISTANCE = 0.004;
    // the files have this one shape; reading any GPX is not the business of this module
    private static final Pattern POINT =
            Pattern.compile("<trkpt lat=\"([^\"]+)\" lon=\"([^\"]+)\"><ele>([^<]+)</ele></trkpt>");

    /**
     * The road.
     *
     * @param windMPerS more wind than usual, m/s
     */
    abstract Road road(double windMPerS, Random random);

    private static Road pieces(Random random, double steepest, double windiest, double windMPerS) {
        int count = 4 + random.nextInt(5);
        double[] weight = random.doubles(count, 1, 3).toArray();
        double sum = 0;
        for (double value : weight) {
            sum += value;
        }
        List<Stretch> road = new ArrayList<>();
        for (double value : weight) {
            double gradient = rounded(steepest * (2 * random.nextDouble() - 1), 1e4);
            double headwind = rounded(windiest * (2 * random.nextDouble() - 1), 10) + windMPerS;
            road.add(new Stretch(rounded(LENGTH_M * value / sum, 0.01), gradient, 0, headwind, ROLLING_RESISTANCE));
        }
        return Road.of(road, IntStream.range(0, count).toArray());
    }

    private static double rounded(double value, double parts) {
        return Math.rint(value * parts) / parts;
    }

    private static Road stage(String file, double fromToGoM, double toToGoM, Wind wind) {
        try (InputStream in = new GZIPInputStream(Objects.requireNonNull(
                Roads.class.getResourceAsStream("/io/paceline/road/" + file), "no resource " + file))) {
            Matcher matcher = POINT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            List<TrackPoint> points = new ArrayList<>();
            while (matcher.find()) {
                points.add(new TrackPoint(
                        Double.parseDouble(matcher.group(1)),
                        Double.parseDouble(matcher.group(2)),
                        Double.parseDouble(matcher.group(3))));
            }
            Course course = Course.ofTrack(file, points);
            return Road.of(course.stretches(
                    course.lengthM() - fromToGoM, course.lengthM() - toToGoM, wind, ROLLING_RESISTANCE));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
