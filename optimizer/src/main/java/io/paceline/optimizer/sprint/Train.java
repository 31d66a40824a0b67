package io.paceline.optimizer.sprint;

import java.util.ArrayList;
import java.util.List;

/**
 * How a train is ridden: who leads how far, one after another; each leaves after his turn.
 *
 * @param order ids of the helpers, first one first
 * @param metres of each at the front, m; above 0
 */
public record Train(List<String> order, List<Double> metres) {
    /** No change makes a turn shorter, m. Estimate. */
    private static final double LEAST_TURN_M = 50;

    /** @throws IllegalArgumentException if the lists differ in length, or a turn has no length */
    public Train {
        order = List.copyOf(order);
        metres = List.copyOf(metres);
        if (order.size() != metres.size() || order.isEmpty()) {
            throw new IllegalArgumentException(
                    "train: " + order.size() + " riders and " + metres.size() + " turns. Each rider has one.");
        }
        for (int i = 0; i < metres.size(); i++) {
            if (!(metres.get(i) > 0)) {
                throw new IllegalArgumentException(
                        "train: rider " + order.get(i) + ": " + metres.get(i) + " m is not above 0 m.");
            }
        }
    }

    /** Equal turns. */
    static Train equal(List<String> order, double lengthM) {
        List<Double> metres = new ArrayList<>();
        order.forEach(id -> metres.add(lengthM / order.size()));
        return new Train(order, metres);
    }

    /** Everything that one change makes of it: two riders in each other's turn, or so many metres from one turn to another. */
    List<Train> changed(double stepM) {
        List<Train> changed = new ArrayList<>();
        for (int one = 0; one < order.size(); one++) {
            for (int other = 0; other < order.size(); other++) {
                if (other > one) {
                    changed.add(swapped(one, other));
                }
                if (other != one && metres.get(one) - stepM >= LEAST_TURN_M) {
                    changed.add(moved(one, other, stepM));
                }
            }
        }
        return changed;
    }

    /** Turns stay where they are. */
    private Train swapped(int one, int other) {
        List<String> riders = new ArrayList<>(order);
        riders.set(one, order.get(other));
        riders.set(other, order.get(one));
        return new Train(riders, metres);
    }

    private Train moved(int from, int to, double lengthM) {
        List<Double> changed = new ArrayList<>(metres);
        changed.set(from, metres.get(from) - lengthM);
        changed.set(to, metres.get(to) + lengthM);
        return new Train(order, changed);
    }
}
