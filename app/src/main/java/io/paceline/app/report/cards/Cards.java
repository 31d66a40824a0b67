package io.paceline.app.report.cards;

import io.paceline.app.report.Answer;
import io.paceline.app.report.ride.RiderRide;
import io.paceline.app.scenario.CourseTrack;
import io.paceline.app.scenario.Scenario;
import io.paceline.kernel.ChaseKernel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All files that a team carries. */
public final class Cards {
    private static final int LONGEST_NAME = 40;

    private Cards() {}

    /**
     * The files by name: a card, a Zwift and a TCX workout for each rider, a card for the car, the course with its cues.
     *
     * @param track of the course; without points there is no course file
     */
    public static Map<String, String> of(Answer answer, CourseTrack track) {
        ChaseKernel kernel = ChaseKernel.compile(answer.scenario().chase());
        CardFacts facts = new CardFacts(answer, kernel);
        List<RiderRide> rides = RiderRide.of(kernel, answer.plan());
        List<RiderRide> bySector = RiderRide.bySector(kernel, answer.plan());
        Map<String, String> files = new LinkedHashMap<>();
        files.put("team.html", TeamCard.of(facts, rides));
        for (int i = 0; i < rides.size(); i++) {
            RiderRide ride = rides.get(i);
            String id = ride.riderId();
            String file = fileName(i + 1, id);
            boolean pulls = !answer.plan().sitsOn().contains(id);
            files.put(file + ".html", RiderCard.of(facts, i + 1, pulls ? ride : bySector.get(i)));
            files.put(
                    file + ".zwo",
                    ZwiftWorkout.of(id + " " + facts.title(), bySector.get(i), facts.criticalPowerW(id)));
            files.put(file + ".tcx", TcxWorkout.of(id + " rotation", bySector.get(i)));
        }
        if (!track.points().isEmpty()) {
            Scenario scenario = answer.scenario();
            double lengthKm = scenario.course().lengthM() / 1_000;
            files.put(
                    "course.gpx",
                    CourseCues.of(facts, track, lengthKm, scenario.goal().startKm()));
        }
        return files;
    }

    /** Place and id: the place makes it unique whatever is left of the id. */
    static String fileName(int place, String id) {
        String safe = id.replaceAll("[^\\p{L}\\p{N}_-]+", "_");
        int most = safe.offsetByCodePoints(0, Math.min(LONGEST_NAME, safe.codePointCount(0, safe.length())));
        return String.format(Locale.ROOT, "%02d-%s", place, safe.substring(0, most));
    }
}
