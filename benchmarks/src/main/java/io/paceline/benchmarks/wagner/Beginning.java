package io.paceline.benchmarks.wagner;

import java.util.Optional;

/** The first segments of a race, ridden in one way. */
final class Beginning {
    final RaceState state;

    private final PursuitPhysics physics;
    private final double[] powerW;
    private final boolean[] handOver;
    private int handovers;

    /** The less, the more promising, s. */
    double rank;

    /** Nothing ridden yet. */
    Beginning(PursuitPhysics physics) {
        this.physics = physics;
        state = new RaceState(physics);
        powerW = new double[physics.pursuit.segments()];
        handOver = new boolean[physics.pursuit.handovers()];
    }

    private Beginning(Beginning other) {
        physics = other.physics;
        state = new RaceState(physics);
        state.copyFrom(other.state);
        powerW = other.powerW.clone();
        handOver = other.handOver.clone();
        handovers = other.handovers;
    }

    /** One segment further; empty if the team breaks up on it. */
    Optional<Beginning> ride(int segment, boolean change, double watts) {
        Beginning further = new Beginning(this);
        if (change) {
            further.state.handOver();
            further.handOver[segment - 1] = true;
            further.handovers++;
        }
        further.powerW[segment] = watts;
        boolean together = further.state.ride(physics.pursuit.segmentM(segment), watts);
        return together ? Optional.of(further) : Optional.empty();
    }

    double rank() {
        return rank;
    }

    int handovers() {
        return handovers;
    }

    /** The decisions so far; zeros and no changes after them. */
    Strategy strategy() {
        return new Strategy(powerW, handOver);
    }
}
