package io.paceline.optimizer.launch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What every launch costs.
 *
 * @param points by launch, the earliest first; fewer than asked for if the study was stopped
 * @param safe the latest launch that forgives a surprise; empty if there is none, or the study was stopped
 * @param complete whether the study came to its end
 */
public record LaunchCurve(List<LaunchPoint> points, Optional<SafeLaunch> safe, boolean complete) {

    /** Copies and sorts the points. */
    public LaunchCurve {
        points = points.stream()
                .sorted(Comparator.comparingDouble(LaunchPoint::launchM))
                .toList();
    }

    /** The latest launch from which a plan catches; empty if there is none. */
    public Optional<LaunchPoint> latest() {
        return points.stream().filter(LaunchPoint::feasible).reduce((earlier, later) -> later);
    }

    /** The launch of least collective energy, of those that leave everybody his reserve if there are any; empty if none catches. */
    public Optional<LaunchPoint> cheapest() {
        boolean reserve = points.stream().anyMatch(LaunchPoint::keepsReserve);
        return points.stream()
                .filter(point -> reserve ? point.keepsReserve() : point.feasible())
                .min(Comparator.comparingDouble(point -> point.outcome().collectiveJ()));
    }

    /** The first launch from which on every one is proved to be impossible; empty if there is none. */
    public Optional<LaunchPoint> impossibleFrom() {
        Optional<LaunchPoint> first = Optional.empty();
        for (int i = points.size() - 1; i >= 0 && points.get(i).impossible(); i--) {
            first = Optional.of(points.get(i));
        }
        return first;
    }

    /** The launch that comes nearest to catching, even if none does. */
    public LaunchPoint nearest() {
        return points.stream()
                .min(Comparator.comparing(LaunchPoint::outcome, LaunchPoint.BEST_FIRST))
                .orElseThrow();
    }
}
