package io.paceline.optimizer.sprint;

import java.util.ArrayList;
import java.util.List;

/** Adds up the steps of each turn at the front. */
final class TurnCount {
    private final List<TurnRide> turns = new ArrayList<>();

    /** One step; a step of another rider than before begins a turn. */
    void add(String riderId, double fromMPerS, double toMPerS, double metres, double powerW) {
        double seconds = metres / (0.5 * (fromMPerS + toMPerS));
        int last = turns.size() - 1;
        if (last < 0 || !turns.get(last).riderId().equals(riderId)) {
            turns.add(new TurnRide(riderId, metres, seconds, fromMPerS, toMPerS, powerW * seconds, powerW));
            return;
        }
        TurnRide turn = turns.get(last);
        turns.set(
                last,
                new TurnRide(
                        riderId,
                        turn.metres() + metres,
                        turn.seconds() + seconds,
                        turn.fromMPerS(),
                        toMPerS,
                        turn.workJ() + powerW * seconds,
                        Math.max(turn.peakW(), powerW)));
    }

    List<TurnRide> turns() {
        return turns;
    }
}
