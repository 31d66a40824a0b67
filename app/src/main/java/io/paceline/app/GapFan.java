package io.paceline.app;

import io.paceline.app.report.GapLine;
import io.paceline.app.scenario.Scenario;
import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.Trace;
import io.paceline.optimizer.launch.GapCourse;
import io.paceline.optimizer.launch.LaunchCurve;
import io.paceline.optimizer.launch.LaunchPoint;
import io.paceline.optimizer.launch.Launches;
import java.util.ArrayList;
import java.util.List;

/** The gap over the road for each launch, for the chart. */
final class GapFan {
    private static final double SAMPLE_S = 30;

    private final Scenario scenario;
    private final Launches launches;

    GapFan(Scenario scenario, Launches launches) {
        this.scenario = scenario;
        this.launches = launches;
    }

    static double toGoKm(Scenario scenario, double afterStartM) {
        // to the metre: differences of decimal numbers would show digits that nobody gave
        return Math.round(1_000 * scenario.goal().startKm() - afterStartM) / 1_000.0;
    }

    /** One line if nobody chases, one for each launch that catches, one for the safe one. */
    List<GapLine> lines(LaunchCurve curve) {
        List<GapLine> lines = new ArrayList<>();
        LaunchPoint last = curve.points().get(curve.points().size() - 1);
        if (last.launchM() > 0) {
            lines.add(nobody(last));
        }
        double latestM = curve.latest().map(LaunchPoint::launchM).orElse(-1.0);
        double cheapestM = curve.cheapest().map(LaunchPoint::launchM).orElse(-1.0);
        for (LaunchPoint point : curve.points()) {
            if (point.feasible()) {
                GapLine.Kind kind = point.launchM() == latestM
                        ? GapLine.Kind.LATEST
                        : point.launchM() == cheapestM ? GapLine.Kind.CHEAPEST : GapLine.Kind.LAUNCH;
                Chase chase = launches.from(point.launchM());
                double approachS = ChaseKernel.compile(chase).approachS();
                lines.add(line(kind, point.launchM(), GapCourse.of(chase, approachS, point.outcome())));
            }
        }
        curve.safe().ifPresent(safe -> lines.add(line(GapLine.Kind.SAFE, safe.launchM(), safe.gaps())));
        return lines;
    }

    private GapLine line(GapLine.Kind kind, double launchM, GapCourse gaps) {
        List<Double> km =
                gaps.placeM().stream().map(placeM -> toGoKm(scenario, placeM)).toList();
        return new GapLine(kind, toGoKm(scenario, launchM), km, gaps.gapS());
    }

    /** As far as the last launch, for there the bunch still rolls. */
    private GapLine nobody(LaunchPoint last) {
        Trace trace = ChaseKernel.compile(launches.from(last.launchM())).trace(last.plan(), SAMPLE_S);
        List<Double> km = new ArrayList<>();
        List<Double> gapS = new ArrayList<>();
        for (int row = 0; row < trace.timeS().size() && trace.leader().get(row) < 0; row++) {
            km.add(toGoKm(scenario, trace.distanceM().get(row)));
            gapS.add(trace.gapS().get(row));
        }
        return new GapLine(GapLine.Kind.NOBODY, toGoKm(scenario, last.launchM()), km, gapS);
    }
}
