package io.paceline.optimizer.exact;

import io.paceline.kernel.ChaseKernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The least of the largest spent share of W′ over all timetables of all formations, for pulls of whole {@value LineSearch#STEP_S} s. One share after the other is tried:
 * whether there is a timetable in which nobody spends as much. Those that nothing rules out are ridden. See {@code docs/bounds.md}, section 6.
 */
final class FairnessBound {
    /** Plans that are better by less, relative, are not looked for: where one rider decides, many plans differ by rounding only. */
    static final double NEAR = 1e-6;

    /** Shares nearer to each other than this, relative, are worth a longer walk rather than one more share between them. */
    private static final double CLOSE = 2e-3;
    /** What rounding may add to a share, relative. */
    private static final double ROUNDING = 1e-9;

    /** Timetables of a rotation walked through at first; each further try walks so many times more. */
    private static final long FIRST_NODES = 3_000;

    private static final int MORE_NODES = 20;

    private final ChaseKernel kernel;
    private final LineStates states;
    private final double longestPullS;
    private final TimetableRider ridden;
    private final LeastSpent leastSpent;
    private boolean complete;

    /**
     * For the pulls up to a longest one.
     *
     * @param ridden rides timetables, and remembers the best one
     */
    FairnessBound(ChaseKernel kernel, LineStates states, double longestPullS, TimetableRider ridden) {
        this.kernel = kernel;
        this.states = states;
        this.longestPullS = longestPullS;
        this.ridden = ridden;
        leastSpent = new LeastSpent(
                new StateRates(states, new Balances(kernel, false)),
                kernel.chase().team());
    }

    /** Whether every timetable that is better than the best by more than {@value #NEAR} has been ruled out. */
    boolean isComplete() {
        return complete;
    }

    /** No plan has a smaller largest share. */
    double bound(long[] codes, BooleanSupplier stop) {
        List<long[]> rotations = rotations(codes);
        double[] ruledOut = new double[rotations.size()];
        Arrays.fill(ruledOut, leastSpent.anywhere() * (1 - ROUNDING));
        long nodes = FIRST_NODES;
        double tooFar = Double.POSITIVE_INFINITY;
        while (true) {
            double best = ridden.bestCost();
            double least = Math.min(best, Arrays.stream(ruledOut).min().orElse(best));
            complete = least >= best * (1 - NEAR);
            if (complete || stop.getAsBoolean()) {
                return least;
            }
            double high = Math.min(tooFar, best);
            if (high - least < CLOSE * best && tooFar < best) {
                nodes *= MORE_NODES;
                tooFar = Double.POSITIVE_INFINITY;
                high = best;
            }
            double share = high - least < CLOSE * best ? best * (1 - NEAR) : 0.5 * (least + high);
            if (!tried(rotations, ruledOut, new Attempt(share, nodes, stop))) {
                tooFar = share;
            }
        }
    }

    /** Formations that differ in who sits on where only, together: their timetables are the same for those who work. */
    private List<long[]> rotations(long[] codes) {
        List<long[]> rotations = new ArrayList<>();
        int from = 0;
        for (int k = 1; k <= codes.length; k++) {
            if (k == codes.length || !Formation.sameRotation(codes[from], codes[k], states.riders)) {
                rotations.add(Arrays.copyOfRange(codes, from, k));
                from = k;
            }
        }
        return rotations;
    }

    /** Looks for a plan in all formations; false if there were too many timetables to tell. */
    private boolean tried(List<long[]> rotations, double[] ruledOut, Attempt attempt) {
        AtomicBoolean through = new AtomicBoolean(true);
        IntStream.range(0, ruledOut.length)
                .parallel()
                .filter(k -> ruledOut[k] < attempt.share && through.get() && !attempt.isOver())
                .forEach(k -> {
                    double below = attempt.ruledOut(rotations.get(k));
                    ruledOut[k] = Math.max(ruledOut[k], below);
                    through.compareAndSet(true, below > 0 || attempt.isOver());
                });
        return through.get();
    }

    /** Tries to find a plan in which nobody spends a share of W′. */
    private final class Attempt {
        private final double share;
        private final long nodes;
        private final BooleanSupplier stop;
        private final TeamStamina stamina;

        Attempt(double share, long nodes, BooleanSupplier stop) {
            this.share = share;
            this.nodes = nodes;
            this.stop = stop;
            stamina = new TeamStamina(new StateRates(states, new Balances(kernel, share)), longestPullS);
        }

        /** Whether there is such a plan, or no more time. */
        boolean isOver() {
            return ridden.bestCost() < share || stop.getAsBoolean();
        }

        /** No plan in these formations has a smaller largest share than this; 0 if there is one, or were too many timetables to tell. */
        double ruledOut(long[] sameRotation) {
            Formation[] able = Arrays.stream(sameRotation)
                    .mapToObj(code -> Formation.of(code, states.riders))
                    .filter(formation -> leastSpent.sitting(formation) * (1 - ROUNDING) < share)
                    .toArray(Formation[]::new);
            if (able.length == 0) {
                return share;
            }
            TeamStamina.Place[] places = stamina.of(able[0]);
            if (places.length == 1) {
                return isThereAlone(places[0], able) ? 0 : share;
            }
            Timetables timetables = new Timetables(states, able[0]);
            for (int rotation : TeamStamina.rotations(timetables, places)) {
                if (isOver()) {
                    return 0;
                }
                RotationSearch search = TeamStamina.search(timetables, places, rotation);
                if (search.isPossible() && isThere(search, places, rider(able, rotation))) {
                    return 0;
                }
            }
            return share;
        }

        private boolean isThereAlone(TeamStamina.Place place, Formation[] able) {
            return place.stamina.survives(0, states.moments(), states.moments())
                    && Arrays.stream(able).anyMatch(formation -> ridden.rideAlone(formation) < share);
        }

        /** Whether one of these timetables is better, or there were too many to tell. */
        private boolean isThere(RotationSearch search, TeamStamina.Place[] places, RotationSearch.Rider rider) {
            return !(search.search(places, rider, 1, nodes, stop) > 0);
        }

        /** All that is looked for costs nothing, all else 1. */
        private RotationSearch.Rider rider(Formation[] able, int rotation) {
            // few timetables come as far as this: most of these riders would never be asked
            RotationSearch.Rider[] riders = new RotationSearch.Rider[able.length];
            return (first, begins, leaders) -> {
                for (int k = 0; k < able.length; k++) {
                    riders[k] = riders[k] == null ? ridden.of(able[k], rotation) : riders[k];
                    if (riders[k].cost(first, begins, leaders) < share) {
                        return 0;
                    }
                }
                return 1;
            };
        }
    }
}
