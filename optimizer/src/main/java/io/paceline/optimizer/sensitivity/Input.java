package io.paceline.optimizer.sensitivity;

import io.paceline.chase.Chase;
import java.util.function.DoubleFunction;

/**
 * A number that the answer may hang on.
 *
 * @param key for programs, such as {@code gap}
 * @param unit of its values, SI; empty for a pure number
 * @param base its value in the chase
 * @param step the standard change: about how well such a number is known
 * @param least value that makes sense
 * @param most value that makes sense
 * @param at the chase with another value, with the sectors of the first; throws {@link IllegalArgumentException} where there is none
 */
public record Input(
        String key, String unit, double base, double step, double least, double most, DoubleFunction<Chase> at) {

    /** @throws IllegalArgumentException if the step is not above 0, or the base is outside its own range */
    public Input {
        if (!(step > 0)) {
            throw new IllegalArgumentException("input " + key + ": step = " + step + " is not above 0.");
        }
        if (!(base >= least && base <= most)) {
            throw new IllegalArgumentException(
                    "input " + key + " = " + base + " is outside [" + least + ", " + most + "].");
        }
    }
}
