package io.paceline.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.road.Air;
import io.paceline.road.Stretch;
import io.paceline.testing.Csv;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Martin's equation against the worked example of the paper and 150 cases of another program. */
class PublishedPowerTest {
    /** Doubles in, doubles out: only the order of the operations differs. */
    private static final double RELATIVE = 1e-12;
    /** The smallest coefficient is 1e-3 of a newton. */
    private static final double WATT = 1e-9;

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static void assertTerm(double actual, Map<String, String> row, String column) {
        double published = number(row, column);
        assertThat(actual)
                .as("%s of %s", column, row.get("case"))
                .isCloseTo(published, within(WATT + RELATIVE * Math.abs(published)));
    }

    @Test
    void everyTermOfTheHundredAndFiftyCases() {
        List<Map<String, String>> rows = Csv.read("/io/paceline/power/martin1998_rouleur.csv");
        assertThat(rows).hasSize(150);
        int fromBehind = 0;
        for (Map<String, String> row : rows) {
            double v = number(row, "rider_velocity_mps");
            double headwind = number(row, "air_velocity_mps") - v;
            double massKg = number(row, "mass_total_kg");
            assertThat(number(row, "g")).isEqualTo(RoadLoad.GRAVITY_M_PER_S2);
            assertThat(number(row, "wheel_inertia")).isEqualTo(RoadLoad.WHEEL_INERTIA_KG_M2);
            assertThat(number(row, "tire_radius_m")).isEqualTo(RoadLoad.TYRE_RADIUS_M);
            Stretch stretch = new Stretch(1, number(row, "road_gradient"), 0, headwind, number(row, "Crr"));
            Drivetrain chain = new Drivetrain(number(row, "chain_efficiency"), number(row, "Fw"));
            RoadLoad load =
                    RoadLoad.of(stretch, new Air(number(row, "air_density")), chain, massKg, number(row, "CdA"));
            double kineticW = load.kineticPowerW(
                    massKg, number(row, "v_initial_mps"), number(row, "v_final_mps"), number(row, "delta_time_s"));
            assertTerm(kineticW * load.efficiency(), row, "P_ke_W");
            double airSpeed = v + headwind;
            double airW = load.airKgPerM() * airSpeed * Math.abs(airSpeed) * v;
            double totalW = load.powerW(v) + kineticW;
            if (airSpeed < 0) {
                // that program squares the air speed, so a wind from behind would brake; ours pushes
                fromBehind++;
                totalW -= 2 * airW / load.efficiency();
                airW = -airW;
            }
            assertTerm(airW, row, "P_air_W");
            assertTerm(totalW, row, "P_total_W");
            assertTerm((RoadLoad.BEARING_N + RoadLoad.BEARING_N_S_PER_M * v) * v, row, "P_bearing_W");
            double rollAndClimb = number(row, "P_roll_W") + number(row, "P_pe_W");
            assertThat((load.constantN() - RoadLoad.BEARING_N) * v)
                    .as("rolling and climbing of %s", row.get("case"))
                    .isCloseTo(rollAndClimb, within(WATT + RELATIVE * Math.abs(rollAndClimb)));
        }
        assertThat(fromBehind).isEqualTo(8);
    }

    @Test
    void theWorkedExampleOfThePaper() {
        List<Map<String, String>> rows = Csv.read("/io/paceline/power/martin1998_appendix1_validation.csv");
        assertThat(rows).hasSize(8);
        // V_G 8.36 m/s, 2.55 m/s against, 90 kg, 0.3 %: line 1 of the file
        Stretch stretch = new Stretch(471.8, 0.003, 0, 2.55, 0.0032);
        RoadLoad load = RoadLoad.of(stretch, new Air(1.2234), Drivetrain.MARTIN_1998, 90, 0.2565);
        double totalW = load.powerW(8.36) + load.kineticPowerW(90, 8.28, 8.45, 56.42);
        assertThat(totalW)
                .as("printed 213.3 W; the paper rounds each term to 0.1 W first and takes g = 9.81")
                .isCloseTo(number(rows.get(6), "published_w"), within(0.1));
        // 11 m/s, no wind, no slope, 0.264 m2, 81.9 kg, sea level: "255 W"
        RoadLoad flat =
                RoadLoad.of(new Stretch(1, 0, 0, 0, 0.0032), new Air(1.2234), Drivetrain.MARTIN_1998, 81.9, 0.264);
        assertThat(flat.powerW(11))
                .as("printed without decimals")
                .isCloseTo(number(rows.get(7), "published_w"), within(0.5));
    }

    @Test
    void theConstantsOfThePaper() {
        List<Map<String, String>> rows = Csv.read("/io/paceline/power/martin1998_parameters.csv");
        assertThat(rows).hasSize(12);
        for (Map<String, String> row : rows) {
            switch (row.get("symbol")) {
                case "Fw" ->
                    assertThat(Drivetrain.MARTIN_1998.wheelDragAreaM2()).isEqualTo(number(row, "value"));
                case "E_C" -> assertThat(Drivetrain.MARTIN_1998.efficiency()).isEqualTo(number(row, "value"));
                case "bearing_b0" -> assertThat(RoadLoad.BEARING_N).isEqualTo(number(row, "value"));
                case "bearing_b1" -> assertThat(RoadLoad.BEARING_N_S_PER_M).isEqualTo(number(row, "value"));
                case "I_two_wheels" -> assertThat(RoadLoad.WHEEL_INERTIA_KG_M2).isEqualTo(number(row, "value"));
                case "r" -> assertThat(RoadLoad.TYRE_RADIUS_M).isEqualTo(number(row, "value"));
                case "g" ->
                    assertThat(RoadLoad.GRAVITY_M_PER_S2)
                            .as("standard gravity; the paper rounds it")
                            .isCloseTo(number(row, "value"), within(0.005));
                default ->
                    assertThat(row.get("symbol"))
                            .as("a figure of the paper's riders or of its fit, no constant of the equation")
                            .isIn(
                                    "CdA_mean_subject",
                                    "Crr",
                                    "SE_model_vs_SRM",
                                    "R2_model_vs_SRM",
                                    "velocity_vs_grade_255W");
            }
        }
    }

    @Test
    void theFigureOfSpeedAgainstGradientAt255Watts() {
        // figure 4: 11.26 - 1.25 G m/s, a straight line fitted to -6..+6 %, which bends in truth; near the middle it
        // holds
        for (double percent = -1; percent <= 1; percent += 0.5) {
            RoadLoad load = RoadLoad.of(
                    new Stretch(1, percent / 100, 0, 0, 0.0032), new Air(1.2234), Drivetrain.MARTIN_1998, 81.9, 0.264);
            assertThat(load.speedMPerS(255))
                    .as("gradient %s %%; a straight line through a curve", percent)
                    .isCloseTo(11.26 - 1.25 * percent, within(0.45));
        }
    }
}
