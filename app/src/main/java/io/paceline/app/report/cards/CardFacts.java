package io.paceline.app.report.cards;

import io.paceline.app.report.Answer;
import io.paceline.app.report.SectorRide;
import io.paceline.app.report.Units;
import io.paceline.app.report.Warning;
import io.paceline.app.report.ride.RiderStep;
import io.paceline.app.scenario.Scenario;
import io.paceline.chase.Chase;
import io.paceline.chase.RiderOutcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.Trace;
import io.paceline.plan.Pull;
import io.paceline.road.Climb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What cards say about a plan. */
final class CardFacts {
    private static final double TRACE_STEP_S = 5;

    private final Answer answer;
    private final double launchS;
    private final Trace trace;

    CardFacts(Answer answer, ChaseKernel kernel) {
        this.answer = answer;
        launchS = kernel.approachS();
        trace = kernel.traceChanges(answer.plan(), TRACE_STEP_S);
    }

    String title() {
        return answer.scenario().name();
    }

    /** Whether there is a break to catch; else the ride is for time. */
    boolean chasing() {
        return !answer.scenario().chase().goal().fastest();
    }

    /** What the riders do where the plan begins: {@code launch} or {@code start}. */
    String beginning() {
        return chasing() ? "launch" : "start";
    }

    /** Whether the plan does what it is for. */
    boolean feasible() {
        return answer.outcome().feasible();
    }

    List<String> explanation() {
        return answer.explanation();
    }

    /** Where the model does not hold. */
    List<String> warnings() {
        return Warning.of(answer.scenario().chase(), answer.outcome()).stream()
                .map(warning -> "Warning: " + warning.sentence())
                .toList();
    }

    List<SectorRide> sectors() {
        return answer.sectors();
    }

    int riders() {
        return answer.scenario().chase().team().size();
    }

    /** After the start point, s. */
    double launchS() {
        return launchS;
    }

    String fullName(String id) {
        String name = answer.scenario().names().getOrDefault(id, "");
        return name.isEmpty() ? id : id + " " + name;
    }

    String launch() {
        return Units.km(answer.scenario().goal().launchKm()) + " km to go";
    }

    double pullS(String id) {
        return pull(id).seconds();
    }

    /** 0 if he stays. */
    int burnedAfterTurns(String id) {
        return answer.plan().sitsOn().contains(id) ? 0 : pull(id).burnedAfterTurns();
    }

    private Pull pull(String id) {
        return answer.plan().pulls().stream()
                .filter(pull -> pull.riderId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private RiderOutcome outcome(String id) {
        return answer.outcome().riders().get(answer.scenario().chase().team().slot(id));
    }

    /** CP today, W. */
    double criticalPowerW(String id) {
        Chase chase = answer.scenario().chase();
        return chase.team().riders().get(chase.team().slot(id)).criticalPowerW()
                * chase.freshness().criticalPowerFactor();
    }

    double wPrimeJ(String id) {
        return outcome(id).wPrimeJ();
    }

    double leastJ(String id) {
        return outcome(id).leastBalanceJ();
    }

    double reserveJ(String id) {
        return outcome(id).wPrimeJ() * answer.scenario().chase().reserveFraction();
    }

    double kmToGo(RiderStep step) {
        return answer.scenario().goal().startKm() - step.fromM() / 1_000;
    }

    /** When and where a step begins, seen from the launch. */
    String at(RiderStep step) {
        double afterS = step.fromS() - launchS;
        return afterS < 0.5
                ? "at once: you lead from the " + beginning()
                : Units.clock(afterS) + " after the " + beginning() + ", at " + Units.km(kmToGo(step)) + " km to go";
    }

    /** Launch, climbs and catch, in riding order; start and end of a ride for time. */
    List<Cue> cues() {
        Scenario scenario = answer.scenario();
        List<Cue> cues = new ArrayList<>();
        cues.add(cue(scenario.goal().launchKm(), Cue.Kind.LAUNCH, chasing() ? "Launch: the chase begins" : "Start"));
        for (Climb climb : scenario.course().climbs()) {
            double footKm = (scenario.course().lengthM() - climb.startM()) / 1_000;
            double topKm = footKm - climb.lengthM() / 1_000;
            if (footKm <= scenario.goal().startKm()) {
                cues.add(cue(
                        footKm,
                        Cue.Kind.CLIMB,
                        "Climb: " + Units.km(climb.lengthM() / 1_000) + " km at "
                                + Units.fixed(1, climb.meanGradient() * 100) + " %"));
            }
            if (topKm < scenario.goal().startKm()) {
                cues.add(cue(topKm, Cue.Kind.TOP, "Top"));
            }
        }
        cues.add(cue(scenario.goal().catchKm(), Cue.Kind.CATCH, catchText()));
        cues.sort(Comparator.comparingDouble(Cue::kmToGo).reversed());
        return cues;
    }

    private String catchText() {
        if (!chasing()) {
            return "End";
        }
        return feasible() ? "Catch" : "Agreed catch point: not reached in time";
    }

    private Cue cue(double kmToGo, Cue.Kind kind, String text) {
        double atM = (answer.scenario().goal().startKm() - kmToGo) * 1_000;
        List<Double> distanceM = trace.distanceM();
        int last = distanceM.size() - 1;
        // rounding of km to m must not lose the catch itself
        if (atM > distanceM.get(last) + 1) {
            return new Cue(kmToGo, Double.NaN, Double.NaN, kind, text);
        }
        int row = 1;
        while (row < last && distanceM.get(row) < atM) {
            row++;
        }
        double share = Math.min(1, (atM - distanceM.get(row - 1)) / (distanceM.get(row) - distanceM.get(row - 1)));
        return new Cue(kmToGo, between(trace.timeS(), row, share), between(trace.gapS(), row, share), kind, text);
    }

    private static double between(List<Double> column, int row, double share) {
        return column.get(row - 1) + share * (column.get(row) - column.get(row - 1));
    }
}
