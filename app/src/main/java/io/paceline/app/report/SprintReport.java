package io.paceline.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** A chase and the sprint after it, for people and for programs: the plan as every plan, then the train. */
public final class SprintReport {
    /** Half of the last digit that is printed, J. */
    private static final double LEAST_SHOWN_J = 50;

    private SprintReport() {}

    /** The report. */
    public static List<String> lines(Answer answer, SprintFacts sprint, Ansi ansi) {
        List<String> lines = new ArrayList<>(PlanText.lines(answer, ansi));
        sprint.ride().ifPresent(ride -> train(lines, sprint, ride, ansi));
        if (!sprint.tradeOff().isEmpty()) {
            tradeOff(lines, sprint, ansi);
        }
        if (!sprint.complete()) {
            lines.add("");
            lines.add("Stopped early: not every speed of the train was looked at to the end.");
        }
        return lines;
    }

    private static void train(List<String> lines, SprintFacts sprint, SprintFacts.Ride ride, Ansi ansi) {
        lines.add("");
        lines.add(Styled.text(ansi, "bold", "Train, each out after his turn"));
        Table table = new Table("<rider", "km to go", "m", "s", "km/h", "", "W mean", "W most", "least W' kJ");
        for (SprintFacts.Turn turn : ride.turns()) {
            table.add(
                    turn.rider(),
                    Units.fixed(2, turn.fromKmToGo()),
                    Units.fixed(0, turn.metres()),
                    Units.fixed(0, turn.seconds()),
                    Units.fixed(1, turn.fromKmh()),
                    "to " + Units.fixed(1, turn.toKmh()),
                    Units.watts(turn.meanW()),
                    Units.watts(turn.peakW()),
                    Units.kj(1, turn.leastBalanceJ()));
        }
        table.add(
                sprint.sprinter(),
                Units.fixed(2, sprint.dropM() / 1_000),
                Units.fixed(0, sprint.dropM()),
                Units.fixed(0, ride.sprintS()),
                Units.fixed(1, ride.dropKmh()),
                "to " + Units.fixed(1, ride.lineKmh()),
                Units.watts(ride.sprintW()),
                Units.watts(ride.sprintW()),
                Units.kj(1, ride.lineLeftJ()));
        lines.addAll(table.lines());
    }

    private static void tradeOff(List<String> lines, SprintFacts sprint, Ansi ansi) {
        lines.add("");
        lines.add(Styled.text(ansi, "bold", "Energy now against speed at the end"));
        Table table = new Table(
                "km/h at the drop",
                "chase kJ",
                "train costs kJ",
                "helpers at the catch kJ",
                "W' at the drop kJ",
                "last " + Units.fixed(0, sprint.dropM()) + " m s",
                "km/h at the line",
                "<");
        double aloneJ = sprint.aloneJ().orElse(0);
        for (SprintFacts.Row row : sprint.tradeOff()) {
            boolean can = row.feasible();
            table.add(
                    Units.fixed(1, row.dropKmh()),
                    can ? Units.kj(1, row.collectiveJ()) : "-",
                    can ? Units.kj(1, row.collectiveJ() - aloneJ) : "-",
                    can ? Units.kj(1, row.helpersLeftJ()) : "-",
                    can ? Units.kj(1, row.leftJ()) : "-",
                    can ? Units.fixed(1, row.sprintS()) : "-",
                    can ? Units.fixed(1, row.lineKmh()) : "-",
                    can ? remark(row) : fault(row));
        }
        lines.addAll(table.lines());
        lines.add(price(sprint));
    }

    private static String remark(SprintFacts.Row row) {
        String reserves = row.reserveShortJ() >= LEAST_SHOWN_J
                ? String.format(Locale.ROOT, "%s kJ of reserves short", Units.kj(1, row.reserveShortJ()))
                : "";
        return row.chosen() ? reserves.isEmpty() ? "this plan" : "this plan; " + reserves : reserves;
    }

    /** What the fastest train takes from the chase. */
    static String price(SprintFacts sprint) {
        Optional<SprintFacts.Row> fastest =
                sprint.tradeOff().stream().filter(SprintFacts.Row::feasible).reduce((slower, faster) -> faster);
        if (fastest.isEmpty()) {
            return "No speed that was tried can be ridden.";
        }
        SprintFacts.Row row = fastest.get();
        double aloneJ = sprint.aloneJ().orElse(row.collectiveJ());
        double moreJ = row.collectiveJ() - aloneJ;
        List<String> prices = new ArrayList<>();
        if (moreJ >= LEAST_SHOWN_J) {
            prices.add(
                    String.format(Locale.ROOT, "takes %s kJ more (%.2f %%)", Units.kj(1, moreJ), 100 * moreJ / aloneJ));
        }
        if (row.reserveShortJ() >= LEAST_SHOWN_J) {
            prices.add(String.format(
                    Locale.ROOT, "leaves its riders %s kJ less than their reserves", Units.kj(1, row.reserveShortJ())));
        }
        return prices.isEmpty()
                ? String.format(
                        Locale.ROOT,
                        "Up to %.1f km/h at the drop the train costs the chase nothing: what it needs is there at the catch or comes"
                                + " back before the train begins.",
                        row.dropKmh())
                : String.format(
                        Locale.ROOT,
                        "For %.1f km/h at the drop the chase %s: others pull, so that the helpers have W' left.",
                        row.dropKmh(),
                        String.join(" and ", prices));
    }

    private static String fault(SprintFacts.Row row) {
        if (row.shortJ() > 0) {
            return String.format(Locale.ROOT, "no: %s kJ short", Units.kj(1, row.shortJ()));
        }
        return row.tooStrongJ() > 0
                ? String.format(Locale.ROOT, "no: %s kJ above Pmax", Units.kj(1, row.tooStrongJ()))
                : "no: no chase found for it";
    }

    /** What the train does, as a sentence. */
    public static String sentence(SprintFacts sprint) {
        Optional<SprintFacts.Ride> found = sprint.ride();
        if (found.isEmpty()) {
            return sprint.tradeOff().isEmpty()
                    ? "Without a catch there is no sprint to lead " + sprint.sprinter() + " out for."
                    : "No train was found that can be ridden so fast: let it be longer or slower, name other riders, or catch"
                            + " with more left.";
        }
        SprintFacts.Ride ride = found.get();
        return String.format(
                Locale.ROOT,
                "Then %s is led out by %s and dropped off %.0f m before the line at %.1f km/h with %s kJ of W'; at %s W he is at"
                        + " the line with %.1f km/h.",
                sprint.sprinter(),
                String.join(
                        ", then ",
                        ride.turns().stream().map(SprintFacts.Turn::rider).toList()),
                sprint.dropM(),
                ride.dropKmh(),
                Units.kj(1, ride.leftJ()),
                Units.watts(ride.sprintW()),
                ride.lineKmh());
    }

    /** The whole document. */
    public static String json(Answer answer, SprintFacts sprint) {
        return PlanJson.of(answer, json -> write(json, sprint));
    }

    private static void write(JsonGenerator json, SprintFacts sprint) throws IOException {
        json.writeObjectFieldStart("sprint");
        json.writeBooleanField("feasible", sprint.ride().isPresent());
        json.writeStringField("sprinter", sprint.sprinter());
        json.writeNumberField("dropM", sprint.dropM());
        if (sprint.ride().isPresent()) {
            write(json, sprint.ride().get());
        } else {
            json.writeNullField("ride");
        }
        if (sprint.aloneJ().isPresent()) {
            json.writeNumberField("aloneJ", sprint.aloneJ().getAsDouble());
        } else {
            json.writeNullField("aloneJ");
        }
        json.writeArrayFieldStart("tradeOff");
        for (SprintFacts.Row row : sprint.tradeOff()) {
            json.writeStartObject();
            json.writeNumberField("dropKmh", row.dropKmh());
            json.writeBooleanField("feasible", row.feasible());
            json.writeNumberField("collectiveJ", row.collectiveJ());
            json.writeNumberField("reserveShortJ", row.reserveShortJ());
            json.writeNumberField("helpersLeftJ", row.helpersLeftJ());
            json.writeNumberField("leftJ", row.leftJ());
            json.writeNumberField("sprintS", row.sprintS());
            json.writeNumberField("lineKmh", row.lineKmh());
            json.writeNumberField("shortJ", row.shortJ());
            json.writeNumberField("tooStrongJ", row.tooStrongJ());
            json.writeBooleanField("chosen", row.chosen());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("evaluations", sprint.evaluations());
        json.writeBooleanField("complete", sprint.complete());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SprintFacts.Ride ride) throws IOException {
        json.writeObjectFieldStart("ride");
        json.writeArrayFieldStart("train");
        for (SprintFacts.Turn turn : ride.turns()) {
            json.writeStartObject();
            json.writeStringField("rider", turn.rider());
            json.writeNumberField("fromKmToGo", turn.fromKmToGo());
            json.writeNumberField("metres", turn.metres());
            json.writeNumberField("seconds", turn.seconds());
            json.writeNumberField("fromKmh", turn.fromKmh());
            json.writeNumberField("toKmh", turn.toKmh());
            json.writeNumberField("meanW", turn.meanW());
            json.writeNumberField("peakW", turn.peakW());
            json.writeNumberField("leastBalanceJ", turn.leastBalanceJ());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("trainS", ride.trainS());
        json.writeNumberField("dropKmh", ride.dropKmh());
        json.writeNumberField("leftJ", ride.leftJ());
        json.writeNumberField("sprintW", ride.sprintW());
        json.writeNumberField("sprintS", ride.sprintS());
        json.writeNumberField("lineKmh", ride.lineKmh());
        json.writeNumberField("lineLeftJ", ride.lineLeftJ());
        json.writeEndObject();
    }
}
