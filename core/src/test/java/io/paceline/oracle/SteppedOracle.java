package io.paceline.oracle;

import io.paceline.chase.Chase;
import io.paceline.plan.RotationPlan;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * One time step from the start point to the catch point, Euler's explicit method, no exponential. A step is cut where a stretch, a turn
 * or an exchange ends, so the work is exact and the error of the balances is in proportion to the step.
 */
final class SteppedOracle {
    static final double DEFAULT_STEP_S = 0.01;

    private final Chase chase;
    private final OracleSchedule schedule;
    private final OracleLine line;
    private final List<Stretch> stretches;
    private final List<Double> speeds;
    private final List<Double> endsS = new ArrayList<>();

    private double swingS;
    private double exchangeEndS = Double.POSITIVE_INFINITY;

    private SteppedOracle(Chase chase, RotationPlan plan) {
        this.chase = chase;
        schedule = new OracleSchedule(chase, plan);
        line = new OracleLine(chase, plan);
        stretches = new ArrayList<>(chase.approach());
        stretches.addAll(chase.road().stretches());
        speeds = new ArrayList<>(schedule.approachSpeeds);
        speeds.addAll(schedule.speeds);
        double seconds = 0;
        for (int i = 0; i < stretches.size(); i++) {
            seconds += stretches.get(i).lengthM() / speeds.get(i);
            endsS.add(seconds);
        }
    }

    static OracleAnswer ride(Chase chase, RotationPlan plan, double stepS) {
        return new SteppedOracle(chase, plan).ride(stepS);
    }

    private OracleAnswer ride(double stepS) {
        line.leader().turns++;
        swingS = schedule.approachS + line.pullS();
        double timeS = endsS.get(endsS.size() - 1);
        int stretch = -1;
        double nowS = 0;
        while (nowS < timeS) {
            boolean changed = stretch < 0 || endsS.get(stretch) <= nowS;
            stretch += changed ? 1 : 0;
            double nextS = Math.min(nowS + stepS, endsS.get(stretch));
            if (stretch >= chase.approach().size()) {
                changed |= handleEvents(nowS, speeds.get(stretch));
                nextS = Math.min(nextS, Math.min(swingS, exchangeEndS));
                line.leader().frontS += nextS - nowS;
            }
            if (changed) {
                readPowers(stretch);
            }
            double seconds = nextS - nowS;
            line.riders.forEach(rider -> rider.stepByEuler(seconds));
            nowS = nextS;
        }
        return new OracleAnswer(timeS, schedule.evenPowerW, List.copyOf(schedule.speeds), line.riders);
    }

    private void readPowers(int stretch) {
        if (stretch < chase.approach().size()) {
            line.rollInBunch(speeds.get(stretch), stretches.get(stretch));
        } else {
            line.ride(speeds.get(stretch), stretches.get(stretch));
        }
    }

    /** Whether anything happened. */
    private boolean handleEvents(double nowS, double v) {
        if (nowS >= swingS) {
            double exchangeS = line.swingOff(v);
            exchangeEndS = exchangeS > 0 ? nowS + exchangeS : Double.POSITIVE_INFINITY;
            swingS = nowS + line.pullS();
            return true;
        }
        if (nowS >= exchangeEndS) {
            line.endExchange();
            exchangeEndS = Double.POSITIVE_INFINITY;
            return true;
        }
        return false;
    }
}
