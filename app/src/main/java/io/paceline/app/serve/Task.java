package io.paceline.app.serve;

import io.paceline.app.scenario.Scenario;
import io.paceline.kernel.ChaseKernel;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A question with what is made of it.
 *
 * @param revision of the question; grows with each
 * @param race whose files it is about
 * @param question as asked
 * @param reading the gap that led to it, if one did
 * @param making what is made of it, once: whoever wants it first does the work, the others wait
 */
record Task(long revision, Race race, Question question, Optional<GapReading> reading, FutureTask<Ready> making) {

    /**
     * What plans are evaluated with.
     *
     * @param scenario with its break on the road
     * @param kernel of its chase
     */
    record Ready(Scenario scenario, ChaseKernel kernel) {
        /** @throws BadRequest if there is no such chase */
        static Ready of(Scenario scenario) {
            try {
                return new Ready(scenario, ChaseKernel.compile(scenario.chase()));
            } catch (IllegalArgumentException e) {
                throw new BadRequest(String.valueOf(e.getMessage()));
            }
        }
    }

    /**
     * Waits until the break is on the road, where its riders are known.
     *
     * @throws io.paceline.app.scenario.InputException if it cannot ride the road
     * @throws BadRequest if there is no such chase
     * @throws java.util.concurrent.CancellationException if a newer question was asked meanwhile
     */
    Ready ready() {
        making.run();
        try {
            return making.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    Scenario scenario() {
        return ready().scenario();
    }

    ChaseKernel kernel() {
        return ready().kernel();
    }
}
