package io.paceline.optimizer.exact;

import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The linear programme that finds good prices for a formation: the dual of "share out the time of every piece of road among the
 * states of the line, at least cost, within every rider's conditions". Units: MJ, kW, ks.
 */
final class DualProgramme {
    /** Dearer prices are not needed: they arise where no plan is feasible, and the bound is above any plan by then. */
    private static final double DEAREST = 50;

    private static final double DEAREST_KW = 5;
    private static final double DEAREST_MJ = 0.01;
    private static final double KILO = 1e-3;
    private static final double MEGA = 1e-6;

    private final Formation formation;
    private final LineStates states;
    private final Balances balances;
    private final TurnLimit limit;
    private final StateTotals totals;
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Variable[] deficit;
    private final Variable[] linear;
    private final Variable[] spell;
    private final Variable[] lead;
    private final Variable[] exchange;
    private final Variable[] surplus;

    private final Variable[] exchangeIn;
    private final Variable[] surplusIn;

    private final Variable[] window;
    private final Variable[] leadIn;
    private final Variable[] leadOut;
    private final boolean shares;

    private DualProgramme(Formation formation, StateRates rates, TurnLimit limit, boolean shares) {
        this.shares = shares && limit.least() > 1 && formation.working() > 1;
        this.formation = formation;
        states = rates.states;
        balances = rates.balances;
        this.limit = limit;
        totals = new StateTotals(formation, rates);
        int n = states.riders;
        deficit = new Variable[n];
        linear = new Variable[n];
        spell = new Variable[n * Prices.TANGENT.length];
        lead = new Variable[n];
        exchange = new Variable[n];
        surplus = new Variable[n];
        exchangeIn = new Variable[states.pieces.count];
        surplusIn = new Variable[states.pieces.count];
        window = new Variable[states.pieces.windows.size() * n];
        leadIn = new Variable[n * states.pieces.count];
        leadOut = new Variable[n * states.pieces.count];
    }

    /** Prices for a formation and a branch; those of an unsolved programme are all 0, which is valid too. */
    static Prices prices(Formation formation, StateRates rates, TurnLimit limit) {
        return new DualProgramme(formation, rates, limit, true).solve();
    }

    /** The same without prices on shares of pieces: they hold for every branch. */
    static Prices pricesForAll(Formation formation, StateRates rates, TurnLimit limit) {
        return new DualProgramme(formation, rates, limit, false).solve();
    }

    private Prices solve() {
        addPrices();
        addCells();
        Optimisation.Result result = model.maximise();
        Prices prices = new Prices(states);
        if (!result.getState().isFeasible()) {
            return prices;
        }
        for (int i = 0; i < states.riders; i++) {
            prices.deficit[i] = value(result, deficit[i]);
            prices.linear[i] = value(result, linear[i]);
            prices.lead[i] = value(result, lead[i]) / KILO;
            prices.exchange[i] = value(result, exchange[i]) / MEGA;
            prices.surplus[i] = value(result, surplus[i]) / MEGA;
        }
        for (int c = 0; c < states.pieces.count; c++) {
            prices.exchangeIn[c] = value(result, exchangeIn[c]) / KILO;
            prices.surplusIn[c] = value(result, surplusIn[c]) / KILO;
        }
        for (int k = 0; k < spell.length; k++) {
            prices.spell[k] = value(result, spell[k]);
        }
        for (int k = 0; k < window.length; k++) {
            prices.window[k] = value(result, window[k]);
        }
        for (int k = 0; k < leadIn.length; k++) {
            prices.leadIn[k] = value(result, leadIn[k]) / KILO;
            prices.leadOut[k] = value(result, leadOut[k]) / KILO;
        }
        prices.madeFor = shares ? limit : null;
        return prices;
    }

    private double value(Optimisation.Result result, Variable variable) {
        return variable == null ? 0 : Math.max(0, result.doubleValue(model.indexOf(variable)));
    }

    private Variable price(String name, int index, double most, double weight) {
        return model.newVariable(name + index).lower(0).upper(most).weight(weight);
    }

    private void addPrices() {
        for (int i = 0; i < states.riders; i++) {
            deficit[i] = price("deficit", i, DEAREST, -MEGA * (balances.usableJ[i] - balances.spentJ[i]));
            for (int k = 0; k < states.pieces.windows.size(); k++) {
                int at = k * states.riders + i;
                window[at] = price("window", at, DEAREST, -MEGA * balances.usableJ[i]);
            }
            if (balances.linear) {
                linear[i] = price("linear", i, DEAREST, -MEGA * (balances.usableJ[i] - balances.linearSpentJ[i]));
            }
        }
        for (int k = 0; k < formation.working(); k++) {
            int slot = formation.slot()[k];
            if (limit.open()) {
                continue;
            }
            for (int y = 0; y < Prices.TANGENT.length; y++) {
                int at = slot * Prices.TANGENT.length + y;
                spell[at] = price("spell", at, DEAREST, -MEGA * limit.spellJ(balances, slot, y));
            }
            if (formation.working() > 1) {
                lead[slot] = price("lead", slot, DEAREST_KW, -KILO * limit.mostLeadS(formation.working()));
                surplus[slot] = price("surplus", slot, DEAREST_MJ, -limit.mostPlaces(formation.working()));
            }
        }
        if (limit.least() > 1 && formation.working() > 1) {
            addExchanges();
            addPieceExchanges();
        }
        if (shares) {
            addShares();
        }
    }

    private void addExchanges() {
        Variable dearest = price("dearest", 0, DEAREST_MJ, 1.0 - formation.working());
        for (int k = 0; k < formation.working(); k++) {
            int slot = formation.slot()[k];
            exchange[slot] = price("exchange", slot, DEAREST_MJ, limit.leastPlaces(formation.working()));
            Expression below = model.newExpression("dearest" + slot).lower(0);
            below.set(dearest, 1);
            below.set(exchange[slot], -1);
        }
    }

    private void addPieceExchanges() {
        for (int c = 0; c < states.pieces.count; c++) {
            double leastS = limit.leastInS(formation.working(), states, c);
            double mostS = limit.mostInS(formation.working(), states, c);
            if (leastS > 0) {
                exchangeIn[c] = price("exchangeIn", c, DEAREST_KW, KILO * leastS);
            }
            if (mostS < states.pieces.durationS[c]) {
                surplusIn[c] = price("surplusIn", c, DEAREST_KW, -KILO * mostS);
            }
        }
    }

    /** Nobody can keep his turns for one piece of the road. The right hand sides are 0. */
    private void addShares() {
        for (int k = 0; k < formation.working(); k++) {
            for (int c = 0; c < states.pieces.count; c++) {
                int at = formation.slot()[k] * states.pieces.count + c;
                if (limit.mostShareIn(states, c) < 1) {
                    leadIn[at] = price("leadIn", at, DEAREST_KW, 0);
                }
                if (limit.leastShareIn(states, c) > 0) {
                    leadOut[at] = price("leadOut", at, DEAREST_KW, 0);
                }
            }
        }
    }

    private void setShares(Expression row, int c, int front) {
        for (int other = 0; other < states.pieces.count; other++) {
            int at = front * states.pieces.count + other;
            if (leadIn[at] != null) {
                row.set(leadIn[at], limit.mostShareIn(states, other) - (other == c ? 1 : 0));
            }
            if (leadOut[at] != null) {
                row.set(leadOut[at], (other == c ? 1 : 0) - limit.leastShareIn(states, other));
            }
        }
    }

    private void addCells() {
        for (int c = 0; c < totals.cells; c++) {
            Variable cellKw =
                    model.newVariable("cell" + c).lower(-1_000).upper(1_000).weight(KILO * totals.durationS[c]);
            for (int mode = 0; mode < totals.modes(); mode++) {
                for (int leader = 0; leader < formation.working(); leader++) {
                    addState(cellKw, c, mode, leader);
                }
            }
        }
    }

    /** The cell costs no more than this state does. */
    private void addState(Variable cellKw, int cell, int mode, int leader) {
        int n = states.riders;
        int state = totals.state(cell, mode, leader);
        int c = states.pieces.pieceOfCell[cell];
        int front = formation.slot()[leader];
        Expression row = model.newExpression("state" + state).upper(KILO * totals.powerW[state]);
        row.set(cellKw, 1);
        for (int i = 0; i < n; i++) {
            row.set(deficit[i], -KILO * totals.growthW[state * n + i]);
            if (linear[i] != null) {
                row.set(linear[i], -KILO * totals.aboveW[state * n + i]);
            }
            for (int y = 0; y < Prices.TANGENT.length; y++) {
                Variable price = spell[i * Prices.TANGENT.length + y];
                if (price != null) {
                    double shareW = i == front
                            ? -totals.growthW[state * n + i]
                            : Prices.recoveryWeight(y) * totals.recoveredW[state * n + i];
                    row.set(price, KILO * shareW);
                }
            }
        }
        for (int k = 0; k < states.pieces.windows.size(); k++) {
            if (states.pieces.windows.get(k).has(c)) {
                for (int i = 0; i < n; i++) {
                    row.set(window[k * n + i], -KILO * totals.growthW[state * n + i]);
                }
            }
        }
        setShares(row, c, front);
        set(row, lead[front], -1);
        if (mode == LineStates.EXCHANGE) {
            set(row, exchange[front], totals.mostPlaces[cell] / KILO);
            set(row, surplus[front], -totals.leastPlaces[cell] / KILO);
            set(row, exchangeIn[c], 1);
            set(row, surplusIn[c], -1);
        }
    }

    private static void set(Expression row, Variable variable, double factor) {
        if (variable != null) {
            row.set(variable, factor);
        }
    }
}
