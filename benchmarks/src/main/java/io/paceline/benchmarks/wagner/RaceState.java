package io.paceline.benchmarks.wagner;

import java.util.Arrays;

/**
 * A team on the way, rider by rider in the order of the line, so that place 1 is slot 0. The riders are equal, hence their names do not
 * matter. Mutable; nothing is allocated after the constructor.
 *
 * <p>Quirks of the published program, kept on purpose:
 *
 * <ul>
 *   <li>the distance of a step, {@code v·dt + ½(v' - v)·dt²}, lacks a division of the acceleration by {@code dt};
 *   <li>a follower's speed, {@code v' = 2x/dt - v}, swings round the leader's for ever: a change of the leader can gain or lose up to the
 *       whole swing, as the parity of the step has it;
 *   <li>a follower's kinetic term lacks the squares, and his energy, never below 0, rises whenever the swing makes his power negative: who is
 *       empty within a segment can be alive at its end;
 *   <li>a leader whose energy is 0 keeps his power until the end of the segment.
 * </ul>
 */
final class RaceState {
    private final PursuitPhysics physics;
    private final double[] speedMPerS;
    private final double[] energyJ;
    private final int[] fatigue;
    private final double[] energyPerWorkS;

    private int riders;
    private int steps;
    private double overshootS;
    private double overdrawnJ;

    RaceState(PursuitPhysics physics) {
        this.physics = physics;
        int n = physics.pursuit.riders();
        speedMPerS = new double[n];
        energyJ = new double[n];
        fatigue = new int[n];
        energyPerWorkS = new double[n];
        start();
    }

    /** Puts the whole team at rest, fresh, on the start line. */
    void start() {
        riders = energyJ.length;
        Arrays.fill(speedMPerS, 0);
        Arrays.fill(energyJ, physics.startEnergyJ);
        Arrays.fill(fatigue, 0);
        steps = 0;
        overshootS = 0;
        overdrawnJ = 0;
    }

    /** Becomes a copy of another state of the same physics. */
    void copyFrom(RaceState other) {
        int n = energyJ.length;
        System.arraycopy(other.speedMPerS, 0, speedMPerS, 0, n);
        System.arraycopy(other.energyJ, 0, energyJ, 0, n);
        System.arraycopy(other.fatigue, 0, fatigue, 0, n);
        riders = other.riders;
        steps = other.steps;
        overshootS = other.overshootS;
        overdrawnJ = other.overdrawnJ;
    }

    /** Sends the leader to the back. Speeds and energies stay with the riders. */
    void handOver() {
        int last = riders - 1;
        double speed = speedMPerS[0];
        double energy = energyJ[0];
        int tired = fatigue[0];
        for (int place = 0; place < last; place++) {
            moveRider(place + 1, place);
        }
        speedMPerS[last] = speed;
        energyJ[last] = energy;
        fatigue[last] = tired;
    }

    /**
     * Rides one segment, then drops the riders who have no energy left and closes the line.
     *
     * @return whether enough riders are left
     */
    boolean ride(double lengthM, double powerW) {
        double stepS = physics.stepS;
        double dragWPerV3 = physics.dragWPerV3[0];
        double rollingN = physics.rollingN;
        double driveW = PursuitPhysics.DRIVETRAIN_EFFICIENCY * powerW * PursuitPhysics.freshness(fatigue[0]);
        double spentJ = powerW * stepS;
        for (int place = 1; place < riders; place++) {
            energyPerWorkS[place] =
                    stepS / (PursuitPhysics.DRIVETRAIN_EFFICIENCY * PursuitPhysics.freshness(fatigue[place]));
        }
        double leaderMPerS = speedMPerS[0];
        double doneM = 0;
        double stepM = 0;
        while (doneM < lengthM) {
            double v = leaderMPerS;
            double gainJ = (driveW - dragWPerV3 * v * v * v - rollingN * v) * stepS;
            leaderMPerS = Math.sqrt(2 * gainJ / physics.massKg + v * v);
            stepM = v * stepS + 0.5 * (leaderMPerS - v) * stepS * stepS;
            spend(0, spentJ);
            follow(2 * stepM / stepS);
            doneM += stepM;
            steps++;
        }
        speedMPerS[0] = leaderMPerS;
        overshootS += (doneM - lengthM) / stepM * stepS;
        tire();
        closeLine();
        return riders >= Pursuit.NEEDED_RIDERS;
    }

    private void follow(double twiceLineMPerS) {
        double massPerStep = 0.5 * physics.massKg / physics.stepS;
        for (int place = 1; place < riders; place++) {
            double v = speedMPerS[place];
            double next = twiceLineMPerS - v;
            double powerW = physics.dragWPerV3[place] * v * v * v + physics.rollingN * v + massPerStep * (next - v);
            speedMPerS[place] = next;
            spend(place, powerW * energyPerWorkS[place]);
        }
    }

    private void spend(int place, double joules) {
        double left = energyJ[place] - joules;
        if (left < 0) {
            overdrawnJ -= left;
            left = 0;
        }
        energyJ[place] = left;
    }

    private void tire() {
        fatigue[0] += 2;
        for (int place = 1; place < riders; place++) {
            fatigue[place] = Math.max(0, fatigue[place] - 1);
        }
    }

    private void closeLine() {
        int kept = 0;
        for (int place = 0; place < riders; place++) {
            if (energyJ[place] > 0) {
                moveRider(place, kept);
                kept++;
            }
        }
        riders = kept;
    }

    private void moveRider(int from, int to) {
        speedMPerS[to] = speedMPerS[from];
        energyJ[to] = energyJ[from];
        fatigue[to] = fatigue[from];
    }

    int riders() {
        return riders;
    }

    double stepS() {
        return physics.stepS;
    }

    int steps() {
        return steps;
    }

    /** How far the steps rode past the ends of the segments in all, s: what the rounding to whole steps hides. */
    double overshootS() {
        return overshootS;
    }

    /** Energy that riders were asked for and did not have, J. */
    double overdrawnJ() {
        return overdrawnJ;
    }

    double leaderMPerS() {
        return speedMPerS[0];
    }

    double energyJ(int place) {
        return energyJ[place];
    }
}
