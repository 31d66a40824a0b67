package io.paceline.app.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paceline.app.scenario.Scenario;
import io.paceline.kernel.ChaseKernel;
import java.util.Optional;

/**
 * A question with what was made of it.
 *
 * @param revision of the question; grows with each
 * @param race whose files it is about
 * @param question as asked
 * @param scenario as read
 * @param kernel of its chase
 * @param reading the gap that led to it, if one did
 */
record Task(
        long revision,
        Race race,
        Question question,
        Scenario scenario,
        ChaseKernel kernel,
        Optional<ObjectNode> reading) {}
