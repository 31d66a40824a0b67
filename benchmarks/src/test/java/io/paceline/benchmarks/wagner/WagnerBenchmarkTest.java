package io.paceline.benchmarks.wagner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WagnerBenchmarkTest {
    @Test // published: the rows of the file, read by hand
    void readsThePublishedResults() {
        assertThat(Published.of(Instance.MEN_PACING)).isEqualTo(new Published(258.50, "DE", 260.49, "DE"));
        assertThat(Published.of(Instance.WOMEN_PACING)).isEqualTo(new Published(217.12, "NGOpt10", 217.12, "NGOpt10"));
        assertThat(Published.of(Instance.MEN_BOTH_CAPPED).bestS()).isEqualTo(338.16);
        assertThat(Published.of(Instance.WOMEN_TRANSITIONS).bestS()).isEqualTo(214.08);
    }

    @Test
    void aRowSaysHowManySeedsReachThePublishedBest() {
        Strategy none = new Strategy(new double[0], new boolean[0]);
        WagnerReport.Row row = new WagnerReport.Row(
                Instance.MEN_PACING,
                Published.of(Instance.MEN_PACING),
                List.of(
                        new WagnerSolver.SearchResult(258.50, none, 1, 3_000, 1),
                        new WagnerSolver.SearchResult(259.50, none, 1, 3_000, 1)),
                List.of());
        assertThat(row.markdown())
                .isEqualTo("| men pacing only (transitions alternate) | 258.50 (DE) | 260.49 (DE) | 258.50 | 259.00 |"
                        + " 259.50 | 1 of 2 | - |");
        assertThat(row.json()).contains("\"timesS\": [258.50, 259.50], \"evaluations\": [3000, 3000]");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WagnerBenchmark.Options.parse("--evals", "5"))
                .withMessage("--evals: expected --evaluations N, --seeds N, --long N, --prove or --json FILE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WagnerBenchmark.Options.parse("--seeds", "0"))
                .withMessage("--seeds = 0 is below 1");
    }
}
