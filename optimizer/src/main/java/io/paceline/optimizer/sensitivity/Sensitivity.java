package io.paceline.optimizer.sensitivity;

import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.sensitivity.Swing.Point;
import io.paceline.optimizer.sensitivity.Swing.Slope;
import io.paceline.plan.RotationPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Changes one input at a time and reads the plan again. What is held is said at {@link Reading}; nothing is searched, so the plan that
 * a search would find for the changed chase may do better.
 */
public final class Sensitivity {
    /** For the slope: a share of the standard change, small enough to be straight, large enough to stand above rounding. */
    private static final double SMALL = 1e-3;

    private final Rereading plan;
    private final Reading now;

    private Sensitivity(ChaseKernel kernel, RotationPlan ridden) {
        plan = new Rereading(kernel, ridden);
        now = plan.of(kernel.chase());
    }

    /**
     * The study of one plan.
     *
     * @throws IllegalArgumentException if the plan does not fit the chase, or the chase has no break to catch
     */
    public static SensitivityReport of(
            ChaseKernel kernel, RotationPlan plan, List<Input> inputs, List<Choice> choices) {
        if (kernel.chase().goal().fastest()) {
            throw new IllegalArgumentException(
                    "sensitivity: a ride for time has no break to catch, so nothing stops catching. Give a chase.");
        }
        Sensitivity study = new Sensitivity(kernel, plan);
        List<Swing> swings = new ArrayList<>();
        inputs.forEach(input -> swings.add(study.swing(input)));
        choices.forEach(choice -> swings.add(study.swing(choice)));
        swings.sort(Comparator.comparingDouble((Swing swing) -> swing.balanceSwingJ(study.now))
                .reversed()
                .thenComparing(Swing::key));
        return new SensitivityReport(study.now, swings);
    }

    private Swing swing(Input input) {
        return new Swing(
                input.key(),
                input.unit(),
                Optional.of(input.base()),
                "",
                point(input, Math.max(input.least(), input.base() - input.step())),
                point(input, Math.min(input.most(), input.base() + input.step())),
                slope(input),
                new BreakEven(input, plan, now).find());
    }

    /** The plan with another value; nothing where there is no such chase. */
    private Optional<Point> point(Input input, double value) {
        if (value == input.base()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Point(Optional.of(value), "", plan.of(input.at().apply(value))));
        } catch (IllegalArgumentException e) {
            // outside what the model covers: the row has no such side, and says so
            return Optional.empty();
        }
    }

    private Optional<Slope> slope(Input input) {
        double small = SMALL * input.step();
        double from = Math.max(input.least(), input.base() - small);
        double to = Math.min(input.most(), input.base() + small);
        Optional<Point> low = from == input.base() ? Optional.empty() : point(input, from);
        Optional<Point> high = to == input.base() ? Optional.empty() : point(input, to);
        Reading below = low.map(Point::reading).orElse(now);
        Reading above = high.map(Point::reading).orElse(now);
        double width = (high.isPresent() ? to : input.base()) - (low.isPresent() ? from : input.base());
        if (width == 0) {
            return Optional.empty();
        }
        double energyPerUnit = (above.collectiveJ() - below.collectiveJ()) / width;
        return Optional.of(new Slope(
                input.base() == 0 ? Optional.empty() : Optional.of(energyPerUnit * input.base() / now.collectiveJ()),
                (above.leastBalanceJ() - below.leastBalanceJ()) / width,
                (above.marginS() - below.marginS()) / width));
    }

    private Swing swing(Choice choice) {
        Point other =
                new Point(Optional.empty(), choice.to(), plan.of(choice.at().get()));
        return new Swing(
                choice.key(),
                "",
                Optional.empty(),
                choice.from(),
                Optional.empty(),
                Optional.of(other),
                Optional.empty(),
                Optional.empty());
    }
}
