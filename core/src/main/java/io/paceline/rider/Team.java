package io.paceline.rider;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The riders who chase together. A rider's index in the list is his slot, the same for the whole run.
 *
 * @param riders 1 to 20 riders with different ids
 * @param protectedIds riders of the list who never pull
 */
public record Team(List<Rider> riders, Set<String> protectedIds) {
    /** The longest line that the model covers. */
    public static final int MAX_RIDERS = 20;

    /** @throws IllegalArgumentException if there are too few or too many riders, an id twice, or an unknown protected id */
    public Team {
        riders = List.copyOf(riders);
        protectedIds = Set.copyOf(protectedIds);
        if (riders.isEmpty() || riders.size() > MAX_RIDERS) {
            throw new IllegalArgumentException("team: " + riders.size() + " riders; a chase has 1 to " + MAX_RIDERS
                    + ". Name those who chase and leave the others out.");
        }
        Set<String> ids = new HashSet<>();
        for (Rider rider : riders) {
            if (!ids.add(rider.id())) {
                throw new IllegalArgumentException("team: rider " + rider.id() + " is there twice. Ids must differ.");
            }
        }
        for (String id : protectedIds) {
            if (!ids.contains(id)) {
                throw new IllegalArgumentException("team: protected rider " + id + " is not in the team " + ids + ".");
            }
        }
        if (protectedIds.size() == riders.size()) {
            throw new IllegalArgumentException(
                    "team: every rider is protected, so nobody pulls. At least one rider has to work.");
        }
    }

    /** How many riders there are. */
    public int size() {
        return riders.size();
    }

    /**
     * The slot of a rider.
     *
     * @throws IllegalArgumentException if nobody has this id
     */
    public int slot(String id) {
        for (int slot = 0; slot < riders.size(); slot++) {
            if (riders.get(slot).id().equals(id)) {
                return slot;
            }
        }
        throw new IllegalArgumentException("rider " + id + " is not in the team "
                + riders.stream().map(Rider::id).toList() + ".");
    }

    /** Whether the rider in this slot never pulls. */
    public boolean isProtected(int slot) {
        return protectedIds.contains(riders.get(slot).id());
    }
}
