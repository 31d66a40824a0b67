package io.paceline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.paceline.chase.ObservedBreak;
import io.paceline.chase.Outcome;
import io.paceline.chase.RiderOutcome;
import io.paceline.drafting.DragTables;
import io.paceline.power.Drivetrain;
import io.paceline.road.Air;
import io.paceline.road.Stretch;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked cases of the model's definition, within 1e-6 relative, as the definition asks. */
class LineCaseTest {
    private static final double RELATIVE = 1e-6;

    static Stream<LineCase> cases() {
        return LineCase.all().stream();
    }

    static Stream<JsonNode> breaks() {
        JsonNode all = LineCase.document().get("breaks");
        return IntStream.range(0, all.size()).mapToObj(all::get);
    }

    @Test
    void theFileHasItsEightLinesAndThreeBreaks() {
        assertThat(cases()).hasSize(8);
        assertThat(breaks()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void outcomeIsThatOfTheWorkedCase(LineCase worked) {
        Outcome outcome = ChaseKernel.compile(worked.chase()).evaluate(worked.plan());
        JsonNode expected = worked.expected();
        assertClose(outcome.evenPowerW(), expected.get("p0_w"), "P0");
        assertClose(outcome.timeS(), expected.get("time_s"), "time");
        assertClose(outcome.collectiveJ(), expected.get("collective_j"), "collective energy");
        for (int s = 0; s < outcome.speedsMPerS().size(); s++) {
            assertClose(outcome.speedsMPerS().get(s), expected.get("speeds_mps").get(s), "speed " + s);
        }
        assertThat(outcome.riders()).isNotEmpty();
        for (RiderOutcome rider : outcome.riders()) {
            String id = rider.riderId();
            assertClose(rider.workJ(), expected.get("work_j").get(id), "work " + id);
            assertClose(rider.leastBalanceJ(), expected.get("least_balance_j").get(id), "least balance " + id);
            assertClose(rider.frontS(), expected.get("front_s").get(id), "front " + id);
        }
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void breakTakesAsLongAsTheWorkedCase(JsonNode worked) {
        Air air = new Air(1.2);
        double fraction =
                DragTables.blocken2018().meanDragFraction(worked.get("riders").asInt(), 0.5);
        double massKg = worked.get("mass_kg").asDouble();
        double dragAreaM2 = worked.get("drag_area_m2").asDouble();
        double powerW = ObservedBreak.levelPowerW(
                worked.get("speed_flat_mps").asDouble(),
                0.004,
                massKg,
                dragAreaM2,
                fraction,
                air,
                Drivetrain.MARTIN_1998);
        ObservedBreak ahead = new ObservedBreak(
                0,
                worked.get("riders").asInt(),
                massKg,
                dragAreaM2,
                powerW,
                worked.get("decay_per_h").asDouble(),
                fraction,
                air,
                Drivetrain.MARTIN_1998,
                22);
        List<Stretch> road = LineCase.road(worked.get("road"), 0.004);
        double[] timesS = ahead.timesS(road);
        for (int s = 0; s < timesS.length; s++) {
            double seconds = timesS[s] - (s == 0 ? 0 : timesS[s - 1]);
            assertClose(seconds, worked.get("expected_seconds").get(s), "stretch " + s);
        }
    }

    private static void assertClose(double actual, JsonNode expected, String what) {
        double value = expected.asDouble();
        assertThat(actual).as(what).isCloseTo(value, within(RELATIVE * Math.max(1, Math.abs(value))));
    }
}
