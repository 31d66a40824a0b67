package io.paceline.optimizer.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The least energy of all timetables of all formations, for pulls of whole {@value LineSearch#STEP_S} s, best first. A formation has a bound from its cheapest leader on
 * every stretch; then each length of its rotation has one from its cheapest timetable; then all timetables that may be cheaper than the best plan known are walked through,
 * and those that nothing rules out are ridden.
 */
final class GridBound {
    /** So many of the least are worked on side by side. */
    private static final int TOGETHER = 256;
    /** Timetables of a formation walked through at first; each further try walks so many times more. */
    private static final long FIRST_NODES = 30_000;

    private static final int MORE_NODES = 20;

    /**
     * One formation.
     *
     * @param rotations the lengths of rotation that may be cheaper than the best plan known, in steps; none while it has not been taken apart
     * @param nodes how many timetables of each may be walked through next
     */
    private record Branch(long code, double boundJ, int[] rotations, long nodes) {}

    private final LineStates states;
    private final double approachJ;
    private final TeamStamina stamina;
    private final PricedStates unpriced;
    private final TimetableRider ridden;
    private final PriorityQueue<Branch> open =
            new PriorityQueue<>(Comparator.comparingDouble(Branch::boundJ).thenComparingLong(Branch::code));
    private boolean complete;

    /**
     * For the pulls up to a longest one.
     *
     * @param ridden rides timetables, and remembers the best one
     */
    GridBound(StateRates rates, double longestPullS, TimetableRider ridden) {
        this.ridden = ridden;
        states = rates.states;
        approachJ = rates.balances.approachJ;
        stamina = new TeamStamina(rates, longestPullS);
        unpriced = new PricedStates(rates, new Prices(states));
    }

    /** Whether every timetable of every formation has been ruled out or ridden. */
    boolean isComplete() {
        return complete;
    }

    /** Bounds all formations: the cost of the best plan of all if it came to its end, J. */
    double bound(long[] codes, BooleanSupplier stop) {
        double[] first = new double[codes.length];
        IntStream.range(0, codes.length)
                .parallel()
                .forEach(k -> first[k] = stop.getAsBoolean()
                        ? Double.NEGATIVE_INFINITY
                        : approachJ + unpriced.leastJ(Formation.of(codes[k], states.riders)));
        for (int k = 0; k < codes.length; k++) {
            open.add(new Branch(codes[k], first[k], new int[0], FIRST_NODES));
        }
        while (true) {
            Branch least = open.peek();
            complete = least == null || least.boundJ >= ridden.bestCost();
            if (complete || stop.getAsBoolean()) {
                return least == null ? ridden.bestCost() : Math.min(least.boundJ, ridden.bestCost());
            }
            List<Branch> together = new ArrayList<>();
            while (together.size() < TOGETHER && !open.isEmpty()) {
                together.add(open.poll());
            }
            open.addAll(together.parallelStream()
                    .flatMap(branch -> further(branch, stop))
                    .toList());
        }
    }

    /** Up to so many different formations whose branches have the least bounds: the best plans may be among them. */
    List<Formation> leastFormations(int most) {
        return open.stream()
                .sorted(open.comparator())
                .limit(most)
                .map(branch -> Formation.of(branch.code, states.riders))
                .toList();
    }

    /** What is left of a branch after the next step; nothing if nothing in it is cheaper than the best plan known. */
    private Stream<Branch> further(Branch branch, BooleanSupplier stop) {
        if (branch.boundJ >= ridden.bestCost() || stop.getAsBoolean()) {
            return Stream.of(branch);
        }
        Formation formation = Formation.of(branch.code, states.riders);
        if (formation.working() == 1) {
            ridden.rideAlone(formation);
            return Stream.empty();
        }
        TeamStamina.Place[] places = stamina.of(formation);
        return branch.rotations.length == 0
                ? takenApart(branch, formation, places, stop)
                : walked(branch, formation, places, stop);
    }

    /** A formation by the length of its rotation. */
    private Stream<Branch> takenApart(
            Branch branch, Formation formation, TeamStamina.Place[] places, BooleanSupplier stop) {
        Timetables timetables = new Timetables(states, unpriced, formation);
        int[] rotations = TeamStamina.rotations(timetables, places);
        int[] found = new int[rotations.length];
        int count = 0;
        double leastJ = Double.POSITIVE_INFINITY;
        for (int r : rotations) {
            if (stop.getAsBoolean()) {
                return Stream.of(branch);
            }
            double boundJ =
                    approachJ + TeamStamina.search(timetables, places, r).leastJ();
            if (boundJ < ridden.bestCost()) {
                found[count++] = r;
                leastJ = Math.min(leastJ, boundJ);
            }
        }
        return left(branch, Math.max(leastJ, branch.boundJ), Arrays.copyOf(found, count), FIRST_NODES);
    }

    /** A formation without the rotations whose timetables have all been walked through. */
    private Stream<Branch> walked(
            Branch branch, Formation formation, TeamStamina.Place[] places, BooleanSupplier stop) {
        Timetables timetables = new Timetables(states, unpriced, formation);
        int[] left = new int[branch.rotations.length];
        int count = 0;
        for (int rotation : branch.rotations) {
            RotationSearch.Rider rider = ridden.of(formation, rotation);
            double foundJ = TeamStamina.search(timetables, places, rotation)
                    .search(
                            places,
                            (first, begins, leaders) -> rider.cost(first, begins, leaders) - approachJ,
                            ridden.bestCost() - approachJ,
                            branch.nodes,
                            stop);
            if (Double.isNaN(foundJ)) {
                left[count++] = rotation;
            }
        }
        return left(branch, branch.boundJ, Arrays.copyOf(left, count), MORE_NODES * branch.nodes);
    }

    private static Stream<Branch> left(Branch branch, double boundJ, int[] rotations, long nodes) {
        return rotations.length == 0 ? Stream.empty() : Stream.of(new Branch(branch.code, boundJ, rotations, nodes));
    }
}
