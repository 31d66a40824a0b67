package io.paceline.app.report;

import io.paceline.chase.RiderOutcome;
import io.paceline.plan.Pull;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** A plan as a coach reads it. */
public final class PlanText {
    private final Answer answer;
    private final Ansi ansi;
    private final List<String> lines = new ArrayList<>();

    private PlanText(Answer answer, Ansi ansi) {
        this.answer = answer;
        this.ansi = ansi;
    }

    /**
     * The report.
     *
     * @param ansi whether to use colours
     */
    public static List<String> lines(Answer answer, Ansi ansi) {
        PlanText text = new PlanText(answer, ansi);
        text.write();
        return text.lines;
    }

    private void write() {
        List<String> explanation = answer.explanation();
        lines.add(bold(answer.scenario().name()));
        lines.add(styled(answer.outcome().feasible() ? "bold,green" : "bold,red", explanation.get(0)));
        explanation.stream().skip(1).forEach(lines::add);
        Warning.of(answer.scenario().chase(), answer.outcome())
                .forEach(warning -> lines.add("Warning: " + warning.sentence()));
        line();
        sectors();
        riders();
        lines.addAll(BreakText.lines(answer.scenario().breakRiders(), ansi));
        hangsOn();
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Together %s kJ at the pedals, %s kJ of food.%s",
                Units.kj(0, answer.outcome().collectiveJ()),
                Units.kj(0, answer.outcome().metabolicJ()),
                answer.search()
                        .map(s -> String.format(
                                Locale.ROOT,
                                " Searched %.1f s, %,d plans, seed %d.",
                                s.wallS(),
                                s.evaluations(),
                                s.seed()))
                        .orElse("")));
        answer.bounds().forEach(bound -> lines.add("Proved: " + bound.sentence() + "."));
    }

    private void line() {
        title("Line at the launch, front first");
        Table table = new Table("", "<rider", "pull s", "<", "<name");
        int place = 1;
        for (Pull pull : answer.plan().pulls()) {
            String burned = pull.burnedAfterTurns() > 0 ? "then out after turn " + pull.burnedAfterTurns() : "";
            table.add(String.valueOf(place++), pull.riderId(), seconds(pull.seconds()), burned, name(pull.riderId()));
        }
        for (String id : answer.plan().sitsOn()) {
            table.add(String.valueOf(place++), id, "-", "sits on", name(id));
        }
        lines.addAll(table.lines());
    }

    private static String seconds(double seconds) {
        return seconds == Math.rint(seconds) ? Units.fixed(0, seconds) : Units.fixed(1, seconds);
    }

    private String name(String id) {
        return answer.scenario().names().getOrDefault(id, "");
    }

    private void sectors() {
        title("Pace (effort 100 % is even power; W means all riders, and the one in front)");
        Table table = new Table("km to go", "", "slope %", "headwind m/s", "effort %", "km/h", "W mean", "W front");
        for (SectorRide sector : answer.sectors()) {
            table.add(
                    Units.km(sector.fromKm()),
                    "to " + Units.km(sector.toKm()),
                    Units.fixed(1, sector.gradient() * 100),
                    Units.fixed(1, sector.headwindMPerS()),
                    Units.percent(sector.effort()),
                    Units.kmh(sector.speedMPerS()),
                    Units.watts(sector.meanW()),
                    Units.watts(sector.leaderW()));
        }
        lines.addAll(table.lines());
    }

    private void riders() {
        title("Riders, from the start to the catch");
        Table table = new Table(
                "<rider", "work kJ", "mean W", "NP W", "above CP kJ", "least W' kJ", "least W' %", "front %", "turns");
        for (RiderOutcome rider : answer.outcome().riders()) {
            table.add(
                    rider.riderId(),
                    Units.kj(0, rider.workJ()),
                    Units.watts(rider.meanPowerW()),
                    Units.watts(rider.normalizedPowerW()),
                    Units.kj(1, rider.aboveCriticalPowerJ()),
                    Units.kj(1, rider.leastBalanceJ()),
                    Units.percent(rider.leastBalanceFraction()),
                    Units.percent(rider.frontShare()),
                    String.valueOf(rider.turns()));
        }
        lines.addAll(table.lines());
    }

    private void hangsOn() {
        answer.hangsOn().ifPresent(tornado -> {
            title("What it hangs on most, with this plan held");
            lines.addAll(TornadoText.hinges(tornado));
        });
    }

    private void title(String title) {
        lines.add("");
        lines.add(bold(title));
    }

    private String bold(String text) {
        return styled("bold", text);
    }

    private String styled(String style, String text) {
        return Styled.text(ansi, style, text);
    }
}
