package io.paceline.oracle;

import io.paceline.chase.Chase;
import io.paceline.chase.Exchange;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who rides where at this moment, and what it takes him. */
final class OracleLine {
    private final Chase chase;
    private final OracleDrag drag;
    private final Map<String, Pull> pulls = new HashMap<>();
    private final List<OracleRider> working = new ArrayList<>();
    private final List<OracleRider> sitting = new ArrayList<>();
    private final Map<OracleRider, Integer> gone = new HashMap<>();

    /** All riders by slot. */
    final List<OracleRider> riders = new ArrayList<>();

    private OracleRider drifting;
    private double driftMPerS;

    OracleLine(Chase chase, RotationPlan plan) {
        this.chase = chase;
        this.drag = new OracleDrag(chase.line().wheelGapM());
        chase.team().riders().forEach(rider -> riders.add(new OracleRider(rider, chase)));
        for (Pull pull : plan.pulls()) {
            pulls.put(pull.riderId(), pull);
            working.add(byId(pull.riderId()));
        }
        plan.sitsOn().forEach(id -> sitting.add(byId(id)));
    }

    private OracleRider byId(String id) {
        return riders.stream().filter(r -> r.rider.id().equals(id)).findFirst().orElseThrow();
    }

    OracleRider leader() {
        return working.get(0);
    }

    double pullS() {
        return pulls.get(leader().rider.id()).seconds();
    }

    boolean inExchange() {
        return drifting != null;
    }

    /** The rider who drifted is behind the last working rider now. */
    void endExchange() {
        drifting = null;
    }

    /** The leader's turn is over. Returns how long the exchange takes, s; 0 if there is none. */
    double swingOff(double v) {
        drifting = null;
        OracleRider leader = working.remove(0);
        int burnedAfter = pulls.get(leader.rider.id()).burnedAfterTurns();
        if (burnedAfter > 0 && leader.turns == burnedAfter) {
            gone.put(leader, working.size() + 1 + sitting.size());
            leader().turns++;
            return 0;
        }
        working.add(leader);
        leader().turns++;
        if (working.size() == 1) {
            return 0;
        }
        drifting = leader;
        Exchange exchange = chase.line().exchange();
        driftMPerS = Math.min(exchange.driftMPerS(), exchange.mostDriftShare() * v);
        return (working.size() - 1) * (exchange.bicycleLengthM() + chase.line().wheelGapM()) / driftMPerS;
    }

    /** Everybody rolls in the bunch. */
    void rollInBunch(double v, Stretch stretch) {
        riders.forEach(rider ->
                rider.powerW = powerW(rider, v, chase.bunch().dragFraction(), OracleAir.onBunch(chase, stretch)));
    }

    /** Gives everybody the power of his place. */
    void ride(double v, Stretch stretch) {
        OracleAir air = OracleAir.onLine(chase, stretch);
        List<OracleRider> line = new ArrayList<>(working);
        line.remove(drifting);
        line.addAll(sitting);
        for (int i = 0; i < line.size(); i++) {
            double k = drag.fraction(line.size(), i + 1);
            if (i > 0) {
                k = OracleDrag.sheltered(
                        k,
                        line.get(i - 1).rider.dragAreaM2(),
                        line.get(i).rider.dragAreaM2(),
                        chase.line().shelter().exponent());
            }
            line.get(i).powerW = powerW(line.get(i), v, k, air);
        }
        if (drifting != null) {
            // nobody rides backwards, however fast the line was when he swung off
            drifting.powerW = powerW(drifting, Math.max(0, v - driftMPerS), 1, air);
        }
        gone.forEach((rider, n) -> rider.powerW = powerW(rider, v, drag.fraction(n, n), air));
    }

    private static double powerW(OracleRider rider, double v, double k, OracleAir air) {
        return Math.max(0, OraclePhysics.powerW(v, rider.rider.massKg(), rider.rider.dragAreaM2(), k, air));
    }
}
