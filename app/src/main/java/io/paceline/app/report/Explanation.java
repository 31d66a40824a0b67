package io.paceline.app.report;

import io.paceline.app.scenario.Scenario;
import io.paceline.chase.Objective;
import io.paceline.chase.Outcome;
import io.paceline.chase.RiderOutcome;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says in sentences what a plan does, what it rests on, and where it is weak. */
public final class Explanation {
    private final Scenario scenario;
    private final RotationPlan plan;
    private final Outcome outcome;

    private Explanation(Scenario scenario, RotationPlan plan, Outcome outcome) {
        this.scenario = scenario;
        this.plan = plan;
        this.outcome = outcome;
    }

    /** The sentences about a plan that somebody gave, the answer first. */
    public static List<String> ofGiven(Scenario scenario, RotationPlan plan, Outcome outcome) {
        return new Explanation(scenario, plan, outcome).sentences("this plan does not catch the break", "It is to ");
    }

    /** The sentences about the best plan that a search found, the answer first. */
    public static List<String> ofBest(Scenario scenario, RotationPlan plan, Outcome outcome) {
        return new Explanation(scenario, plan, outcome)
                .sentences("no plan was found that catches the break", "The least bad one is to ");
    }

    private List<String> sentences(String failure, String proposal) {
        List<String> sentences = new ArrayList<>();
        sentences.add(answer(failure, proposal));
        sentences.addAll(faults());
        if (outcome.overdrawnJ() <= 0) {
            sentences.add(weakest());
        }
        sentences.addAll(warnings());
        return sentences;
    }

    /** What a plainer plan would do, next to this one. */
    public static String comparison(Objective objective, Outcome outcome, Outcome plain, double pullS) {
        String cost = GoalWords.difference(objective, outcome, plain);
        String fault = plain.feasible()
                ? ""
                : "; it would fail: " + String.join(" ", faults(plain)).replaceAll("\\.$", "");
        return String.format(
                Locale.ROOT,
                "Pulls of %.0f s for every worker in the listed order, at one effort everywhere, would take %s%s.",
                pullS,
                cost,
                fault);
    }

    private String answer(String failure, String proposal) {
        double launchKm = scenario.goal().launchKm();
        double catchKm = scenario.goal().catchKm();
        double chaseS = outcome.timeS() - approachS();
        String ride = String.format(
                Locale.ROOT,
                "launch at %s km to go and ride %s at %s km/h",
                Units.km(launchKm),
                Units.duration(chaseS),
                Units.kmh((launchKm - catchKm) * 1_000 / chaseS));
        if (fastest()) {
            return timeTrial(chaseS, launchKm - catchKm);
        }
        if (outcome.feasible()) {
            double marginS = PlanJson.marginS(outcome);
            return "Yes: " + ride + ", and the break is caught at " + Units.km(catchKm) + " km to go"
                    + (marginS >= 1 ? ", " + Units.duration(marginS) + " earlier than needed." : ".");
        }
        return "No: " + failure + " by " + Units.km(catchKm) + " km to go. " + proposal + ride + ".";
    }

    private boolean fastest() {
        return scenario.chase().goal().fastest();
    }

    private String timeTrial(double roadS, double km) {
        int left = scenario.chase().goal().ridersLeft();
        String ride = String.format(
                Locale.ROOT,
                "%s km in %s at %s km/h, with %s",
                Units.km(km),
                Units.duration(roadS),
                Units.fixed(2, km * 3_600 / roadS),
                left == 1 ? "at least one rider left at the end" : "at least " + left + " riders left at the end");
        return outcome.feasible()
                ? "As fast as it goes: " + ride + "."
                : "No: even the slowest ride asks too much, " + ride + ".";
    }

    private double approachS() {
        double roadS = 0;
        for (int s = 0; s < outcome.speedsMPerS().size(); s++) {
            roadS += scenario.chase().road().stretches().get(s).lengthM()
                    / outcome.speedsMPerS().get(s);
        }
        return Math.max(0, outcome.timeS() - roadS);
    }

    private List<String> faults() {
        return outcome.feasible() ? List.of() : faults(outcome);
    }

    private static List<String> faults(Outcome outcome) {
        List<String> faults = new ArrayList<>();
        if (!outcome.inTime()) {
            faults.add("Even at the top speed the chase is " + Units.duration(-outcome.marginS()) + " late.");
        }
        List<String> overdrawn = outcome.riders().stream()
                .filter(rider -> rider.leastBalanceJ() < 0)
                .map(rider -> rider.riderId() + " by " + Units.kj(1, -rider.leastBalanceJ()) + " kJ")
                .toList();
        if (!overdrawn.isEmpty()) {
            faults.add("The speed asks more above CP than riders have: " + String.join(", ", overdrawn) + ".");
        }
        if (outcome.ridersMissing() > 0) {
            faults.add("Too few riders are left at the end: "
                    + (outcome.ridersMissing() == 1 ? "one is" : outcome.ridersMissing() + " are") + " missing.");
        }
        return faults;
    }

    private String weakest() {
        RiderOutcome rider = outcome.riders().stream()
                .min(Comparator.comparingDouble(RiderOutcome::leastBalanceFraction))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s comes closest to the limit: at the worst moment %s kJ of W' are left, %s %%.",
                rider.riderId(),
                Units.kj(1, rider.leastBalanceJ()),
                Units.percent(rider.leastBalanceFraction()));
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        double reserve = scenario.chase().reserveFraction();
        List<String> below = outcome.riders().stream()
                .filter(rider -> rider.leastBalanceJ() >= 0 && rider.leastBalanceFraction() < reserve - 1e-9)
                .map(rider -> rider.riderId() + " (" + Units.percent(rider.leastBalanceFraction()) + " %)")
                .toList();
        if (!below.isEmpty()) {
            warnings.add("Warning: below the reserve of " + Units.percent(reserve) + " % of W': "
                    + String.join(", ", below) + ".");
        }
        for (Pull pull : plan.pulls()) {
            if (pull.burnedAfterTurns() > 0) {
                warnings.add("Warning: " + pull.riderId() + " is burned: he leaves after "
                        + (pull.burnedAfterTurns() == 1 ? "1 turn." : pull.burnedAfterTurns() + " turns."));
            }
        }
        return warnings;
    }
}
