package io.paceline.optimizer.game;

/** Whether the members of a coalition can shift their burdens among themselves. */
public enum Sharing {
    /** Each bears what the effort asks of him: nothing can be transferred. */
    AS_PLANNED,
    /** The members may split the sum of their burdens as they agree; nobody is paid for what he does, so no part is below 0. */
    POOLED
}
