package io.paceline.optimizer.exact;

/**
 * What the timetables of a formation cost: when who swings off, for every first leader and all pulls on the grid of {@value LineSearch#STEP_S} s. A
 * rotation lasts R, so whoever swings off at t does so again at t + R, t + 2R and so on. What the ride costs is a sum over the moments at
 * which somebody swings off, and each moment belongs to one rider.
 */
final class Timetables {
    private static final double STEP_S = LineSearch.STEP_S;
    private static final double EDGE_S = LineStates.EDGE_S;

    private final LineStates states;
    private final Formation formation;
    private final int working;
    /** By position and grid moment: what it costs that the rider before swings off there and this one leads on, J. */
    private final double[][] switchJ;
    /** By position: what the ride costs if he leads all of it, J. */
    private final double[] aloneJ;

    private final int moments;
    /** Shortest pull, in steps. */
    final int shortest;

    /** @param priced at no prices, or at some on balances; what else may be priced is fixed here */
    Timetables(LineStates states, PricedStates priced, Formation formation) {
        this(states, formation);
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

    /** Where nothing costs anything: all that matters is whether there is a timetable. */
    Timetables(LineStates states, Formation formation) {
        this.states = states;
        this.formation = formation;
        working = formation.working();
        moments = states.moments();
        shortest = states.shortestSteps(working);
        switchJ = new double[working][moments];
        aloneJ = new double[working];
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

    /** How many work. */
    int working() {
        return working;
    }

    /** Grid moments before the catch. */
    int moments() {
        return moments;
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

    /** What the ride costs if one position leads at the launch and again after each rotation, before the others' turns are counted, J. */
    double firstJ(int first, double[] sumsJ) {
        // he leads at the launch without a change
        return aloneJ[first] + sumsJ[0] - switchJ[first][0];
    }

    /** By position and moment of a rotation of so many steps: what it costs that this one swings the one before him off there, in every rotation, J. */
    double[][] sumsJ(int rotation) {
        double[][] sumsJ = new double[working][rotation];
        for (int p = 0; p < working; p++) {
            double[] sums = sumsJ[p];
            double[] one = switchJ[p];
            for (int m = 0; m < moments; m += rotation) {
                int count = Math.min(rotation, moments - m);
                for (int k = 0; k < count; k++) {
                    sums[k] += one[m + k];
                }
            }
        }
        return sumsJ;
    }
}
