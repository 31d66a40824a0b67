package io.paceline.app.serve;

import io.paceline.app.scenario.Scenario;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The planner in the browser, from its start to its end. */
public final class Planner implements AutoCloseable {
    private final PlannerServer server;

    private Planner(PlannerServer server) {
        this.server = server;
    }

    /**
     * Reads the race and opens the planner.
     *
     * @param scenario to begin with
     * @param state where the last question is kept; if it exists, it is asked first
     * @param searchS time to search for each question, s
     * @param breakPlanner plans the break of a scenario whose break has riders of its own; others stay as they are
     * @param port 1 to 65 535; 0 for any that is free
     * @throws io.paceline.app.scenario.InputException if the scenario or the state has a fault
     * @throws IllegalArgumentException if the state cannot be written
     * @throws IOException if the port cannot be had
     */
    public static Planner open(
            Path scenario, Optional<Path> state, double searchS, UnaryOperator<Scenario> breakPlanner, int port)
            throws IOException {
        Optional<StateFile> kept = state.map(StateFile::checked);
        Race race = Race.ofDisk(scenario);
        Question first = kept.flatMap(StateFile::question).orElseGet(race::question);
        Desk desk = new Desk(race, searchS, breakPlanner, snapshot -> kept.ifPresent(file -> file.keep(snapshot)));
        try {
            desk.ask(first);
            return new Planner(PlannerServer.start(desk, port));
        } catch (IOException | RuntimeException e) {
            desk.close();
            throw e;
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.address().getPort();
    }

    /** The address that it listens on. */
    InetAddress address() {
        return server.address().getAddress();
    }

    /** Every kind of request that it answers, such as {@code GET /api/plan}. */
    Set<String> requests() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }
}
