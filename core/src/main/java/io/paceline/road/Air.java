package io.paceline.road;

import io.paceline.check.Range;

/**
 * The air that the riders push aside.
 *
 * @param densityKgPerM3 ρ, kg/m³; 0.7 (a warm day at 4 000 m) to 1.5 (-40 °C at sea level)
 */
public record Air(double densityKgPerM3) {

    /** Specific gas constant of dry air, J/(kg·K). Source: ISO 2533:1975, table of adopted constants. */
    public static final double DRY_AIR_GAS_CONSTANT_J_PER_KG_K = 287.052_87;

    /** Specific gas constant of water vapour, J/(kg·K): 8.314 463 J/(mol·K), CODATA 2018, over 18.015 28 g/mol. */
    public static final double WATER_VAPOUR_GAS_CONSTANT_J_PER_KG_K = 461.522_8;

    /** Temperature at sea level, K. Source: ISO 2533:1975. */
    public static final double SEA_LEVEL_TEMPERATURE_K = 288.15;

    /** Pressure at sea level, Pa. Source: ISO 2533:1975. */
    public static final double SEA_LEVEL_PRESSURE_PA = 101_325;

    /** Temperature lost per metre of altitude in the troposphere, K/m. Source: ISO 2533:1975. */
    public static final double LAPSE_RATE_K_PER_M = 0.0065;

    /** Standard acceleration of free fall, m/s². Source: ISO 2533:1975. */
    public static final double STANDARD_GRAVITY_M_PER_S2 = 9.806_65;

    private static final double ZERO_CELSIUS_K = 273.15;

    /** @throws IllegalArgumentException if the density is outside its range */
    public Air {
        Range.check(densityKgPerM3, 0.7, 1.5, "air: densityKgPerM3", "kg/m3", "At sea level and 15 degC it is 1.225.");
    }

    /**
     * The air of a weather report: a mixture of two ideal gases, dry air and water vapour. Within 0.1 % of CIPM-2007
     * (Picard et al. 2008, doi:10.1088/0026-1394/45/2/004) from 0 to 40 °C.
     *
     * @param temperatureK 230 to 325 K
     * @param pressurePa at the place itself, not reduced to sea level; 50 000 to 110 000 Pa
     * @param relativeHumidity 0 to 1
     * @throws IllegalArgumentException if a value or the density is outside its range
     */
    public static Air moist(double temperatureK, double pressurePa, double relativeHumidity) {
        Range.check(temperatureK, 230, 325, "air: temperatureK", "K", "Maybe it is in degC: add 273.15.");
        Range.check(pressurePa, 50_000, 110_000, "air: pressurePa", "Pa", "Maybe it is in hPa: multiply by 100.");
        Range.check(relativeHumidity, 0, 1, "air: relativeHumidity", "", "Maybe it is in percent: divide by 100.");
        double vapourPa = relativeHumidity * saturationPressurePa(temperatureK);
        return new Air((pressurePa - vapourPa) / (DRY_AIR_GAS_CONSTANT_J_PER_KG_K * temperatureK)
                + vapourPa / (WATER_VAPOUR_GAS_CONSTANT_J_PER_KG_K * temperatureK));
    }

    /**
     * The dry air of the standard atmosphere.
     *
     * @param altitudeM geopotential altitude above sea level, m; -500 to 4 500
     * @throws IllegalArgumentException if the altitude is outside its range
     */
    public static Air standard(double altitudeM) {
        double pressurePa = standardPressurePa(altitudeM);
        return new Air(pressurePa / (DRY_AIR_GAS_CONSTANT_J_PER_KG_K * standardTemperatureK(altitudeM)));
    }

    /**
     * Pressure of the standard atmosphere, Pa, for a report that gives the temperature alone. Source: ISO 2533:1975,
     * troposphere.
     *
     * @param altitudeM geopotential altitude above sea level, m; -500 to 4 500
     * @throws IllegalArgumentException if the altitude is outside its range
     */
    public static double standardPressurePa(double altitudeM) {
        double exponent = STANDARD_GRAVITY_M_PER_S2 / (DRY_AIR_GAS_CONSTANT_J_PER_KG_K * LAPSE_RATE_K_PER_M);
        return SEA_LEVEL_PRESSURE_PA
                * StrictMath.pow(standardTemperatureK(altitudeM) / SEA_LEVEL_TEMPERATURE_K, exponent);
    }

    private static double standardTemperatureK(double altitudeM) {
        Range.check(altitudeM, -500, 4_500, "air: altitudeM", "m", "Maybe it is in feet: multiply by 0.3048.");
        return SEA_LEVEL_TEMPERATURE_K - LAPSE_RATE_K_PER_M * altitudeM;
    }

    /**
     * Saturation pressure of vapour over water, Pa. Source (second-hand): Buck 1981, J Appl Meteorol 20:1527-1532, curve {@code ew1},
     * without the enhancement factor (0.4 % of a pressure that is itself below 8 % of the air's).
     */
    private static double saturationPressurePa(double temperatureK) {
        double celsius = temperatureK - ZERO_CELSIUS_K;
        return 611.21 * StrictMath.exp(17.502 * celsius / (240.97 + celsius));
    }
}
