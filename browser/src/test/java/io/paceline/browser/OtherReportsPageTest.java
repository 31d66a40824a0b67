package io.paceline.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.paceline.app.PacelineCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of plans that are not a chase that succeeds on one surface in one wind. */
class OtherReportsPageTest {
    private static final Path EXAMPLES =
            Path.of("").toAbsolutePath().getParent().resolve("examples");
    private static final String HOPELESS = "tour-2023-stage-18/scenario-hopeless.yaml";
    private static final String FOR_TIME = "tour-2023-stage-18/time-trial.yaml";
    private static final String COBBLES = "cobbles-and-wind/scenario.yaml";
    private static final int NO_PLAN_CATCHES = 3;

    /** Of one action of the browser on a machine with much else to do, ms. */
    private static final double PATIENCE_MS = 180_000;

    private static Chromium chromium;

    @TempDir
    private Path folder;

    private final List<String> faults = new ArrayList<>();
    private JsonNode plan;
    private Page page;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private void open(String scenario, int exitCode, int width) throws IOException {
        Path report = folder.resolve("report.html");
        Path json = folder.resolve("plan.json");
        StringWriter err = new StringWriter();
        int code = PacelineCommand.execute(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "plan",
                EXAMPLES.resolve(scenario).toString(),
                "--evaluations",
                "5000",
                "--json",
                json.toString(),
                "--report",
                report.toString());
        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(exitCode);
        plan = new ObjectMapper().readTree(Files.readString(json));
        page = chromium.browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(width, 844))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(message -> faults.add(message.type() + ": " + message.text()));
        page.onPageError(faults::add);
        page.onRequest(request -> {
            if (!request.isNavigationRequest()) {
                faults.add("request: " + request.url());
            }
        });
        page.navigate(report.toUri().toString());
    }

    @AfterEach
    void noFaults() {
        page.context().close();
        assertThat(faults).as("console messages, errors and requests").isEmpty();
    }

    private double number(String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    private List<String> sections() {
        return page.locator("main > section").all().stream()
                .map(section -> section.getAttribute("id"))
                .toList();
    }

    private boolean overdrawn() {
        boolean[] found = {false};
        plan.at("/energy/riders")
                .forEach(rider -> found[0] |= rider.get("leastBalanceJ").asDouble() < 0);
        return found[0];
    }

    @Test
    void aChaseThatFailsSaysSoAndWhatWouldHelp() throws IOException {
        open(HOPELESS, NO_PLAN_CATCHES, 1_100);

        assertThat(page.locator("#answer").textContent())
                .isEqualTo(plan.at("/explanation/0").asText())
                .startsWith("No:");
        assertThat(page.locator("#answer").getAttribute("class")).contains("no");
        List<String> why = page.locator("#why > ul:last-child li").allTextContents();
        assertThat(why).hasSize(plan.get("explanation").size() - 1).anyMatch(sentence -> sentence.contains("gap"));
        ChartNumbers.compare(page, plan);
        assertThat(number("Paceline.report.charts.gap.plot.values().y[0]"))
                .as("at the catch point the break is still ahead, or the riders are overdrawn")
                .isCloseTo(-plan.at("/catch/marginS").asDouble(), within(0.05));
        assertThat(plan.at("/catch/marginS").asDouble() < 0 || overdrawn()).isTrue();
        assertThat(page.locator("#balance .swatch.over").count()).isEqualTo(overdrawn() ? 1 : 0);
        assertThat(page.locator("#certificate").textContent()).contains("Nothing was proved about better plans here");
        assertThat(sections()).contains("hangs-on");
        assertThat(Axe.faults(page)).isEmpty();
        faults.removeIf(fault -> fault.contains("Canvas2D: Multiple readback")); // axe looks at the charts' colours
    }

    @Test
    void aRideForTimeHasAStartAndAnEndAndNoBreak() throws IOException {
        open(FOR_TIME, 0, 1_100);

        assertThat(page.locator("#answer").textContent())
                .isEqualTo(plan.at("/explanation/0").asText())
                .startsWith("As fast as it goes: ");
        assertThat(page.locator(".facts dt").allTextContents()).startsWith("Start", "End", "Time", "Mean speed");
        assertThat(page.locator("#course h2").textContent()).isEqualTo("The road");
        assertThat(sections()).doesNotContain("hangs-on");
        assertThat((Boolean) page.evaluate("'gap' in Paceline.report.charts")).isFalse();
        assertThat(page.locator("#course table").first().locator("th").allTextContents())
                .noneMatch(head -> head.contains("gap"));
        assertThat(page.locator(".moment .words").textContent()).doesNotContain("gap");
        assertThat(page.locator("main").textContent()).doesNotContain("NaN", "undefined", "Infinity", "null");
        ChartNumbers.compare(page, plan);
        assertThat(Axe.faults(page)).isEmpty();
        faults.removeIf(fault -> fault.contains("Canvas2D: Multiple readback")); // axe looks at the charts' colours
    }

    @Test
    void windAndSurfaceThatChangeAreOnTheRoad() throws IOException {
        open(COBBLES, 0, 1_100);

        JsonNode course = new ObjectMapper().readTree((String)
                page.evaluate("JSON.stringify(Paceline.charts.surfaces(Paceline.report.data.course))"));
        assertThat(course.get("kinds").size()).isGreaterThan(1);
        assertThat(page.locator("#course .swatch.rough, #course .swatch.rougher")
                        .count())
                .isEqualTo(course.get("kinds").size() - 1);
        // the section of cobbles is a run of its own, in the table too
        assertThat(page.locator("#course details:last-of-type tbody tr").count())
                .isEqualTo(course.get("runs").size());
        assertThat(number("new Set(Paceline.report.data.course.stretches.map((s) =>"
                        + " Math.hypot(s.headwindMps, s.crosswindMps).toFixed(2))).size"))
                .as("winds of the forecast")
                .isGreaterThan(2);
        ChartNumbers.compare(page, plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {HOPELESS, FOR_TIME, COBBLES})
    void fitsAPhone(String scenario) throws IOException {
        open(scenario, scenario.equals(HOPELESS) ? NO_PLAN_CATCHES : 0, 390);

        assertThat(number("document.scrollingElement.scrollWidth")).isLessThanOrEqualTo(390);
        assertThat(number("document.querySelectorAll('canvas').length")).isGreaterThan(10);
    }
}
