package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.chase.RiderOutcome;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.PowerMetrics;
import io.paceline.rider.Rider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is said of one evaluated plan: its times, and each rider's work, balances and turns. For reports, not for a search: it allocates. */
final class PlanAccount {
    private final Chase chase;
    private final CompiledChase compiled;
    private final BunchRide bunch;

    PlanAccount(Chase chase, CompiledChase compiled, BunchRide bunch) {
        this.chase = chase;
        this.compiled = compiled;
        this.bunch = bunch;
    }

    /** @throws IllegalArgumentException if a pull is shorter than an exchange at the mean speed */
    void checkPulls(RotationPlan plan, Pace pace) {
        double meanMPerS = chase.road().lengthM() / pace.durationS();
        double exchangeS = chase.line().exchangeS(plan.pulls().size(), meanMPerS);
        for (Pull pull : plan.pulls()) {
            if (pull.seconds() < exchangeS) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "plan: rider %s: pull = %s s is shorter than an exchange of %d riders at %.1f km/h, %.1f s."
                                + " Pull longer, or let somebody sit on.",
                        pull.riderId(),
                        pull.seconds(),
                        plan.pulls().size(),
                        meanMPerS * 3.6,
                        exchangeS));
            }
        }
    }

    /**
     * The account of a plan.
     *
     * @param evaluator has just evaluated this plan at this pace
     * @param aheadS how long before the break the chase is at the catch point, s; 0 for the fastest ride
     */
    Outcome of(RotationPlan plan, Pace pace, PlanEvaluator evaluator, double aheadS) {
        Ride ride = Ride.of(chase, bunch, pace, plan);
        double totalS = bunch.durationS() + pace.durationS();
        List<RiderOutcome> riders = new ArrayList<>();
        double metabolicJ = 0;
        for (int slot = 0; slot < compiled.riders; slot++) {
            RiderOutcome outcome = riderOutcome(slot, evaluator, ride, totalS, pace.durationS());
            riders.add(outcome);
            metabolicJ += outcome.metabolicJ();
        }
        List<Double> speeds = Arrays.stream(pace.speedMPerS).boxed().toList();
        return new Outcome(
                totalS,
                aheadS,
                pace.evenPowerW(),
                speeds,
                evaluator.collectiveJ(),
                metabolicJ,
                evaluator.overdrawnJ(),
                evaluator.reserveShortJ(),
                Math.max(0, chase.goal().ridersLeft() - evaluator.ridersLeft()),
                riders);
    }

    private RiderOutcome riderOutcome(int slot, PlanEvaluator evaluator, Ride ride, double totalS, double chaseS) {
        Rider rider = chase.team().riders().get(slot);
        double frontS = 0;
        double aboveJ = 0;
        for (Ride.Interval interval : ride.intervals()) {
            frontS += interval.leader() == slot ? interval.durationS() : 0;
            aboveJ += Math.max(0, interval.powerW()[slot] - compiled.criticalPowerW[slot]) * interval.durationS();
        }
        double workJ = evaluator.workJ(slot);
        return new RiderOutcome(
                rider.id(),
                workJ,
                workJ / totalS,
                PowerMetrics.normalizedPowerW(everySecondW(ride, slot, totalS)),
                aboveJ,
                workJ / rider.efficiency(),
                evaluator.leastBalanceJ(slot),
                evaluator.endBalanceJ(slot),
                compiled.wPrimeJ[slot],
                frontS,
                frontS / chaseS,
                ride.turns(slot));
    }

    /** Mean power of each second; what a power meter would have stored. */
    private static double[] everySecondW(Ride ride, int slot, double totalS) {
        double[] samples = new double[(int) Math.ceil(totalS)];
        for (Ride.Interval interval : ride.intervals()) {
            double from = interval.startS();
            double to = from + interval.durationS();
            for (int second = (int) from; second < to && second < samples.length; second++) {
                double shareS = Math.min(to, second + 1) - Math.max(from, second);
                samples[second] += interval.powerW()[slot] * Math.max(0, shareS);
            }
        }
        if (samples.length > 0 && totalS < samples.length) {
            samples[samples.length - 1] /= totalS - (samples.length - 1);
        }
        return samples;
    }
}
