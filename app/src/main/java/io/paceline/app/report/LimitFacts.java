package io.paceline.app.report;

import java.util.List;
import java.util.Optional;

/**
 * How fast a team can ride at most, beside the plan that does it.
 *
 * @param speedKmh mean, km/h
 * @param first who gives out first; empty if nobody does a little above this speed
 * @param perWatt what one watt of CP more is worth, for each rider
 * @param perRider what each rider is worth who could join
 * @param complete whether everything that was asked is answered
 */
public record LimitFacts(
        double speedKmh, Optional<First> first, List<Gain> perWatt, List<Gain> perRider, boolean complete) {

    /** Copies the lists. */
    public LimitFacts {
        perWatt = List.copyOf(perWatt);
        perRider = List.copyOf(perRider);
    }

    /**
     * Who gives out first.
     *
     * @param rider his id
     * @param fasterKmh when the plan is ridden so much faster, km/h
     * @param timeS when, s after the start point
     * @param kmToGo and where
     */
    public record First(String rider, double fasterKmh, double timeS, double kmToGo) {}

    /**
     * What a change is worth.
     *
     * @param rider whose
     * @param kmh by how much the speed rises, km/h
     */
    public record Gain(String rider, double kmh) {}
}
