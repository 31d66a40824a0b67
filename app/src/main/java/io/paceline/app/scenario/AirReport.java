package io.paceline.app.scenario;

import io.paceline.road.Air;

/**
 * The air as a report gives it.
 *
 * @param temperatureK K
 * @param pressurePa at the road, Pa
 * @param relativeHumidity 0 to 1
 */
public record AirReport(double temperatureK, double pressurePa, double relativeHumidity) {
    /** Its density. */
    Air air() {
        return Air.moist(temperatureK, pressurePa, relativeHumidity);
    }

    /** At the same pressure and relative humidity. */
    AirReport atTemperatureK(double otherK) {
        return new AirReport(otherK, pressurePa, relativeHumidity);
    }
}
