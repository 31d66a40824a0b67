package io.paceline.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A small good scenario in a folder, to be spoiled by tests: 20 km of rolling road, four riders. */
public final class Inputs {
    /** The scenario file. */
    public static final String SCENARIO = """
            name: Test chase
            course: {gpx: course.gpx, from_km_to_go: 18, crr: 0.004}
            air: {temperature_c: 24, pressure_hpa: 990, humidity_pct: 50}
            wind: {speed_mps: 2.5, from_deg: 200}
            breakaway:
              gap_s: 20
              riders: 2
              speed_kmh: 42
              mass_kg: 78
              drag_area_m2: 0.30
              decay_pct_per_hour: 3
            chase:
              riders: riders.csv
              workers: [TT1, ROU1, DOM1]
              protected: [SPR1]
              bike_kg: 8
              wheel_gap_m: 0.5
              recovery: conservative
              freshness: {cp: 0.93, w_prime: 0.80}
              reserve_pct: 10
              bunch_speed_kmh: 43
            goal: {catch_by_km_to_go: 3, launch_at_km_to_go: 15}
            """;

    /** The riders' file. */
    public static final String RIDERS = """
            id,name,team,role,mass_kg,cp_w,w_prime_j,pmax_w,drag_area_m2,efficiency,recovery_factor
            TT1,Tijs Tempo,Team,time triallist,78,450,23000,1250,0.30,0.235,1
            ROU1,Remy Roule,Team,rouleur,76,425,24000,1300,0.30,0.235,1
            DOM1,Davide Aiuto,Team,domestique,72,400,21000,1150,0.295,0.23,1
            SPR1,Sven Sprint,Team,sprinter,79,390,28000,1550,0.31,0.225,1
            """;

    private Inputs() {}

    /** Writes the three files; returns the scenario. */
    public static Path write(Path folder) throws IOException {
        Files.writeString(folder.resolve("riders.csv"), RIDERS);
        Files.writeString(folder.resolve("course.gpx"), gpx(20, 0.0));
        return Files.writeString(folder.resolve("scenario.yaml"), SCENARIO);
    }

    /** A road to the north, one point every 100 m, in waves of 8 m and with one slope: rise over run. */
    public static String gpx(int km, double slope) {
        StringBuilder gpx = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<gpx version=\"1.1\" creator=\"test\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n<trk><trkseg>\n");
        for (int i = 0; i <= km * 10; i++) {
            double elevationM = 1_000 + 100.0 * i * slope + 8 * Math.sin(i / 20.0);
            gpx.append(String.format(
                    Locale.ROOT,
                    "<trkpt lat=\"%.6f\" lon=\"5.2\"><ele>%.2f</ele></trkpt>%n",
                    46 + i * 100 / 111_150.0,
                    elevationM));
        }
        return gpx.append("</trkseg></trk>\n</gpx>\n").toString();
    }

    /** Text as UTF-8. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
