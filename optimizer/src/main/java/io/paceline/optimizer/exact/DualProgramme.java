package io.paceline.optimizer.exact;

import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The linear programme that finds good prices for a formation: the dual of "share out the time of every class of stretches among the
 * states of the line, at least cost, within every rider's conditions". Units: MJ, kW, ks.
 */
final class DualProgramme {
    /** Dearer prices are not needed: they arise where no plan is feasible, and the bound is above any plan by then. */
    private static final double DEAREST = 50;

    private static final double DEAREST_KW = 5;
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

    private DualProgramme(Formation formation, StateRates rates, TurnLimit limit) {
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
        exchangeIn = new Variable[totals.classes];
        surplusIn = new Variable[totals.classes];
    }

    /** Prices for a formation and a branch; those of an unsolved programme are all 0, which is valid too. */
    static Prices prices(Formation formation, StateRates rates, TurnLimit limit) {
        return new DualProgramme(formation, rates, limit).solve();
    }

    private Prices solve() {
        addPrices();
        addClasses();
        Optimisation.Result result = model.maximise();
        Prices prices = new Prices(states.riders, totals.classes);
        if (!result.getState().isFeasible()) {
            return prices;
        }
        for (int i = 0; i < states.riders; i++) {
            prices.deficit[i] = value(result, deficit[i]);
            prices.linear[i] = value(result, linear[i]);
            prices.lead[i] = value(result, lead[i]) / KILO;
            prices.exchange[i] = value(result, exchange[i]) / KILO;
            prices.surplus[i] = value(result, surplus[i]) / KILO;
        }
        for (int c = 0; c < totals.classes; c++) {
            prices.exchangeIn[c] = value(result, exchangeIn[c]) / KILO;
            prices.surplusIn[c] = value(result, surplusIn[c]) / KILO;
        }
        for (int k = 0; k < spell.length; k++) {
            prices.spell[k] = value(result, spell[k]);
        }
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
                surplus[slot] = price("surplus", slot, DEAREST_KW, -KILO * limit.mostExchangeS(formation, states));
            }
        }
        if (limit.least() > 1 && formation.working() > 1) {
            addExchanges();
            addClassExchanges();
        }
    }

    private void addExchanges() {
        double leastKs = KILO * limit.leastExchangeS(formation, states);
        Variable dearest = price("dearest", 0, DEAREST_KW, -leastKs / (limit.least() - 1));
        for (int k = 0; k < formation.working(); k++) {
            int slot = formation.slot()[k];
            exchange[slot] = price("exchange", slot, DEAREST_KW, leastKs);
            Expression below = model.newExpression("dearest" + slot).lower(0);
            below.set(dearest, 1);
            below.set(exchange[slot], -1);
        }
    }

    private void addClassExchanges() {
        for (int c = 0; c < totals.classes; c++) {
            double leastS = limit.leastInClassS(formation.working(), states, c);
            double mostS = limit.mostInClassS(formation.working(), states, c);
            if (leastS > 0) {
                exchangeIn[c] = price("exchangeIn", c, DEAREST_KW, KILO * leastS);
            }
            if (mostS < totals.durationS[c]) {
                surplusIn[c] = price("surplusIn", c, DEAREST_KW, -KILO * mostS);
            }
        }
    }

    private void addClasses() {
        for (int c = 0; c < totals.classes; c++) {
            Variable classKw = model.newVariable("class" + c).lower(-1_000).upper(1_000).weight(KILO * totals.durationS[c]);
            for (int mode = 0; mode < totals.modes(); mode++) {
                for (int leader = 0; leader < formation.working(); leader++) {
                    addState(classKw, c, mode, leader);
                }
            }
        }
    }

    /** The class costs no more than this state does. */
    private void addState(Variable classKw, int c, int mode, int leader) {
        int n = states.riders;
        int state = totals.state(c, mode, leader);
        int front = formation.slot()[leader];
        Expression row = model.newExpression("state" + state).upper(KILO * totals.powerW[state]);
        row.set(classKw, 1);
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
        set(row, lead[front], -1);
        if (mode == LineStates.EXCHANGE) {
            set(row, exchange[front], 1);
            set(row, surplus[front], -1);
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
