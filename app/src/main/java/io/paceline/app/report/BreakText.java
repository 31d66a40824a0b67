package io.paceline.app.report;

import io.paceline.app.scenario.BreakRiders;
import io.paceline.chase.Outcome;
import io.paceline.chase.RiderOutcome;
import io.paceline.plan.Pull;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** What a break of known riders does. */
final class BreakText {
    private final BreakRiders group;
    private final BreakRiders.Ridden ridden;

    private BreakText(BreakRiders group, BreakRiders.Ridden ridden) {
        this.group = group;
        this.ridden = ridden;
    }

    /** A title, sentences and a table; nothing for a break that was only observed. */
    static List<String> lines(Optional<BreakRiders> group, Ansi ansi) {
        if (group.isEmpty() || group.get().ridden().isEmpty()) {
            return List.of();
        }
        BreakText text = new BreakText(group.get(), group.get().ridden().get());
        List<String> lines = new ArrayList<>(List.of("", Styled.text(ansi, "bold", "The break, to the finish")));
        lines.addAll(text.sentences());
        lines.addAll(text.table());
        return lines;
    }

    /** The same for programs and pages, without the table. */
    static List<String> sentences(BreakRiders group, BreakRiders.Ridden ridden) {
        return new BreakText(group, ridden).sentences();
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        Outcome outcome = ridden.outcome();
        int riders = outcome.riders().size();
        sentences.add(String.format(
                Locale.ROOT,
                "%s the %s km to the finish in %s, at %s km/h and %s W on average, and begin%s %s ahead.",
                riders == 1 ? outcome.riders().get(0).riderId() + " rides" : riders + " riders ride",
                Units.km(group.ride().road().lengthM() / 1_000),
                Units.duration(outcome.timeS()),
                Units.kmh(group.ride().road().lengthM() / outcome.timeS()),
                Units.watts(meanW(outcome)),
                riders == 1 ? "s" : "",
                Units.duration(group.gapS())));
        RiderOutcome spent = outcome.riders().stream()
                .min(Comparator.comparingDouble(RiderOutcome::leastBalanceFraction))
                .orElseThrow();
        sentences.add(spent.riderId() + " tires most: at his worst moment " + Units.kj(1, spent.leastBalanceJ())
                + " kJ of W' are left, " + Units.percent(spent.leastBalanceFraction()) + " %.");
        for (Pull pull : ridden.plan().pulls()) {
            if (pull.burnedAfterTurns() > 0) {
                sentences.add(pull.riderId() + " is spent and falls behind after "
                        + (pull.burnedAfterTurns() == 1 ? "1 turn." : pull.burnedAfterTurns() + " turns."));
            }
        }
        ridden.ifAllWorked().ifPresent(all -> sentences.add(refusal(outcome, all)));
        return sentences;
    }

    /** What it does to the others that somebody does not work. */
    private String refusal(Outcome outcome, Outcome all) {
        List<String> unwilling = group.ride().team().riders().stream()
                .map(rider -> rider.id())
                .filter(group.ride().team().protectedIds()::contains)
                .toList();
        double lostS = outcome.timeS() - all.timeS();
        String who = String.join(", ", unwilling) + (unwilling.size() == 1 ? " does" : " do") + " not cooperate";
        String then = Math.abs(lostS) < 1
                ? "; it makes no difference at the finish."
                : String.format(
                        Locale.ROOT,
                        "; if all worked, the break would be %s %s at the finish.",
                        Units.duration(Math.abs(lostS)),
                        lostS > 0 ? "earlier" : "later");
        return String.format(
                Locale.ROOT,
                "%s%s The others ride %s W where all together would ride %s W.",
                who,
                then,
                Units.watts(meanOfWillingW(outcome)),
                Units.watts(meanOfWillingW(all)));
    }

    private double meanOfWillingW(Outcome outcome) {
        return outcome.riders().stream()
                .filter(rider -> !group.ride().team().protectedIds().contains(rider.riderId()))
                .mapToDouble(RiderOutcome::meanPowerW)
                .average()
                .orElseThrow();
    }

    private static double meanW(Outcome outcome) {
        return outcome.riders().stream()
                .mapToDouble(RiderOutcome::meanPowerW)
                .average()
                .orElseThrow();
    }

    private List<String> table() {
        Table table = new Table("<rider", "pull s", "<", "mean W", "NP W", "least W' %", "front %", "<name");
        for (RiderOutcome rider : ridden.outcome().riders()) {
            Optional<Pull> pull = ridden.plan().pulls().stream()
                    .filter(each -> each.riderId().equals(rider.riderId()))
                    .findFirst();
            table.add(
                    rider.riderId(),
                    pull.map(found -> Units.plain(found.seconds())).orElse("-"),
                    pull.isPresent() ? "" : "sits on",
                    Units.watts(rider.meanPowerW()),
                    Units.watts(rider.normalizedPowerW()),
                    Units.percent(rider.leastBalanceFraction()),
                    Units.percent(rider.frontShare()),
                    group.names().getOrDefault(rider.riderId(), ""));
        }
        return table.lines();
    }
}
