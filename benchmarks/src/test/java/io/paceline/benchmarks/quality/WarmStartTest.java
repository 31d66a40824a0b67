package io.paceline.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.rider.Rider;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class WarmStartTest {
    private static Cost joules(double soft) {
        return new Cost(0, 0, soft);
    }

    @Test
    void aGapAndAWindMoveTheTimeThatIsLeftAndADroppedRiderIsGone() {
        Chase before = Instance.ROLLING_5_HARD.chase();
        double targetS = ChaseKernel.compile(before).targetS();

        assertThat(targetS(Event.NEARER)).isCloseTo(targetS + 15, within(1e-6)); // differences of some thousand seconds
        assertThat(targetS(Event.FURTHER)).isCloseTo(targetS - 5, within(1e-6));
        assertThat(targetS(Event.WINDIER)).isGreaterThan(targetS + 1);
        assertThat(targetS(Event.DROPPED)).isEqualTo(targetS);
        assertThat(Event.DROPPED.after(Instance.ROLLING_5_HARD).team().riders().stream()
                        .map(Rider::id))
                .containsExactly("R2", "R3", "R4", "R5");
        assertThat(Event.WINDIER.after(Instance.ROLLING_5_HARD).team()).isEqualTo(before.team());
    }

    private static double targetS(Event event) {
        return ChaseKernel.compile(event.after(Instance.ROLLING_5_HARD)).targetS();
    }

    @Test
    void aRowComparesMediansAndSeedsWithSeeds() {
        WarmRow row = new WarmRow(
                "flat-2-easy",
                "nearer",
                List.of(joules(1_000), joules(1_010), joules(1_002)),
                List.of(joules(1_001), joules(1_020), joules(1_002.05)));

        // 1 001 is 0.1 % over 1 000, 1 020 is 1 % over 1 010; 0.05 in 1 002 is 0.005 %, less than can be told
        assertThat(row.asGood()).isEqualTo(1);
        assertThat(row.held()).isTrue();
        assertThat(row.markdown())
                .isEqualTo("| flat-2-easy | nearer | 1000 | 0.200 | 1.000 | 0.205 | 2.000 | 1 of 3 |");

        WarmRow worse = new WarmRow("flat-2-easy", "further", List.of(joules(1_000)), List.of(joules(1_001)));
        assertThat(worse.held()).isFalse();
        assertThat(WarmRow.summary(List.of(row, worse))).startsWith("In 1 of 2 cases the median");
    }

    @Test
    void whereNoPlanKeepsTheReservesTheNearerOneIsBetter() {
        Cost far = new Cost(5, 100, 900);
        Cost near = new Cost(4, 100, 950);

        assertThat(new WarmRow("a", "b", List.of(far), List.of(near)).held()).isTrue();
        WarmRow worse = new WarmRow("a", "b", List.of(near), List.of(far));
        assertThat(worse.held()).isFalse();
        assertThat(worse.asGood()).isZero();
        assertThat(worse.markdown()).isEqualTo("| a | b | 950, 4 J overdrawn | 0.000 | 0.000 | - | - | 0 of 1 |");
    }

    @Test
    void everyLongSearchNeedsAShortOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WarmRow("a", "b", List.of(joules(1)), List.of()))
                .withMessage(
                        "quality: 1 long searches and 0 short ones. There must be as many of each, and one at least.");
    }

    /** A tenth of the plans, as in a second of ten. */
    @Test
    void shortSearchesFromThePlanBeforeAreMeasuredBesideLongOnesFromNothing() {
        StringWriter out = new StringWriter();
        CommandLine line = Quality.commandLine().setOut(new PrintWriter(out));
        int code = line.execute(
                "warm",
                "--instances=flat-4",
                "--seeds=1",
                "--cold-evaluations=4000",
                "--evaluations=400",
                "--warm-seconds=1000",
                "--cold-seconds=1000");

        assertThat(code).isZero();
        List<String> rows = out.toString().lines().toList();
        Event[] events = Event.values();
        assertThat(rows).hasSize(2 + 4 + 1);
        for (int i = 0; i < 4; i++) {
            String[] cells = rows.get(2 + i).split(" *\\| *", -1);
            assertThat(cells[2]).isEqualTo(events[i].title());
            assertThat(Double.parseDouble(cells[6]))
                    .as("a plan carried over is near the best already: " + rows.get(2 + i))
                    .isLessThan(0.2);
        }
        assertThat(rows.get(6)).startsWith("In ").contains(" of 4 cases the median");
    }
}
