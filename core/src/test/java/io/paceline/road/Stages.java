package io.paceline.road;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The two Tour stages of the test resources; README.md beside them names source and licence. */
public final class Stages {
    // our two files have this one shape; the core module reads no XML, and reading GPX files is the app's job
    private static final Pattern POINT =
            Pattern.compile("<trkpt lat=\"([^\"]+)\" lon=\"([^\"]+)\"><ele>([^<]+)</ele></trkpt>");

    private Stages() {}

    /** Moûtiers to Bourg-en-Bresse. */
    public static Course stage18Of2023() {
        return Course.ofTrack("Tour 2023 stage 18", points("tdf2023_stage18.gpx.gz"));
    }

    /** Mâcon to Dijon. */
    public static Course stage6Of2024() {
        return Course.ofTrack("Tour 2024 stage 6", points("tdf2024_stage06.gpx.gz"));
    }

    private static List<TrackPoint> points(String file) {
        try (InputStream in = new GZIPInputStream(Stages.class.getResourceAsStream("/io/paceline/road/" + file))) {
            Matcher matcher = POINT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            List<TrackPoint> points = new ArrayList<>();
            while (matcher.find()) {
                points.add(new TrackPoint(
                        Double.parseDouble(matcher.group(1)),
                        Double.parseDouble(matcher.group(2)),
                        Double.parseDouble(matcher.group(3))));
            }
            return points;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
