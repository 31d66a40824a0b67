package io.paceline.app.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paceline.app.report.Answer;
import io.paceline.app.scenario.Scenario;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.RotationPlan;

/**
 * The best plan for a question at one moment.
 *
 * @param version of what the desk has published; rises by 1
 * @param question as asked
 * @param kernel of its chase
 * @param answer the best plan so far with what it does
 * @param json what the browser gets
 */
record Snapshot(long version, Question question, ChaseKernel kernel, Answer answer, ObjectNode json) {

    Scenario scenario() {
        return answer.scenario();
    }

    RotationPlan plan() {
        return answer.plan();
    }
}
