package io.paceline.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.rider.RecoveryModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page is up to date, and what it says of recovery, which no test of core has, is what other programs found. */
class AccuracyPageTest {
    private static final String FOLDER = "/io/paceline/benchmarks/accuracy/";
    private static final Path PAGE = Path.of("../docs/accuracy.md");

    @Test
    void thePageSaysWhatTheCodeComputes() throws IOException {
        assertThat(AccuracyPage.text())
                .as("docs/accuracy.md is out of date: java -cp benchmarks/target/benchmarks.jar"
                        + " io.paceline.benchmarks.accuracy.AccuracyPage docs/accuracy.md")
                .isEqualTo(Files.readString(PAGE));
    }

    @Test
    void recoveryIsWhatTheDataPredictForBothModels() {
        for (Published row : Published.read(FOLDER + "recovery_ratios.csv", 31)) {
            // two printed decimals
            assertThat(RecoverySection.recoveredPct(RecoveryModel.CONSERVATIVE, row))
                    .as("%s", row)
                    .isCloseTo(row.number("pred_fsc_skiba2015"), within(0.0051));
            assertThat(RecoverySection.recoveredPct(RecoveryModel.ELITE, row))
                    .as("%s", row)
                    .isCloseTo(row.number("pred_bartram2018"), within(0.0051));
        }
    }

    @Test
    void theTimesOfIntermittentRidesAreThoseOfTheData() {
        int finite = 0;
        for (Published row : Published.read(FOLDER + "chidnok2012_intermittent_tte.csv", 3)) {
            double predictedS = row.number("pred_fsc_skiba2015");
            double foundS = RecoverySection.exhaustedS(row, RecoveryModel.CONSERVATIVE);
            if (Double.isInfinite(predictedS)) {
                assertThat(foundS).isInfinite();
            } else {
                finite++;
                assertThat(foundS).as("%s", row).isCloseTo(predictedS, within(0.0051));
            }
            // our bound can only end a ride sooner
            assertThat(RecoverySection.exhaustedS(row, RecoveryModel.ELITE))
                    .isLessThanOrEqualTo(row.number("pred_bartram2018"));
        }
        assertThat(finite).isEqualTo(2);
    }

    @Test
    void aFileThatWasCutDoesNotPass() {
        assertThatThrownBy(() -> Published.read(FOLDER + "edwards_byrnes2007.csv", 4))
                .hasMessage(FOLDER + "edwards_byrnes2007.csv has 3 rows, not 4.");
    }
}
