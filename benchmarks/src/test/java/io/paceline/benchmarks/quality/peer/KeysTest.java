package io.paceline.benchmarks.quality.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final DraftSpace space = Instance.ROLLING_6_LIMIT.space();
    private final Keys keys = new Keys(space);

    @Test
    void aDraftSurvivesItsKeys() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            Draft draft = Starts.random(space, random);
            Draft back = keys.decode(keys.encode(draft));
            assertThat(back.rider).as("seed 5 trial " + trial).isEqualTo(draft.rider);
            assertThat(back.seconds).as("seed 5 trial " + trial).isEqualTo(draft.seconds);
            assertThat(back.effort).as("seed 5 trial " + trial).isEqualTo(draft.effort);
        }
    }

    @Test
    void anyKeysAreADraft() {
        Random random = new Random(6);
        for (int trial = 0; trial < 200; trial++) {
            Draft draft = keys.decode(random.doubles(keys.size()).toArray());
            assertThat(Arrays.stream(draft.rider).sorted()).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(Arrays.stream(draft.seconds)).allMatch(s -> s == 0 || s >= 10 && s <= 600 && s % 5 == 0);
            assertThat(draft.seconds[Arrays.stream(draft.rider).boxed().toList().indexOf(5)])
                    .as("the protected rider")
                    .isZero();
        }
    }
}
