package io.paceline.benchmarks.wagner;

/**
 * The only way to the objective while a search runs: counts every evaluation and refuses the first one past the budget.
 *
 * <p>The count is strict. Each segment that the construction rides ahead counts as one whole evaluation, though it costs a twentieth or
 * thirtieth of one; a strategy that comes up twice counts twice.
 */
final class Meter {
    private final Race race;
    private final long budget;
    private long spent;

    Meter(Race race, long budget) {
        this.race = race;
        this.budget = budget;
    }

    /**
     * One evaluation of the objective.
     *
     * @throws IllegalStateException if the budget is spent
     */
    double finishTimeS(double[] powerW, boolean[] handOver) {
        count();
        return race.finishTimeS(powerW, handOver);
    }

    /**
     * Counts one evaluation that a caller makes by himself.
     *
     * @throws IllegalStateException if the budget is spent
     */
    void count() {
        if (spent >= budget) {
            throw new IllegalStateException("evaluation " + (spent + 1) + " is past the budget of " + budget);
        }
        spent++;
    }

    Race race() {
        return race;
    }

    long spent() {
        return spent;
    }

    long left() {
        return budget - spent;
    }
}
