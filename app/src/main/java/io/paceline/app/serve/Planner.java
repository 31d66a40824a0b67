package io.paceline.app.serve;

import io.paceline.app.scenario.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

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
     * @param state where the last question is kept, with the race if another was loaded; if it exists, it is asked first
     * @param searchS time to search for each question, s
     * @param breakPlanner for breaks that have riders of their own
     * @param port 1 to 65 535; 0 for any that is free
     * @throws InputException if the scenario or the state has a fault
     * @throws IllegalArgumentException if the state cannot be written
     * @throws IOException if the port cannot be had
     */
    public static Planner open(Path scenario, Optional<Path> state, double searchS, BreakPlanner breakPlanner, int port)
            throws IOException {
        Optional<StateFile> kept = state.map(StateFile::checked);
        Race named = RaceLoader.ofDisk(scenario); // its faults are told even where another race was kept
        StateFile.Kept last = kept.map(StateFile::kept).orElse(StateFile.Kept.NOTHING);
        Race race = last.race().orElse(named);
        Desk desk = new Desk(race, searchS, breakPlanner, task -> kept.ifPresent(file -> file.keep(task)));
        try {
            begin(desk, last.question(), race, kept);
            return new Planner(PlannerServer.start(desk, port));
        } catch (IOException | RuntimeException e) {
            desk.close();
            throw e;
        }
    }

    private static void begin(Desk desk, Optional<Question> last, Race race, Optional<StateFile> kept) {
        try {
            desk.ask(last.orElseGet(race::question)).ready();
        } catch (InputException | BadRequest e) {
            if (last.isEmpty() || kept.isEmpty()) {
                throw e;
            }
            throw kept.get().unfit(e);
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
