package io.paceline.optimizer.sprint;

import io.paceline.rider.WBalance;
import java.util.Arrays;

/** What one rider has to push, step after step. */
final class PowerSteps {
    private double[] powerW = new double[64];
    private double[] seconds = new double[64];
    private int size;

    /** One more step. */
    void add(double stepW, double stepS) {
        if (size == powerW.length) {
            powerW = Arrays.copyOf(powerW, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
        }
        powerW[size] = stepW;
        seconds[size++] = stepS;
    }

    /** Takes it from what he has. */
    void ride(WBalance balance) {
        for (int i = 0; i < size; i++) {
            balance.hold(powerW[i], seconds[i]);
        }
    }
}
