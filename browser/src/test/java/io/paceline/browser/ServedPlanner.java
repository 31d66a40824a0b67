package io.paceline.browser;

import io.paceline.app.serve.BreakPlanner;
import io.paceline.app.serve.Planner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A planner with the first example, and the Chromium that looks at it; the test is skipped where there is none. */
final class ServedPlanner implements AutoCloseable {
    private static final Path SCENARIO =
            Path.of("").toAbsolutePath().getParent().resolve("examples/tour-2023-stage-18/scenario.yaml");

    private final Chromium chromium;
    private final Planner planner;

    /**
     * Starts both.
     *
     * @param searchS time for each question, s
     */
    ServedPlanner(double searchS) throws IOException {
        chromium = Chromium.start();
        planner = Planner.open(SCENARIO, Optional.empty(), searchS, BreakPlanner.none(), 0);
    }

    /** A window so many pixels wide, with its first plan. */
    OpenPlanner window(int width) {
        return new OpenPlanner(chromium, planner.port(), width);
    }

    String address(String path) {
        return "http://localhost:" + planner.port() + path;
    }

    @Override
    public void close() {
        planner.close();
        chromium.close();
    }
}
