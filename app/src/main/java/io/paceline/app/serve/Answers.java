package io.paceline.app.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.paceline.app.report.Answer;
import io.paceline.app.report.Explanation;
import io.paceline.app.report.PlanJson;
import io.paceline.app.report.SearchFacts;
import io.paceline.app.report.SectorRide;
import io.paceline.app.report.html.HtmlReport;
import io.paceline.app.scenario.Scenario;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.RotationPlan;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Turns plans into what the browser gets: the JSON of {@code paceline plan}, with the series of its charts. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** A plan that the search found. */
    static Answer found(Scenario scenario, ChaseKernel kernel, RotationPlan plan, SearchFacts search) {
        Outcome outcome = kernel.evaluate(plan);
        return new Answer(
                scenario,
                plan,
                outcome,
                SectorRide.of(scenario, kernel, plan, outcome),
                Optional.of(search),
                List.of(),
                Explanation.ofBest(scenario, plan, outcome));
    }

    /** A plan that somebody gave. */
    static Answer byHand(Scenario scenario, ChaseKernel kernel, RotationPlan plan) {
        Outcome outcome = kernel.evaluate(plan);
        return new Answer(
                scenario,
                plan,
                outcome,
                SectorRide.of(scenario, kernel, plan, outcome),
                Optional.empty(),
                List.of(),
                Explanation.ofGiven(scenario, plan, outcome));
    }

    /** For the browser. */
    static ObjectNode json(Answer answer) {
        try {
            ObjectNode json = JSON.createObjectNode();
            json.set("answer", JSON.readTree(PlanJson.of(answer)));
            // most of it, and never read here: not worth a tree
            json.putRawValue("report", new RawValue(HtmlReport.data(answer)));
            return json;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
