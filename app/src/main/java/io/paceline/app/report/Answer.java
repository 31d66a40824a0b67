package io.paceline.app.report;

import io.paceline.app.scenario.Scenario;
import io.paceline.chase.Outcome;
import io.paceline.plan.RotationPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan for a scenario with what it does.
 *
 * @param scenario the question
 * @param plan the answer
 * @param outcome what it costs
 * @param sectors how the road is ridden
 * @param search how it was found; empty for a plan that a user gave
 * @param bounds how far from the best it can be; empty where nobody asked or nothing could be proved
 * @param hangsOn what the answer hangs on; empty where nobody asked
 * @param suggestions what would help a chase that fails; empty where nobody asked, or nothing is wrong
 * @param explanation sentences for a coach, the most important first
 */
public record Answer(
        Scenario scenario,
        RotationPlan plan,
        Outcome outcome,
        List<SectorRide> sectors,
        Optional<SearchFacts> search,
        List<Bound> bounds,
        Optional<Tornado> hangsOn,
        List<Suggestion> suggestions,
        List<String> explanation) {

    /** The same with what was proved about it. */
    public Answer withBounds(List<Bound> proved) {
        return new Answer(scenario, plan, outcome, sectors, search, proved, hangsOn, suggestions, explanation);
    }

    /** Copies the lists. */
    public Answer {
        sectors = List.copyOf(sectors);
        bounds = List.copyOf(bounds);
        suggestions = List.copyOf(suggestions);
        explanation = List.copyOf(explanation);
    }

    /** An answer of which nobody asked what it hangs on. */
    public Answer(
            Scenario scenario,
            RotationPlan plan,
            Outcome outcome,
            List<SectorRide> sectors,
            Optional<SearchFacts> search,
            List<Bound> bounds,
            List<String> explanation) {
        this(scenario, plan, outcome, sectors, search, bounds, Optional.empty(), List.of(), explanation);
    }

    /** The same answer with what it hangs on. */
    public Answer hangingOn(Tornado tornado) {
        return new Answer(
                scenario, plan, outcome, sectors, search, bounds, Optional.of(tornado), suggestions, explanation);
    }

    /**
     * The same answer with what would help, which the explanation says too.
     *
     * @param helping all of it
     * @param at place of their sentences in the explanation
     */
    public Answer suggesting(List<Suggestion> helping, int at) {
        List<String> sentences = new ArrayList<>(explanation);
        sentences.addAll(at, helping.stream().map(Suggestion::sentence).toList());
        return new Answer(scenario, plan, outcome, sectors, search, bounds, hangsOn, helping, sentences);
    }
}
