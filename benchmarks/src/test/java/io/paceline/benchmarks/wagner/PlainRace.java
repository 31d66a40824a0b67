package io.paceline.benchmarks.wagner;

import java.util.ArrayList;
import java.util.List;

/** The model as its description reads: riders as objects, no precomputed constant, nothing shared with the fast one. */
final class PlainRace {
    private static final double[] PLACE = {1, 0.75, 0.65, 0.55};

    private final boolean men;
    private final double dt;

    PlainRace(Pursuit pursuit, double dt) {
        men = pursuit == Pursuit.MEN;
        this.dt = dt;
    }

    double finishTimeS(double[] power, boolean[] bits) {
        double mass = men ? 75 : 65;
        double total = mass + 7.7;
        double cda = 0.65 * (0.0293 * Math.pow(men ? 1.75 : 1.60, 0.725) * Math.pow(mass, 0.425) + 0.0604);
        double kelvin = 293.15;
        double pv = 100 * 0.5 * 6.1078 * Math.pow(10, (7.5 * kelvin - 2048.625) / (kelvin - 35.85));
        double rho = (100 * 1013.25 - pv) / (287.058 * kelvin) + pv / (461.495 * kelvin);
        List<Rider> line = new ArrayList<>();
        for (int r = 0; r < (men ? 4 : 3); r++) {
            line.add(new Rider((men ? 6 * 240 : 5 * 210) * mass));
        }
        double time = 0;
        for (int s = 0; s < power.length; s++) {
            if (s > 0 && bits[s - 1]) {
                line.add(line.remove(0));
                time += 0.12;
            }
            double length = s == 0 || s == power.length - 1 ? 187.5 : 125;
            for (double done = 0; done < length; time += dt) {
                double step = line.get(0).lead(power[s], cda * rho / 2, total, dt);
                for (int k = 1; k < line.size(); k++) {
                    line.get(k).follow(step, PLACE[k] * cda * rho / 2, total, dt);
                }
                done += step;
            }
            for (int k = 0; k < line.size(); k++) {
                Rider rider = line.get(k);
                rider.fatigue = k == 0 ? rider.fatigue + 2 : Math.max(0, rider.fatigue - 1);
            }
            line.removeIf(rider -> rider.energy <= 0);
            if (line.size() < 3) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return time;
    }

    private static final class Rider {
        private double speed;
        private double energy;
        private int fatigue;

        Rider(double energy) {
            this.energy = energy;
        }

        double lead(double power, double drag, double mass, double dt) {
            double kinetic =
                    (0.977 * power * (1 - 0.01 * fatigue) - drag * Math.pow(speed, 3) - 0.0025 * mass * 9.80665 * speed)
                            * dt;
            double next = Math.sqrt(2 * kinetic / mass + speed * speed);
            double distance = speed * dt + 0.5 * (next - speed) * dt * dt;
            speed = next;
            energy = Math.max(0, energy - power * dt);
            return distance;
        }

        void follow(double distance, double drag, double mass, double dt) {
            double next = 2 * distance / dt - speed;
            double force = drag * Math.pow(speed, 3) + 0.0025 * mass * 9.80665 * speed;
            double power = (force + 0.5 * mass * (next - speed) / dt) / (0.977 * (1 - 0.01 * fatigue));
            speed = next;
            energy = Math.max(0, energy - power * dt);
        }
    }
}
