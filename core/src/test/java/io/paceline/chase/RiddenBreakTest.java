package io.paceline.chase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.paceline.road.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiddenBreakTest {
    /** 5 km at 10 m/s, then 5 km at 12.5 m/s. */
    private final RiddenBreak ride = new RiddenBreak(30, List.of(5_000.0, 10_000.0), List.of(500.0, 900.0));

    private static Stretch flat(double lengthM) {
        return new Stretch(lengthM, 0, 0, 0, 0.004);
    }

    @Test
    void isWhereItsPlanSaysHoweverTheRoadIsCut() {
        double[] timesS = ride.timesS(List.of(flat(2_500), flat(2_500), flat(2_000), flat(3_000)));

        // 2500/10; 5000/10; 500 + 2000/12.5; 500 + 5000/12.5
        assertThat(timesS).containsExactly(new double[] {250, 500, 660, 900}, within(1e-9));
        assertThat(ride.gapS()).isEqualTo(30);
        assertThat(ride.withGapS(31).gapS()).isEqualTo(31);
        assertThat(ride.withGapS(31).timesS(List.of(flat(5_000)))).containsExactly(500);
    }

    @Test
    void refusesARoadThatIsLongerThanItsRide() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ride.timesS(List.of(flat(10_001))))
                .withMessage(
                        "breakaway: its ride ends after 10000 m, and the chase goes on to 10001 m. Plan it to the finish.");
    }

    @Test
    void refusesWhatIsNoRide() {
        String message = "breakaway: 2 places with 2 times do not make a ride."
                + " Give at least one place, a time for each, both rising from above 0.";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiddenBreak(30, List.of(5_000.0, 4_000.0), List.of(1.0, 2.0)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiddenBreak(30, List.of(5_000.0, 6_000.0), List.of(1.0, 1.0)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiddenBreak(30, List.of(), List.of()))
                .withMessageStartingWith("breakaway: 0 places with 0 times");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiddenBreak(-1, List.of(1.0), List.of(1.0)))
                .withMessage(
                        "breakaway: gapS = -1.0 s is outside [0.0, 3600.0] s. Maybe it is in minutes, or the chase is ahead.");
    }
}
