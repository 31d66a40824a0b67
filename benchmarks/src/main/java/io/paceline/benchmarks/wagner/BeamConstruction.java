package io.paceline.benchmarks.wagner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Builds a first strategy segment by segment: every kept beginning is ridden one segment further in every way that the instance allows (a few
 * powers, with and without a change of the leader), and the most promising ones are kept.
 *
 * <p>Each segment ridden is counted as a whole evaluation. How promising a beginning is: its time so far, without the rounding to whole steps,
 * plus an estimate of the rest:
 *
 * <ul>
 *   <li>where energy binds, the time in which the energy that the whole team has left, moving and stored, pays drag and rolling over the rest
 *       of the way at even speed; plus a charge for riders who could not even follow on what they have;
 *   <li>where the powers are given or capped, nothing but a small credit for energy: all ride on at the same power anyway.
 * </ul>
 */
final class BeamConstruction {
    /**
     * Powers tried per segment: from the least to the greatest at equal ratios, each raised at random by at most half a part. Fewer where the
     * changes of the leader are free too: a wider beam was worth more there (3,000 evaluations, seeds 101 to 112: women 207.9 s with two
     * powers, 208.7 s with three, 212.6 s with four).
     */
    private static final int POWERS = 4;

    private static final int POWERS_WITH_HANDOVERS = 2;

    /** s/J. Estimates, tuned on seeds that the tables do not use. */
    private static final double ENERGY_CREDIT_S_PER_J = 1e-4;

    private static final double SHORT_CHARGE_S_PER_J = 3e-4;
    private static final double LEAST_ENERGY_J = 1000;

    private final Instance instance;
    private final PursuitPhysics physics;
    private final Meter meter;
    private final Random random;

    BeamConstruction(Instance instance, Meter meter, Random random) {
        this.instance = instance;
        this.physics = new PursuitPhysics(instance.pursuit(), Instance.STEP_S);
        this.meter = meter;
        this.random = random;
    }

    /**
     * Spends at most the given number of evaluations.
     *
     * @return the best strategy found; the given powers or the least ones, if no beginning reaches the finish
     */
    Strategy build(long evaluations) {
        long perBeginning = (long) powers() * (instance.handOverIsFree() ? 2 : 1);
        int width = (int)
                Math.max(1, evaluations / (perBeginning * instance.pursuit().segments()));
        List<Beginning> kept = List.of(new Beginning(physics));
        long allowed = meter.spent() + evaluations;
        for (int segment = 0; segment < instance.pursuit().segments(); segment++) {
            List<Beginning> next = new ArrayList<>();
            for (Beginning beginning : kept) {
                if (meter.spent() + perBeginning <= allowed) {
                    extend(beginning, segment, next);
                }
            }
            next.sort(Comparator.comparingDouble(Beginning::rank));
            kept = List.copyOf(next.subList(0, Math.min(width, next.size())));
            if (kept.isEmpty()) {
                return new Strategy(instance.givenPowerW(), instance.givenHandOver());
            }
        }
        return kept.get(0).strategy();
    }

    private int powers() {
        if (!instance.powerIsFree()) {
            return 1;
        }
        return instance.handOverIsFree() ? POWERS_WITH_HANDOVERS : POWERS;
    }

    private void extend(Beginning from, int segment, List<Beginning> into) {
        for (boolean handOver : handOvers(segment)) {
            for (int p = 0; p < powers(); p++) {
                meter.count();
                from.ride(segment, handOver, powerW(p)).ifPresent(longer -> {
                    longer.rank = rank(longer, segment + 1);
                    into.add(longer);
                });
            }
        }
    }

    private List<Boolean> handOvers(int segment) {
        if (segment == 0) {
            return List.of(false);
        }
        return instance.handOverIsFree()
                ? List.of(false, true)
                : Collections.singletonList(instance.givenHandOver()[segment - 1]);
    }

    private double powerW(int part) {
        if (!instance.powerIsFree()) {
            return instance.maxPowerW();
        }
        double ratio = instance.maxPowerW() / instance.minPowerW();
        double share = (part + 0.5 * random.nextDouble()) / (powers() - 1);
        return instance.minPowerW() * Math.pow(ratio, Math.min(1, share));
    }

    private double rank(Beginning beginning, int nextSegment) {
        RaceState state = beginning.state;
        double timeS = Race.timeS(state.steps(), beginning.handovers(), Instance.STEP_S);
        if (nextSegment == instance.pursuit().segments()) {
            return timeS;
        }
        double reachedS = timeS - state.overshootS();
        double movingJ = 0.5 * physics.massKg * state.leaderMPerS() * state.leaderMPerS();
        double storedJ = 0;
        for (int place = 0; place < state.riders(); place++) {
            storedJ += state.energyJ(place);
        }
        if (!instance.energyBinds()) {
            return reachedS - ENERGY_CREDIT_S_PER_J * (storedJ + movingJ);
        }
        return reachedS + restS(state, instance.pursuit().metresFrom(nextSegment), storedJ, movingJ);
    }

    private double restS(RaceState state, double metres, double storedJ, double movingJ) {
        double dragWPerV3 = 0;
        for (int place = 0; place < state.riders(); place++) {
            dragWPerV3 += physics.dragWPerV3[place];
        }
        double rollingJ = physics.rollingN * state.riders() * metres;
        double forDragJ = PursuitPhysics.DRIVETRAIN_EFFICIENCY * storedJ + movingJ - rollingJ;
        double seconds = metres * Math.sqrt(dragWPerV3 * metres / Math.max(LEAST_ENERGY_J, forDragJ));
        double speed = metres / seconds;
        double followJ = (physics.dragWPerV3[2] * speed * speed + physics.rollingN) * metres;
        double shortJ = 0;
        double shortestJ = 0;
        for (int place = 0; place < state.riders(); place++) {
            double missing = Math.max(0, followJ - state.energyJ(place));
            shortJ += missing;
            shortestJ = Math.max(shortestJ, missing);
        }
        // One rider more than needed may run dry.
        double chargedJ = state.riders() > Pursuit.NEEDED_RIDERS ? shortJ - shortestJ : shortJ;
        return seconds + SHORT_CHARGE_S_PER_J * chargedJ;
    }
}
