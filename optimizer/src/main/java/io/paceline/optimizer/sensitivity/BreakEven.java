package io.paceline.optimizer.sensitivity;

import java.util.Optional;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * The value of an input at which a plan goes from catching to not catching, or back. Looks outward from the value at hand in growing
 * steps on both sides; a root between two steps that agree is not seen. The nearer of two counts.
 */
final class BreakEven {
    /** Of the first step outward: a share of the standard change. */
    private static final double FIRST_STEP = 0.25;

    private static final double GROWTH = 1.6;
    /** Steps outward: {@code 0.25·(1.6^9 - 1)/0.6} or 28 standard changes; farther off, the plan does not hang on it. */
    private static final int MOST_STEPS = 9;

    /** Of the answer: a share of the standard change. */
    private static final double ACCURACY = 1e-4;

    private static final int MOST_EVALUATIONS = 100;

    private final Input input;
    private final Rereading plan;
    private final double now;

    BreakEven(Input input, Rereading plan, Reading now) {
        this.input = input;
        this.plan = plan;
        this.now = now.distance();
    }

    Optional<Double> find() {
        Optional<Double> up = find(1);
        Optional<Double> down = find(-1);
        if (up.isEmpty() || down.isEmpty()) {
            return up.isPresent() ? up : down;
        }
        return up.get() - input.base() <= input.base() - down.get() ? up : down;
    }

    private Optional<Double> find(int direction) {
        double near = input.base();
        double step = FIRST_STEP * input.step();
        for (int i = 0; i < MOST_STEPS; i++) {
            double far = Math.min(input.most(), Math.max(input.least(), near + direction * step));
            if (far == near) {
                return Optional.empty();
            }
            double there;
            try {
                there = distance(far);
            } catch (IllegalArgumentException e) {
                // the chase refuses such a value: its range ends before
                return Optional.empty();
            }
            if (there >= 0 != now >= 0) {
                return Optional.of(root(Math.min(near, far), Math.max(near, far)));
            }
            near = far;
            step *= GROWTH;
        }
        return Optional.empty();
    }

    private double root(double low, double high) {
        // a jump from joules to seconds late has no zero; the bracket closes on it all the same
        return new BracketingNthOrderBrentSolver(1e-12, ACCURACY * input.step(), 5)
                .solve(MOST_EVALUATIONS, this::distance, low, high, AllowedSolution.ANY_SIDE);
    }

    private double distance(double value) {
        return plan.of(input.at().apply(value)).distance();
    }
}
