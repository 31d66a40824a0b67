package io.paceline.optimizer.rotation;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Road;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Carries a plan over to a chase that has changed: another gap, wind or road, riders who came or went. What still fits stays, so that a
 * search can start from there: see {@link SearchOptions#withStart}.
 */
public final class PlanTransfer {
    private final Team team;
    private final List<Pull> pulls = new ArrayList<>();
    private final List<String> sitsOn = new ArrayList<>();
    private final List<Takeover.Turn> free = new ArrayList<>();

    private PlanTransfer(Team team) {
        this.team = team;
    }

    /**
     * The plan as it fits the changed chase. Riders who are gone leave the line, and so do those who are protected now; who takes over
     * their turns is found by riding each way to do it, at a pace that suits it: nobody, one of those who pull, one who sat on, or all in
     * proportion to what they have left. New riders join at the end with the mean pull, protected ones sit on; pulls grow to the shortest
     * possible. A part of the road keeps its effort, counted from the catch point backwards; a new part has even effort. Where nobody is
     * left who pulls to the end, all pull equally.
     *
     * @param plan that fits {@code from}
     * @throws IllegalArgumentException if the plan's efforts are not those of {@code from}
     */
    public static RotationPlan onto(RotationPlan plan, Chase from, ChaseKernel to) {
        PlanTransfer transfer = new PlanTransfer(to.chase().team());
        transfer.placeThoseWhoStay(plan);
        double meanS =
                transfer.pulls.stream().mapToDouble(Pull::seconds).average().orElse(Pull.MIN_SECONDS);
        transfer.placeThoseWhoCome(meanS);
        List<Double> efforts =
                efforts(plan.sectorEfforts(), from.road(), to.chase().road());
        Takeover takeover = new Takeover(to, efforts);
        if (transfer.pulls.stream().allMatch(pull -> pull.burnedAfterTurns() > 0)) {
            RotationPlan plain =
                    PlainPlans.equalPulls(to.chase(), Math.max(meanS, takeover.shortestS(transfer.team.size())));
            return new RotationPlan(plain.pulls(), plain.sitsOn(), efforts);
        }
        return takeover.cheapest(transfer.pulls, transfer.sitsOn, transfer.free);
    }

    private void placeThoseWhoStay(RotationPlan plan) {
        Set<String> ids = team.riders().stream().map(Rider::id).collect(Collectors.toSet());
        for (Pull pull : plan.pulls()) {
            if (ids.contains(pull.riderId()) && !team.protectedIds().contains(pull.riderId())) {
                pulls.add(pull);
            } else if (pull.burnedAfterTurns() == 0) {
                free.add(new Takeover.Turn(pulls.size(), pull.seconds()));
            }
        }
        plan.sitsOn().stream().filter(ids::contains).forEach(sitsOn::add);
    }

    private void placeThoseWhoCome(double seconds) {
        Set<String> placed = new HashSet<>(sitsOn);
        pulls.forEach(pull -> placed.add(pull.riderId()));
        for (Rider rider : team.riders()) {
            if (team.protectedIds().contains(rider.id()) && placed.add(rider.id())) {
                sitsOn.add(rider.id());
            } else if (placed.add(rider.id())) {
                pulls.add(new Pull(rider.id(), seconds));
            }
        }
    }

    private static List<Double> efforts(List<Double> efforts, Road from, Road to) {
        if (efforts.size() != from.sectorCount()) {
            throw new IllegalArgumentException("plan: " + efforts.size() + " efforts for " + from.sectorCount()
                    + " sectors. Give the chase that the plan was made for.");
        }
        double[] middleM = middlesToGoM(to);
        double[] startM = startsToGoM(from);
        List<Double> carried = new ArrayList<>();
        for (double toGoM : middleM) {
            double effort = 1;
            for (int sector = 0; sector < startM.length; sector++) {
                // the last sector that begins before the place
                effort = startM[sector] >= toGoM ? efforts.get(sector) : effort;
            }
            carried.add(effort);
        }
        return carried;
    }

    /** Where each sector begins, m before the end of the road. */
    private static double[] startsToGoM(Road road) {
        double[] toGoM = new double[road.sectorCount()];
        for (int s = road.stretches().size() - 1; s >= 0; s--) {
            for (int sector = 0; sector <= road.sectorOf(s); sector++) {
                toGoM[sector] += road.stretches().get(s).lengthM();
            }
        }
        return toGoM;
    }

    private static double[] middlesToGoM(Road road) {
        double[] starts = startsToGoM(road);
        double[] middles = new double[starts.length];
        for (int i = 0; i < starts.length; i++) {
            middles[i] = (starts[i] + (i + 1 < starts.length ? starts[i + 1] : 0)) / 2;
        }
        return middles;
    }
}
