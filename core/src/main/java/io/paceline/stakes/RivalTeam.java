package io.paceline.stakes;

import io.paceline.check.Range;
import io.paceline.rider.Rider;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One team in the race and what it may win.
 *
 * @param name different for each team
 * @param spared riders who may work in the chase
 * @param carried its other riders whose work counts: they ride in the bunch
 * @param stageWin worth of a stage win, points; 0 or more
 * @param winChance of its sprinter if the break is caught; 0 to 1
 * @param behindLeaderS of its best rider of the general classification, s; 0 for the leader's team; empty if it has none who counts
 */
public record RivalTeam(
        String name,
        List<Rider> spared,
        List<Rider> carried,
        double stageWin,
        double winChance,
        OptionalDouble behindLeaderS) {

    /** @throws IllegalArgumentException if a value is outside the range of its parameter */
    public RivalTeam {
        spared = List.copyOf(spared);
        carried = List.copyOf(carried);
        if (name.isBlank()) {
            throw new IllegalArgumentException("team: the name is empty. Give every team one.");
        }
        String who = "team " + name + ": ";
        Range.check(stageWin, 0, 1e6, who + "stageWin", "points", "");
        Range.check(winChance, 0, 1, who + "winChance", "", "Maybe it is in percent: divide by 100.");
        if (behindLeaderS.isPresent()) {
            Range.check(
                    behindLeaderS.getAsDouble(),
                    0,
                    36_000,
                    who + "behindLeaderS",
                    "s",
                    "It is seconds behind the leader, who has 0.");
        }
    }

    /** What a catch gives its sprinter a chance of, points. */
    public double expectedStageWin() {
        return stageWin * winChance;
    }

    /** All riders whose work counts. */
    public List<Rider> riders() {
        return java.util.stream.Stream.concat(spared.stream(), carried.stream()).toList();
    }
}
