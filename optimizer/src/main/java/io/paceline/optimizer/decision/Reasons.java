package io.paceline.optimizer.decision;

import io.paceline.optimizer.decision.Decider.Played;
import io.paceline.optimizer.decision.Decision.Action;
import io.paceline.optimizer.decision.Decision.Option;
import io.paceline.optimizer.game.JointTask;
import io.paceline.stakes.Stakes;
import java.util.List;
import java.util.Locale;

/** Says in one sentence why. */
final class Reasons {
    private final Stakes stakes;
    private final List<Played> played;
    private final List<Option> options;
    private final double finishGapS;

    Reasons(Stakes stakes, List<Played> played, List<Option> options, double finishGapS) {
        this.stakes = stakes;
        this.played = played;
        this.options = options;
        this.finishGapS = finishGapS;
    }

    /** Why to do something. */
    String act(Option option) {
        String who = together(option.teams());
        String worth = text(
                "it brings all teams together %.1f points and costs %.1f, with %.0f kJ more work for %s than in the bunch",
                option.gainPoints(), option.costPoints(), option.burdenJ() / 1_000, who);
        String others = others(option);
        return switch (option.action()) {
            case CHASE_NOW -> text("%s can catch from here, and nobody gains by leaving: %s%s.", who, worth, others);
            case WAIT ->
                text(
                        "A launch at %.1f km to go is cheaper and still safe for %s: %s%s.",
                        option.launchKmToGo(), who, worth, others);
            case HOLD ->
                text(
                        "A lead of %.0f s at the finish leaves the leader his place, where %.0f s would not: %s%s.",
                        stakes.holdAtS(), finishGapS, worth, others);
            case LET_GO -> letGo();
        };
    }

    private String others(Option option) {
        StringBuilder text = new StringBuilder();
        for (Option other : options) {
            if (other.action() != option.action() && other.action() != Action.LET_GO) {
                text.append(text.isEmpty() ? "; " : ", ").append(text("%s ", name(other.action())));
                text.append(
                        other.teams().isEmpty()
                                ? other.possible() ? nobodyHolds() : "is beyond all of them"
                                : text("would leave %.1f points, not %.1f", other.netPoints(), option.netPoints()));
            }
        }
        return text.toString();
    }

    private String nobodyHolds() {
        return text("holds no coalition%s together", planned(" that was planned"));
    }

    /** What is true of the coalitions planned, where they are not all. */
    private String planned(String words) {
        return stakes.teams().size() > JointTask.MOST_EXACT ? words : "";
    }

    private static String name(Action action) {
        return switch (action) {
            case CHASE_NOW -> "chasing from here";
            case WAIT -> "waiting";
            case HOLD -> "holding the gap";
            case LET_GO -> "letting go";
        };
    }

    /** Why to do nothing. */
    String letGo() {
        double limitS = stakes.classification().limitS();
        if (!(finishGapS > 0)) {
            return text(
                    "Nobody has to work: the bunch rolls past the break before the finish, %.0f s ahead.", -finishGapS);
        }
        String lead = text("the break would finish %.0f s ahead", finishGapS);
        String safe = finishGapS <= limitS && limitS < Double.POSITIVE_INFINITY
                ? text(", and the leader is safe up to %.0f s", limitS)
                : "";
        if (played.stream().noneMatch(Played::possible)) {
            return text("No plan was found with which even all teams together catch; %s%s.", lead, safe);
        }
        Played now = played.get(0);
        return Decider.cheapest(now.game())
                .map(cheapest -> {
                    double gain = 0;
                    for (int team = 0; team < now.game().players(); team++) {
                        gain += stakes.gainOfCatch(stakes.teams().get(team), finishGapS);
                    }
                    double net = now.game().totalPayoff(cheapest);
                    String why = net > 0
                            ? text(
                                    "no coalition%s holds together: whoever could do it has more if others do",
                                    planned(" that was planned"))
                            : "a catch costs more than it brings";
                    return text(
                            "%s%s, but %s (for %s, the cheapest%s, %.1f points against %.1f for all teams together).",
                            capital(lead),
                            safe,
                            why,
                            together(Decider.names(stakes, cheapest)),
                            planned(" planned"),
                            gain - net,
                            gain);
                })
                .orElseGet(() -> text("%s%s, and nothing that is worth its cost was found.", capital(lead), safe));
    }

    private static String together(List<String> teams) {
        int last = teams.size() - 1;
        return last < 1
                ? String.join("", teams)
                : String.join(", ", teams.subList(0, last)) + " and " + teams.get(last);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
