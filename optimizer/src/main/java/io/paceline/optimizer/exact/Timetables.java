package io.paceline.optimizer.exact;

import java.util.Arrays;

/**
 * All timetables of a formation: when who swings off, for every first leader and all pulls on the grid of {@value LineSearch#STEP_S} s. A
 * rotation lasts R, so whoever swings off at t does so again at t + R, t + 2R and so on. What the ride costs is a sum over the moments at
 * which somebody swings off, and each moment belongs to one rider: for a given R the cheapest moments are found by dynamic programming.
 */
final class Timetables {
    private static final double STEP_S = LineSearch.STEP_S;
    /** Where the end of a stretch is so near to the grid that rounding decides, the cheaper of both sides counts, s. */
    private static final double EDGE_S = 1e-6;

    private final LineStates states;
    private final Formation formation;
    private final int working;
    /** By position and grid moment: what it costs that the rider before swings off there and this one leads on, J. */
    private final double[][] switchJ;
    /** By position: what the ride costs if he leads all of it, J. */
    private final double[] aloneJ;

    private final int moments;
    /** Shortest pull, in steps. */
    private final int shortest;

    private double[] sumsJ = {};
    private double[] leastJ = {};
    private double[] nextJ = {};

    /** @param priced at prices on balances; what else may be priced is fixed here */
    Timetables(LineStates states, PricedStates priced, Formation formation) {
        this.states = states;
        this.formation = formation;
        working = formation.working();
        moments = (int) Math.ceil(states.totalS / STEP_S);
        shortest = (int) Math.ceil((states.shortestPullS[working] - EDGE_S) / STEP_S);
        switchJ = new double[working][moments];
        aloneJ = new double[working];
        double[][] remainingJ = new double[working][];
        for (int p = 0; p < working; p++) {
            double[] leadW = rates(priced, LineStates.FULL, p);
            double[] exchangeW = rates(priced, LineStates.EXCHANGE, p);
            for (int s = 0; s < leadW.length; s++) {
                exchangeW[s] -= leadW[s];
            }
            double[] doneJ = done(leadW);
            aloneJ[p] = doneJ[leadW.length];
            remainingJ[p] = atMoments(doneJ, leadW);
            fillExchanges(switchJ[p], done(exchangeW), exchangeW);
        }
        for (int p = 0; p < working; p++) {
            int before = p == 0 ? working - 1 : p - 1;
            for (int m = 0; m < moments; m++) {
                switchJ[p][m] += remainingJ[p][m] - remainingJ[before][m];
            }
        }
    }

    /** The least over all rotations within a limit of turns of the cheapest timetable, J, at the prices on balances among these. */
    static double boundJ(StateRates rates, Formation formation, TurnLimit limit, Prices prices) {
        if (formation.working() == 1) {
            return Double.NEGATIVE_INFINITY;
        }
        Prices onBalances = prices.ofBalances(rates.states);
        Timetables all = new Timetables(rates.states, new PricedStates(rates, onBalances), formation);
        double least = Double.POSITIVE_INFINITY;
        for (int r = all.shortestRotation(); r <= all.longestRotation(); r++) {
            int turns = all.turns(r);
            if (turns >= limit.least() && turns <= limit.most()) {
                TurnLimit known = new TurnLimit(turns, turns, limit.longestPullS());
                least = Math.min(
                        least, known.boundJ(formation, rates.states, rates.balances, onBalances, all.leastJ(r)));
            }
        }
        return least;
    }

    private double[] rates(PricedStates priced, int mode, int leader) {
        double[] watts = new double[states.stretches];
        for (int s = 0; s < watts.length; s++) {
            watts[s] = priced.stateW(formation, s, mode, leader);
        }
        return watts;
    }

    /** From the launch to the begin of each stretch, and at the end. */
    private double[] done(double[] watts) {
        double[] joules = new double[watts.length + 1];
        for (int s = 0; s < watts.length; s++) {
            joules[s + 1] = joules[s] + watts[s] * states.durationS[s];
        }
        return joules;
    }

    /** From each grid moment to the end. */
    private double[] atMoments(double[] doneJ, double[] watts) {
        double[] joules = new double[moments];
        int s = 0;
        for (int m = 0; m < moments; m++) {
            double timeS = m * STEP_S;
            while (s + 1 < watts.length && states.beginS[s + 1] <= timeS) {
                s++;
            }
            joules[m] = doneJ[watts.length] - doneJ[s] - watts[s] * (timeS - states.beginS[s]);
        }
        return joules;
    }

    /** What an exchange that begins at each moment costs beyond a full line. */
    private void fillExchanges(double[] joules, double[] doneJ, double[] watts) {
        int s = 0;
        for (int m = 0; m < moments; m++) {
            double timeS = m * STEP_S;
            while (s + 1 < watts.length && states.beginS[s + 1] <= timeS) {
                s++;
            }
            joules[m] = exchangeJ(doneJ, watts, timeS, s, s);
            if (s > 0 && timeS - states.beginS[s] < EDGE_S) {
                joules[m] = Math.min(joules[m], exchangeJ(doneJ, watts, timeS, s, s - 1));
            }
            if (s + 1 < watts.length && states.beginS[s + 1] - timeS < EDGE_S) {
                joules[m] = Math.min(joules[m], exchangeJ(doneJ, watts, timeS, s, s + 1));
            }
        }
    }

    /** The next pull may end an exchange early, on the grid; so may the catch. */
    private double exchangeJ(double[] doneJ, double[] watts, double timeS, int stretch, int begunOn) {
        double lastsS = (working - 1) * states.placeS[begunOn];
        double fromJ = doneJ[stretch] + watts[stretch] * (timeS - states.beginS[stretch]);
        double least = at(doneJ, watts, stretch, timeS + lastsS) - fromJ;
        for (double cutS = shortest * STEP_S; cutS < lastsS; cutS += STEP_S) {
            least = Math.min(least, at(doneJ, watts, stretch, timeS + cutS) - fromJ);
        }
        return least;
    }

    private double at(double[] doneJ, double[] watts, int from, double timeS) {
        if (timeS >= states.totalS) {
            return doneJ[watts.length];
        }
        int s = from;
        while (s + 1 < watts.length && states.beginS[s + 1] <= timeS) {
            s++;
        }
        return doneJ[s] + watts[s] * (timeS - states.beginS[s]);
    }

    /** The shortest rotation, in steps. */
    int shortestRotation() {
        return working * shortest;
    }

    /** A rotation of so many steps and more is not over before the ride. */
    int longestRotation() {
        return Math.max(moments, shortestRotation());
    }

    /** Turns of the one who leads first if a rotation takes so many steps. */
    int turns(int rotation) {
        return (int) Math.ceil(states.totalS / (rotation * STEP_S));
    }

    /** No ride whose rotation takes so many steps costs less, J; for {@link #longestRotation} also none with a longer one. */
    double leastJ(int rotation) {
        if (sumsJ.length < working * rotation) {
            sumsJ = new double[working * rotation];
            leastJ = new double[rotation];
            nextJ = new double[rotation];
        }
        for (int p = 0; p < working; p++) {
            Arrays.fill(sumsJ, p * rotation, (p + 1) * rotation, 0);
            double[] one = switchJ[p];
            for (int m = 0; m < moments; m += rotation) {
                int count = Math.min(rotation, moments - m);
                for (int k = 0; k < count; k++) {
                    sumsJ[p * rotation + k] += one[m + k];
                }
            }
        }
        double best = Double.POSITIVE_INFINITY;
        for (int first = 0; first < working; first++) {
            best = Math.min(best, leastJ(rotation, first));
        }
        return best;
    }

    /** The cheapest moments in order, each at least a pull after the one before. */
    private double leastJ(int rotation, int first) {
        Arrays.fill(leastJ, 0, rotation, Double.POSITIVE_INFINITY);
        // he leads at the launch without a change, and again at the begin of every further rotation
        leastJ[0] = aloneJ[first] + sumsJ[first * rotation] - switchJ[first][0];
        // where a rotation is not over before the ride, those who come last in it may never lead
        boolean open = rotation == longestRotation();
        double best = open ? leastJ[0] : Double.POSITIVE_INFINITY;
        for (int k = 1; k < working; k++) {
            lead(rotation, ((first + k) % working) * rotation);
            for (int m = 0; m < rotation && open; m++) {
                best = Math.min(best, leastJ[m]);
            }
        }
        for (int m = 0; m <= rotation - shortest && !open; m++) {
            best = Math.min(best, leastJ[m]);
        }
        return best;
    }

    /** The next rider leads on from a moment, at least a pull after the one before him began. */
    private void lead(int rotation, int from) {
        double before = Double.POSITIVE_INFINITY;
        Arrays.fill(nextJ, 0, shortest, Double.POSITIVE_INFINITY);
        for (int m = shortest; m < rotation; m++) {
            before = Math.min(before, leastJ[m - shortest]);
            nextJ[m] = before + sumsJ[from + m];
        }
        double[] swap = leastJ;
        leastJ = nextJ;
        nextJ = swap;
    }
}
