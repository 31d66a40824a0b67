package io.paceline.benchmarks.quality;

import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.Draft;
import java.util.List;

/**
 * One search of one instance.
 *
 * @param instance title of the instance
 * @param solver title of the contender
 * @param seed of the search
 * @param points the best so far, each time that it had become better by enough to tell; the last is the end
 * @param evaluations plans measured
 * @param seconds processor time used, s
 * @param allowedS processor time that it might use, s; infinite for one that was limited by its count
 * @param best the best plan, as {@link DraftText} writes it
 */
public record Run(
        String instance,
        String solver,
        long seed,
        List<Point> points,
        long evaluations,
        double seconds,
        double allowedS,
        String best) {
    /** A search asks for the time after each plan or generation, so it may end a little early or late, as a share. */
    private static final double SLACK = 0.01;

    /** Copies the points. */
    public Run {
        points = List.copyOf(points);
    }

    /**
     * What a search had found at some time.
     *
     * @param seconds processor time since its start, s
     * @param hard overdrawn J, late ms
     * @param medium missing of the reserves, J
     * @param soft collective energy, J
     */
    public record Point(double seconds, double hard, double medium, double soft) {
        Cost cost() {
            return new Cost(hard, medium, soft);
        }
    }

    /** The best at some time, give or take what a search may end late; worse than everything if it had not begun. */
    Cost at(double seconds) {
        Cost best = Cost.WORST;
        for (Point point : points) {
            if (point.seconds <= (1 + SLACK) * seconds) {
                best = point.cost();
            }
        }
        return best;
    }

    /** Whether it tells what its solver has after so long: it was allowed as much, or was at its end before. */
    boolean tellsOf(double atS) {
        return allowedS >= (1 - SLACK) * atS || seconds < (1 - SLACK) * allowedS;
    }

    /** The best at the end. */
    Cost end() {
        return points.get(points.size() - 1).cost();
    }

    /** When it first was within so many percent of a cost; infinite if never. */
    double secondsTo(double percent, Cost best) {
        for (Point point : points) {
            if (Gap.percent(point.cost(), best) <= percent) {
                return point.seconds;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** The best plan. */
    Draft draft() {
        return DraftText.read(best);
    }
}
