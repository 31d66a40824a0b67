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
 * @param task the question
 * @param answer the best plan so far with what it does
 * @param json what the browser gets
 */
record Snapshot(long version, Task task, Answer answer, ObjectNode json) {

    Question question() {
        return task.question();
    }

    ChaseKernel kernel() {
        return task.kernel();
    }

    Scenario scenario() {
        return answer.scenario();
    }

    RotationPlan plan() {
        return answer.plan();
    }
}
