package io.paceline.optimizer.exact;

/**
 * How long one rider can pull, whatever the others do: his deficit with the least power that he can need at every moment, at the front, drifting back, second in
 * line before his own pull, and behind others. Each of these is no more than the one that is ridden, so his deficit is no less than this. See
 * {@code docs/bounds.md}, section 3.9.
 */
final class Stamina {
    /** What rounding may add to a deficit, relative to the deepest allowed. */
    private static final double ROUNDING = 1e-9;
    /** What the certificates let pass as kept reserves, J. */
    static final double RESERVE_ROUNDING_J = 1e-6;

    private final boolean linear;
    private final double mostJ;
    private final double spentJ;
    private final double linearSpentJ;
    private final int moments;
    /** Shortest pull, in steps. */
    private final int shortest;

    private final PowerCourse front;
    private final PowerCourse drift;
    private final PowerCourse behind;
    private final PowerCourse second;
    /** By place, from 2 to the number of working riders. */
    private final PowerCourse[] places;
    /** By moment: steps that the drift of one lasts who swings off then, at least, if the next pull is a shortest one. */
    private final int[] driftSteps;

    /** For a rider behind another, among so many who work. */
    Stamina(StateRates rates, int slot, int ahead, int working) {
        LineStates states = rates.states;
        Balances balances = rates.balances;
        linear = balances.linear;
        mostJ = balances.usableJ[slot] * (1 + ROUNDING) + RESERVE_ROUNDING_J;
        spentJ = balances.spentJ[slot];
        linearSpentJ = balances.linearSpentJ[slot];
        moments = states.moments();
        shortest = states.shortestSteps(working);
        Least least = new Least(states, slot, ahead, working);
        front = new PowerCourse(rates, slot, least.frontW);
        drift = new PowerCourse(rates, slot, least.driftW);
        behind = new PowerCourse(rates, slot, least.behindW);
        second = new PowerCourse(rates, slot, working > 2 ? least.secondW : least.behindW);
        places = new PowerCourse[working + 1];
        for (int place = 2; place <= working; place++) {
            places[place] = new PowerCourse(rates, slot, least.placeW[place]);
        }
        driftSteps = driftSteps(states, working);
    }

    private int[] driftSteps(LineStates states, int working) {
        int[] steps = new int[moments + 1];
        int s = 0;
        for (int m = 0; m <= moments; m++) {
            while (s + 1 < states.stretches && states.beginS[s + 1] <= m * (double) LineSearch.STEP_S) {
                s++;
            }
            // where a stretch ends right here, rounding decides on which the drift begins
            double placeS = Math.min(states.leastPlaceS[s], states.leastPlaceS[Math.min(s + 1, states.stretches - 1)]);
            steps[m] = Math.min(shortest, (int) Math.floor((working - 1) * placeS / LineSearch.STEP_S));
        }
        return steps;
    }

    /** The least power of a rider by stretch: what is below is also below what comes before it here. */
    private static final class Least {
        final double[] frontW;
        final double[] driftW;
        final double[] behindW;
        final double[] secondW;
        final double[][] placeW;

        Least(LineStates states, int slot, int ahead, int working) {
            int stretches = states.stretches;
            frontW = new double[stretches];
            driftW = new double[stretches];
            behindW = new double[stretches];
            secondW = new double[stretches];
            placeW = new double[working + 1][stretches];
            for (int s = 0; s < stretches; s++) {
                frontW[s] = states.lineW(states.index(s, LineStates.FULL, slot, 1, slot));
                if (working > 1) {
                    frontW[s] = Math.min(frontW[s], states.lineW(states.index(s, LineStates.EXCHANGE, slot, 1, slot)));
                }
                driftW[s] = Math.min(frontW[s], states.driftW(s, slot));
                behindW[s] = driftW[s];
                for (int place = 2; place <= working; place++) {
                    placeW[place][s] = placeW(states, s, slot, ahead, place, working);
                    behindW[s] = Math.min(behindW[s], placeW[place][s]);
                }
                secondW[s] = working > 1 ? Math.min(frontW[s], placeW[2][s]) : frontW[s];
            }
        }

        /** Who has just swung off counts as last, and drifts. */
        private static double placeW(LineStates states, int s, int slot, int ahead, int place, int working) {
            double fullW = states.lineW(states.index(s, LineStates.FULL, slot, place, ahead));
            double otherW = place < working
                    ? states.lineW(states.index(s, LineStates.EXCHANGE, slot, place, ahead))
                    : states.driftW(s, slot);
            return Math.min(fullW, otherW);
        }
    }

    /**
     * Whether he may live through a ride in which he leads from {@code begin} to {@code end} of every rotation, in steps. If not, he does not with any later end, nor
     * with any earlier begin.
     */
    boolean survives(int begin, int end, int rotation) {
        return survives(new int[] {begin, end}, 0, rotation);
    }

    /**
     * The same if it is known when those before him begin.
     *
     * @param begins when each leads first, in steps, of those who lead before him in a rotation, in order; then his own begin, and his end
     * @param before how many lead before him
     */
    boolean survives(int[] begins, int before, int rotation) {
        int begin = begins[before];
        int end = begins[before + 1];
        Walk walk = new Walk();
        for (int from = 0; from == 0 || from + begin < moments; from += rotation) {
            walk.rest(from == 0, from + begins[0], before == 0 ? shortest : 0);
            for (int k = 0; k < before; k++) {
                walk.ride(places[before - k + 1], from + begins[k + 1]);
            }
            walk.ride(front, from + end);
            if (walk.spent) {
                return false;
            }
        }
        walk.ride(behind, moments);
        return !walk.spent;
    }

    /** One ride with the least power. */
    private final class Walk {
        private int at;
        private double deficitJ = spentJ;
        private double linearJ = linearSpentJ;
        private boolean spent;

        void ride(PowerCourse course, int until) {
            int to = Math.min(until, moments);
            if (to > at) {
                deficitJ = course.deficitJ(deficitJ, at, to);
                linearJ = linear ? course.linearJ(linearJ, at, to) : 0;
                spent |= deficitJ > mostJ || linearJ > mostJ;
                at = to;
            }
        }

        /** Back to his next turn: he drifts, is behind others, and second in the end. */
        void rest(boolean launch, int until, int secondSteps) {
            if (!launch) {
                ride(drift, Math.min(until, at + driftSteps[at]));
            }
            ride(behind, until - secondSteps);
            ride(second, until);
        }
    }
}
