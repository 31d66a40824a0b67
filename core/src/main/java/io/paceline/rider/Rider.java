package io.paceline.rider;

import io.paceline.check.Range;

/**
 * One rider as the models see him: alone, fresh, in race position.
 *
 * @param id unique in the team, such as {@code "TT1"}
 * @param massKg rider with bicycle, kg; 40 to 150
 * @param dragAreaM2 CdA riding alone, m²; 0.10 to 0.60
 * @param criticalPowerW CP when fresh, W; 100 to 600
 * @param wPrimeJ W′, work above CP when fresh, J; 1 000 to 60 000
 * @param efficiency mechanical work over metabolic energy; 0.15 to 0.35
 * @param recoveryFactor κ of {@link RecoveryModel#ELITE}: above 1 he recovers slower than the model's riders; 0.2 to 5
 */
public record Rider(
        String id,
        double massKg,
        double dragAreaM2,
        double criticalPowerW,
        double wPrimeJ,
        double efficiency,
        double recoveryFactor) {

    /** Gross efficiency of a trained rider. Estimate within the 0.20 to 0.25 of the literature. */
    public static final double DEFAULT_EFFICIENCY = 0.23;

    /** Most CP of a rider, W: above it a file is in another unit. */
    public static final double MOST_CRITICAL_POWER_W = 600;

    /** @throws IllegalArgumentException if a value is outside the range of its parameter */
    public Rider {
        if (id.isBlank()) {
            throw new IllegalArgumentException("rider: id is empty. Give every rider a short name, such as TT1.");
        }
        String who = "rider " + id + ": ";
        Range.check(massKg, 40, 150, who + "massKg", "kg", "It is rider and bicycle together, in kilograms.");
        Range.check(dragAreaM2, 0.10, 0.60, who + "dragAreaM2", "m²", "A road position has about 0.30.");
        Range.check(
                criticalPowerW,
                100,
                MOST_CRITICAL_POWER_W,
                who + "criticalPowerW",
                "W",
                "Maybe it is in W/kg: multiply by the mass.");
        Range.check(wPrimeJ, 1_000, 60_000, who + "wPrimeJ", "J", "Maybe it is in kJ: multiply by 1000.");
        Range.check(efficiency, 0.15, 0.35, who + "efficiency", "", "Maybe it is in percent: divide by 100.");
        Range.check(recoveryFactor, 0.2, 5, who + "recoveryFactor", "", "1 is a rider like those of the study.");
    }

    /** A rider of default efficiency who recovers as the model says. */
    public Rider(String id, double massKg, double dragAreaM2, double criticalPowerW, double wPrimeJ) {
        this(id, massKg, dragAreaM2, criticalPowerW, wPrimeJ, DEFAULT_EFFICIENCY, 1);
    }
}
