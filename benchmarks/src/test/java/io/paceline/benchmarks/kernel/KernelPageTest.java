package io.paceline.benchmarks.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.rider.RecoveryModel;
import io.paceline.rider.WBalance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The worked example of docs/kernel.md, recomputed rotation by rotation. */
class KernelPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| [^|]+ \\| ([0-9.]+) \\|$");
    private static final int ROTATIONS = 10;
    private static final double HALF_LAST_DIGIT_J = 0.000_501;

    @Test
    void deficitOfTenRotations() throws IOException {
        Map<String, Double> page = page();
        WBalance balance = new WBalance(RecoveryModel.CONSERVATIVE, 400, 20_000, 1);
        double startJ = 0;
        for (int i = 0; i < ROTATIONS; i++) {
            startJ = balance.deficitJ();
            balance.hold(480, 60);
            balance.hold(320, 180);
            if (i == 0) {
                assertThat(page.get("c")).isCloseTo(balance.deficitJ(), within(HALF_LAST_DIGIT_J));
                // what one rotation leaves of the 4 800 J spent in it
                assertThat(page.get("r")).isCloseTo(balance.deficitJ() / 4_800, within(0.000_000_501));
            }
        }
        assertThat(page.get("start of the last rotation")).isCloseTo(startJ, within(HALF_LAST_DIGIT_J));
        assertThat(page.get("D_10")).isCloseTo(balance.deficitJ(), within(HALF_LAST_DIGIT_J));
        assertThat(page.get("worst moment")).isCloseTo(20_000 - balance.leastBalanceJ(), within(HALF_LAST_DIGIT_J));
        assertThat(page.get("least balance")).isCloseTo(balance.leastBalanceJ(), within(HALF_LAST_DIGIT_J));
    }

    @Test
    void linearBoundOfTenRotations() throws IOException {
        Map<String, Double> page = page();
        WBalance balance = new WBalance(RecoveryModel.ELITE, 400, 20_000, 1);
        double beforeJ = 0;
        for (int i = 0; i < ROTATIONS; i++) {
            beforeJ = balance.linearJ();
            balance.hold(380, 180);
            balance.hold(480, 60);
            if (i == 0) {
                assertThat(page.get("a")).isEqualTo(balance.linearJ());
            }
        }
        assertThat(page.get("b")).isEqualTo(balance.linearJ() - beforeJ);
        assertThat(page.get("L_10")).isEqualTo(balance.linearJ());
    }

    private static Map<String, Double> page() throws IOException {
        Path inModule = Path.of("..", "docs", "kernel.md");
        String text = Files.readString(Files.exists(inModule) ? inModule : Path.of("docs", "kernel.md"));
        Map<String, Double> values = new HashMap<>();
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            values.put(row.group(1), Double.parseDouble(row.group(2)));
        }
        assertThat(values).as("rows of the example").hasSize(9);
        return values;
    }
}
