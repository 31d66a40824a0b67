package io.paceline.optimizer.exact;

import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.rider.Team;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Looks for the cheapest order and pulls at given speeds: annealing from several starts, each ended by a descent. What it finds is a plan,
 * not a bound. Pulls are multiples of {@value #STEP_S} s.
 */
final class LineSearch {
    static final int STEP_S = 5;
    private static final int STEPS = 8_000;
    private static final double HOTTEST = 2e-3;
    private static final double COOLEST = 2e-6;
    /** What a joule costs that a rider does not have, by the dearest rider's work: more than any price seen. */
    private static final double SHORT_PRICE = 20;

    private static final int[] JUMPS = {1, 2, 4, 8, 16, 32};

    private final PlanEvaluator evaluator;
    private final RideCost cost;
    private final double shortPrice;
    private final Pace pace;
    private final int longestPullS;
    private final int[] shortestPullS;
    private final boolean[] protectedSlot;
    private final int able;
    private final int riders;
    private LinePlan best;
    private double bestCost = Double.POSITIVE_INFINITY;

    LineSearch(ChaseKernel kernel, Pace pace, boolean keepReserve, double longestPullS) {
        this.pace = pace;
        evaluator = kernel.newEvaluator();
        cost = new RideCost(kernel.chase(), keepReserve);
        shortPrice = SHORT_PRICE
                * Arrays.stream(Balances.weights(kernel.chase())).max().orElse(1);
        Team team = kernel.chase().team();
        riders = team.size();
        best = new LinePlan(riders);
        this.longestPullS = STEP_S * (int) Math.floor(longestPullS / STEP_S);
        protectedSlot = new boolean[riders];
        shortestPullS = new int[riders + 1];
        int count = 0;
        for (int i = 0; i < riders; i++) {
            protectedSlot[i] = team.isProtected(i);
            count += protectedSlot[i] ? 0 : 1;
            // a hair more, so that a pull equal to the exchange is not refused for its last bit
            shortestPullS[i + 1] = STEP_S * (int) Math.ceil((kernel.shortestPullS(i + 1) + 1e-6) / STEP_S);
        }
        able = count;
    }

    /** The best line so far; its cost is infinite if none can be ridden. */
    LinePlan best() {
        return best;
    }

    /** By the objective of the chase: J, or share of W′. */
    double bestCost() {
        return bestCost;
    }

    /** Offers a line; one that cannot be ridden is not taken. Returns its cost with a price on what is missing. */
    double offer(LinePlan line) {
        evaluator.evaluate(pace, line);
        double shortJ = cost.shortJ(evaluator);
        double lineCost = cost.of(evaluator);
        if (shortJ <= 0 && evaluator.pullShortS() <= 0 && lineCost < bestCost) {
            bestCost = lineCost;
            best = copy(line);
        }
        return lineCost + shortPrice * shortJ;
    }

    /** One start from a line, with a seed; ends early when told. */
    void anneal(LinePlan start, long seed, BooleanSupplier stop) {
        Random random = new Random(seed);
        LinePlan line = copy(start);
        fit(line);
        double lineCost = offer(line);
        double heat = HOTTEST * lineCost;
        double cooling = StrictMath.pow(COOLEST / HOTTEST, 1.0 / STEPS);
        for (int step = 0; step < STEPS && !stop.getAsBoolean(); step++, heat *= cooling) {
            LinePlan next = copy(line);
            change(next, random);
            fit(next);
            double nextCost = offer(next);
            if (nextCost <= lineCost || random.nextDouble() < StrictMath.exp((lineCost - nextCost) / heat)) {
                line = next;
                lineCost = nextCost;
            }
        }
        descend(stop);
    }

    /** From the best line on: one pull, or two against each other, by ever smaller jumps. */
    private void descend(BooleanSupplier stop) {
        boolean better = bestCost < Double.POSITIVE_INFINITY;
        while (better && !stop.getAsBoolean()) {
            double before = bestCost;
            LinePlan from = best;
            for (int i = 0; i < from.working; i++) {
                for (int j = 0; j < from.working; j++) {
                    for (int jump : JUMPS) {
                        tryShift(from, i, j, jump);
                        tryShift(from, i, j, -jump);
                    }
                }
            }
            better = bestCost < before;
        }
    }

    private void tryShift(LinePlan from, int i, int j, int jump) {
        LinePlan next = copy(from);
        next.pullS[i] += jump * STEP_S;
        next.pullS[j] -= i == j ? 0 : jump * STEP_S;
        fit(next);
        offer(next);
    }

    /** A line in this formation; the pulls are those of the best line, rider by rider. */
    LinePlan like(Formation formation) {
        LinePlan line = new LinePlan(riders);
        line.working = formation.working();
        double[] pullS = new double[riders];
        Arrays.fill(pullS, STEP_S * 10.0);
        for (int i = 0; i < best.working; i++) {
            pullS[best.slot[i]] = best.pullS[i];
        }
        for (int i = 0; i < riders; i++) {
            line.slot[i] = formation.slot()[i];
            line.pullS[i] = pullS[line.slot[i]];
        }
        return line;
    }

    /** A line in random order. */
    LinePlan shuffled(long seed) {
        Random random = new Random(seed);
        LinePlan line = new LinePlan(riders);
        int front = 0;
        int back = riders;
        for (int i = 0; i < riders; i++) {
            line.slot[protectedSlot[i] ? --back : front++] = i;
            line.pullS[i] = STEP_S * (double) (2 + random.nextInt(40));
        }
        for (int i = able - 1; i > 0; i--) {
            swap(line, i, random.nextInt(i + 1));
        }
        // few workers more often: they are what the programmes like
        line.working = 1 + random.nextInt(1 + random.nextInt(able));
        return line;
    }

    private void change(LinePlan line, Random random) {
        int move = random.nextInt(8);
        int i = random.nextInt(line.working);
        if (move < 4) {
            int jump = JUMPS[random.nextInt(JUMPS.length)] * (random.nextBoolean() ? 1 : -1);
            line.pullS[i] += jump * STEP_S;
            if (move < 2) {
                line.pullS[random.nextInt(line.working)] -= jump * STEP_S;
            }
        } else if (move == 4) {
            line.working = Math.max(1, Math.min(able, line.working + (random.nextBoolean() ? 1 : -1)));
        } else {
            int from = random.nextInt(able);
            int to = random.nextInt(riders);
            if (to < able || from >= line.working) {
                swap(line, from, to);
            }
        }
    }

    private static void swap(LinePlan line, int i, int j) {
        int slot = line.slot[i];
        double pull = line.pullS[i];
        line.slot[i] = line.slot[j];
        line.pullS[i] = line.pullS[j];
        line.slot[j] = slot;
        line.pullS[j] = pull;
    }

    /** Puts the pulls into their range, and nobody who is protected among those who pull. */
    private void fit(LinePlan line) {
        int free = 0;
        for (int i = 0; i < line.working; i++) {
            if (protectedSlot[line.slot[i]]) {
                free = Math.max(free, line.working);
                while (protectedSlot[line.slot[free]]) {
                    free++;
                }
                swap(line, i, free);
            }
            line.pullS[i] = Math.max(shortestPullS[line.working], Math.min(longestPullS, line.pullS[i]));
        }
    }

    /** Whether all pulls are multiples of {@value #STEP_S} s. */
    static boolean onGrid(LinePlan line) {
        return Arrays.stream(line.pullS, 0, line.working).allMatch(pullS -> pullS % STEP_S == 0);
    }

    private static LinePlan copy(LinePlan line) {
        LinePlan copy = new LinePlan(line.slot.length);
        System.arraycopy(line.slot, 0, copy.slot, 0, copy.slot.length);
        System.arraycopy(line.pullS, 0, copy.pullS, 0, copy.pullS.length);
        System.arraycopy(line.burnedAfterTurns, 0, copy.burnedAfterTurns, 0, copy.burnedAfterTurns.length);
        copy.working = line.working;
        return copy;
    }
}
