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

    /** With two riders in each other's place; turns stay where they are. */
    Train swapped(int one, int other) {
        List<String> riders = new ArrayList<>(order);
        riders.set(one, order.get(other));
        riders.set(other, order.get(one));
        return new Train(riders, metres);
    }

    /** With some metres moved from one turn to another; unchanged if too few would be left. */
    Train moved(int from, int to, double lengthM, double leastM) {
        List<Double> changed = new ArrayList<>(metres);
        changed.set(from, metres.get(from) - lengthM);
        changed.set(to, metres.get(to) + lengthM);
        return changed.get(from) < leastM ? this : new Train(order, changed);
    }
}
