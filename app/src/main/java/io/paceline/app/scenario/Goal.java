package io.paceline.app.scenario;

/**
 * Where things happen, in km to the finish: start, launch and catch follow one another.
 *
 * @param startKm where the gap was taken and the clock starts
 * @param launchKm where the chase starts to ride for the catch
 * @param catchKm where the break has to be caught
 */
public record Goal(double startKm, double launchKm, double catchKm) {}
