package io.paceline.optimizer.sensitivity;

import io.paceline.chase.Chase;
import java.util.function.Supplier;

/**
 * A choice of models that the answer may hang on.
 *
 * @param key for programs, such as {@code drag_table}
 * @param from what the chase has
 * @param to what it might have instead
 * @param at the chase with that
 */
public record Choice(String key, String from, String to, Supplier<Chase> at) {}
