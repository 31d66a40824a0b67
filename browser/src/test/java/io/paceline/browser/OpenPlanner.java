package io.paceline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A planner in a window of its own, which notes what goes wrong in it. */
final class OpenPlanner implements AutoCloseable {
    /** Of one action of the browser on a machine with much else to do, ms. */
    private static final double PATIENCE_MS = 180_000;

    private final List<String> faults = new ArrayList<>();
    private final Page page;

    /** Opens it and waits for its first plan. */
    OpenPlanner(Chromium chromium, int port, int width) {
        page = chromium.browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(width, 900))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(message -> faults.add(message.type() + ": " + message.text()));
        page.onPageError(faults::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:" + port + "/")) {
                faults.add("request: " + request.url());
            }
        });
        page.navigate("http://localhost:" + port + "/");
        page.waitForFunction("() => Paceline.planner.isDrawn() && Paceline.planner.asking.question !== null");
    }

    Page page() {
        return page;
    }

    /** Console messages, errors and requests elsewhere. */
    List<String> faults() {
        return faults;
    }

    JsonNode json(String script) {
        try {
            return new ObjectMapper().readTree((String) page.evaluate("() => JSON.stringify(" + script + ")"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode plan() {
        return json("Paceline.planner.asking.plan");
    }

    JsonNode question() {
        return json("Paceline.planner.asking.question");
    }

    /** Does something and waits for the first plan for what it asks. */
    void asks(Runnable action) {
        int before = plan().get("revision").asInt();
        action.run();
        page.waitForFunction("before => Paceline.planner.asking.plan.revision > before", before);
    }

    /** Takes back all that was asked, so that the next test begins as the first did. */
    void undoAll() {
        while (page.locator("#undo").isEnabled()) {
            asks(() -> page.locator("#undo").click());
        }
    }

    /** Until nothing newer follows for the question of now. */
    void waitUntilSettled() {
        page.waitForFunction("() => Paceline.planner.asking.plan.settled"
                + " && Paceline.planner.asking.plan.revision >= Paceline.planner.asking.asked");
    }

    /** What the plan that stays has there, s. */
    long plannedGapS(double kmToGo) {
        waitUntilSettled();
        JsonNode ride = plan().at("/report/ride");
        JsonNode km = ride.get("kmToGo");
        int row = 0;
        while (km.get(row + 1).asDouble() > kmToGo) {
            row++;
        }
        double share = (km.get(row).asDouble() - kmToGo)
                / (km.get(row).asDouble() - km.get(row + 1).asDouble());
        double fromS = ride.at("/gapS/" + row).asDouble();
        return Math.round(fromS + share * (ride.at("/gapS/" + (row + 1)).asDouble() - fromS));
    }

    /** Types a gap that was read on the road, and waits for the first plan from there. */
    void readGap(int kmToGo, long gapS) {
        page.locator("#live-km").fill(String.valueOf(kmToGo));
        page.locator("#live-gap").fill(String.valueOf(gapS));
        asks(() -> page.locator("form button").click());
    }

    /** The charts of a plan follow its words, one by one. */
    void waitForCharts() {
        page.waitForFunction("() => Paceline.planner.isDrawn()");
    }

    @Override
    public void close() {
        page.context().close();
        assertThat(faults).as("console messages, errors and requests elsewhere").isEmpty();
    }
}
