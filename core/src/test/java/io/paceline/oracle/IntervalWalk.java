package io.paceline.oracle;

import io.paceline.chase.Chase;
import io.paceline.plan.RotationPlan;
import io.paceline.road.Stretch;
import java.util.List;

/** Walks from event to event (end of a stretch, of an exchange, of a turn) and solves the equations in between exactly. */
final class IntervalWalk {
    private final OracleLine line;
    private double nowS;
    private double swingS;
    private double exchangeEndS = Double.POSITIVE_INFINITY;

    private IntervalWalk(OracleLine line) {
        this.line = line;
    }

    static OracleAnswer ride(Chase chase, RotationPlan plan) {
        OracleSchedule schedule = new OracleSchedule(chase, plan);
        IntervalWalk walk = new IntervalWalk(new OracleLine(chase, plan));
        for (int i = 0; i < chase.approach().size(); i++) {
            Stretch stretch = chase.approach().get(i);
            double v = schedule.approachSpeeds.get(i);
            walk.line.rollInBunch(v, stretch);
            walk.line.riders.forEach(rider -> rider.rideExactly(stretch.lengthM() / v));
        }
        walk.line.leader().turns++;
        walk.swingS = walk.line.pullS();
        double startS = 0;
        for (int i = 0; i < schedule.speeds.size(); i++) {
            double v = schedule.speeds.get(i);
            Stretch stretch = chase.road().stretches().get(i);
            startS += stretch.lengthM() / v;
            walk.rideStretch(stretch, v, startS);
        }
        return new OracleAnswer(
                schedule.approachS + startS, schedule.evenPowerW, List.copyOf(schedule.speeds), walk.line.riders);
    }

    private void rideStretch(Stretch stretch, double v, double endS) {
        while (nowS < endS) {
            if (nowS >= swingS) {
                double exchangeS = line.swingOff(v);
                exchangeEndS = exchangeS > 0 ? nowS + exchangeS : Double.POSITIVE_INFINITY;
                swingS = nowS + line.pullS();
            }
            if (nowS >= exchangeEndS) {
                line.endExchange();
                exchangeEndS = Double.POSITIVE_INFINITY;
            }
            double nextS = Math.min(endS, Math.min(swingS, exchangeEndS));
            double seconds = nextS - nowS;
            line.ride(v, stretch);
            line.riders.forEach(rider -> rider.rideExactly(seconds));
            line.leader().frontS += seconds;
            nowS = nextS;
        }
    }
}
