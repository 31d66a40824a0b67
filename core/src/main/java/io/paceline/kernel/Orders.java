package io.paceline.kernel;

import java.util.Arrays;

/**
 * Every order of the working riders of a plan, one after the other, by one swap each: Heap's method (Heap 1963, Computer J 6:293-294). A
 * rider's pull goes where he goes. No allocation after the constructor.
 *
 * <pre>{@code
 * Orders orders = new Orders(plan.working);
 * do {
 *     evaluator.evaluate(pace, plan);
 * } while (orders.next(plan));
 * }</pre>
 */
public final class Orders {
    private final int[] swaps;

    /** Starts at the order that the plan has now. */
    public Orders(int working) {
        swaps = new int[working];
    }

    /**
     * Changes the plan to its next order. Returns whether there was one; after the last it starts again from the order the plan is left in.
     *
     * @throws IndexOutOfBoundsException if the plan has fewer riders than work here
     */
    public boolean next(LinePlan plan) {
        int i = 1;
        while (i < swaps.length && swaps[i] == i) {
            i++;
        }
        Arrays.fill(swaps, 0, Math.min(i, swaps.length), 0);
        if (i >= swaps.length) {
            return false;
        }
        plan.swap(i % 2 == 0 ? 0 : swaps[i], i);
        swaps[i]++;
        return true;
    }
}
