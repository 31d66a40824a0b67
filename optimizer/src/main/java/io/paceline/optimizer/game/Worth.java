package io.paceline.optimizer.game;

/** What each coalition can get by itself, or what it costs: a game in characteristic form. */
@FunctionalInterface
public interface Worth {
    /** The worth of a coalition; asked more than once for the same one. */
    double of(Coalition coalition);
}
