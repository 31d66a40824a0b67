package io.paceline.rider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.testing.Csv;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The balance against closed forms worked out elsewhere. */
class PublishedBalanceTest {
    /** Half of the sixth printed decimal. */
    private static final double PRINTED_J = 6e-7;

    private static double number(Map<String, String> row, String column) {
        String text = row.get(column);
        return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    @Test
    void elevenPiecesOfConstantPower() {
        List<Map<String, String>> rows = Csv.read("/io/paceline/rider/wbal_exact_vectors.csv");
        assertThat(rows).hasSize(33);
        Map<String, WBalance> balances = new HashMap<>();
        balances.put("fsc", new WBalance(RecoveryModel.CONSERVATIVE, 400, 20_000, 1));
        balances.put("bartram", new WBalance(RecoveryModel.ELITE, 400, 20_000, 1));
        int skipped = 0;
        for (Map<String, String> row : rows) {
            if (row.get("model").equals("skiba2012_integral_tau400")) {
                skipped++; // the integral model of 2012 is not in the library
                continue;
            }
            WBalance balance = balances.get(row.get("model"));
            balance.hold(number(row, "power_w"), number(row, "duration_s"));
            // the elite vectors are those of the model without the linear bound
            assertThat(20_000 - balance.deficitJ()).as("%s", row).isCloseTo(number(row, "wbal_j"), within(PRINTED_J));
        }
        assertThat(skipped).isEqualTo(11);
    }

    @Test
    void steadyRotationsReachTheirPeakDeficit() {
        List<Map<String, String>> rows = Csv.read("/io/paceline/rider/rotation_steady_state.csv");
        assertThat(rows).hasSize(90);
        for (Map<String, String> row : rows) {
            assertRotation(row, RecoveryModel.CONSERVATIVE, "fsc");
            assertRotation(row, RecoveryModel.ELITE, "bartram");
        }
    }

    private static void assertRotation(Map<String, String> row, RecoveryModel model, String name) {
        double wPrimeJ = number(row, "wprime_j");
        WBalance balance = new WBalance(model, number(row, "cp_w"), wPrimeJ, 1);
        double peakJ = 0;
        double exhaustedIn = Double.POSITIVE_INFINITY;
        for (int pull = 1; pull <= 20_000; pull++) {
            balance.hold(number(row, "p_pull_w"), number(row, "t_pull_s"));
            peakJ = balance.deficitJ();
            if (peakJ >= wPrimeJ && exhaustedIn > pull) {
                exhaustedIn = pull;
            }
            balance.hold(number(row, "p_draft_w"), number(row, "t_rec_s"));
        }
        assertThat(peakJ)
                .as("%s peak, printed with 2 decimals, %s", name, row)
                .isCloseTo(number(row, name + "_peak_deficit_j"), within(0.005 + 1e-6));
        assertThat(exhaustedIn).as("%s pulls, %s", name, row).isEqualTo(number(row, name + "_pulls_to_exhaustion"));
    }

    @Test
    void theLinearBoundEndsWhatEliteAloneWouldRideForEver() {
        List<Map<String, String>> rows = Csv.read("/io/paceline/rider/energy_consistency_vectors.csv");
        assertThat(rows).hasSize(4);
        for (Map<String, String> row : rows) {
            assertThat(exhaustedAfterS(row, RecoveryModel.CONSERVATIVE, true))
                    .as("fsc, %s", row)
                    .isCloseTo(number(row, "tte_fsc_s"), within(0.0006));
            assertThat(exhaustedAfterS(row, RecoveryModel.ELITE, false))
                    .as("elite alone, %s", row)
                    .isEqualTo(number(row, "tte_bartram_s"));
            assertThat(exhaustedAfterS(row, RecoveryModel.ELITE, true))
                    .as("elite, %s", row)
                    .isCloseTo(number(row, "tte_bartram_plus_linear_bound_s"), within(0.0006));
        }
    }

    /** Within ten hours; the time at which the balance crosses 0 in a piece above CP, where it is a straight line. */
    private static double exhaustedAfterS(Map<String, String> row, RecoveryModel model, boolean bounded) {
        double wPrimeJ = number(row, "wprime_j");
        WBalance balance = new WBalance(model, number(row, "cp_w"), wPrimeJ, 1);
        double timeS = 0;
        while (timeS < 36_000) {
            double leftJ = bounded ? balance.balanceJ() : wPrimeJ - balance.deficitJ();
            double workS = number(row, "t_work");
            double aboveW = number(row, "p_work") - number(row, "cp_w");
            if (aboveW * workS >= leftJ) {
                return timeS + leftJ / aboveW;
            }
            balance.hold(number(row, "p_work"), workS);
            balance.hold(number(row, "p_rec"), number(row, "t_rec"));
            timeS += workS + number(row, "t_rec");
        }
        return Double.POSITIVE_INFINITY;
    }

    @Test
    void figuresOfWholeRides() {
        List<Map<String, String>> rows = Csv.read("/io/paceline/rider/energy_metrics_vectors.csv");
        assertThat(rows).hasSize(4);
        int[][] hardW = {{335, 335, 60, 60}, {500, 280, 30, 90}, {500, 280, 60, 180}, {500, 280, 15, 45}};
        for (int i = 0; i < hardW.length; i++) {
            Map<String, String> row = rows.get(i);
            double[] powerW = new double[1_200];
            WBalance balance = new WBalance(RecoveryModel.CONSERVATIVE, 400, 20_000, 1);
            double workJ = 0;
            for (int s = 0; s < powerW.length; s++) {
                powerW[s] = s % (hardW[i][2] + hardW[i][3]) < hardW[i][2] ? hardW[i][0] : hardW[i][1];
                balance.hold(powerW[s], 1);
                workJ += powerW[s];
            }
            assertThat(PowerMetrics.normalizedPowerW(powerW))
                    .as("NP, %s", row)
                    .isCloseTo(number(row, "np30_w"), within(0.0005 + 1e-9));
            assertThat(PowerMetrics.xPowerW(powerW))
                    .as("xPower, %s", row)
                    .isCloseTo(number(row, "xpower_w"), within(0.0005 + 1e-9));
            assertThat(workJ).as("%s", row).isEqualTo(1_000 * number(row, "mech_work_kj"));
            assertThat(workJ / Rider.DEFAULT_EFFICIENCY / 1_000)
                    .as("%s", row)
                    .isCloseTo(number(row, "metabolic_kj_ge0.23"), within(0.005 + 1e-9));
            assertThat(balance.aboveCriticalPowerJ()).as("%s", row).isEqualTo(number(row, "work_above_cp400_j"));
            assertThat(balance.leastBalanceJ())
                    .as("%s", row)
                    .isCloseTo(number(row, "min_wbal_fsc_j_cp400_w20k"), within(0.05 + 1e-9));
        }
    }

    @Test
    void noSamplesAreNoPower() {
        assertThat(PowerMetrics.normalizedPowerW(new double[0])).isZero();
        assertThat(PowerMetrics.xPowerW(new double[0])).isZero();
    }
}
