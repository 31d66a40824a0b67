package io.paceline.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The planner with the first example: what helps, the tables behind the charts, and the hours in the car. */
class PlannerInUseTest {
    private static final int DESKTOP = 1_300;

    /** Too much for these riders, s. */
    private static final String HOPELESS_GAP_S = "460";

    /** A reading is better than planned by so much, s: whatever plan a search found, the chase is not on it, and can go on. */
    private static final long AHEAD_S = 20;

    private static final String GAP = "input[aria-label='Gap at the start point, s']";

    private static ServedPlanner planner;

    private OpenPlanner window;
    private Page page;

    @BeforeAll
    static void start() throws IOException {
        planner = new ServedPlanner(0.5);
    }

    @AfterAll
    static void stop() {
        if (planner != null) {
            planner.close();
        }
    }

    @BeforeEach
    void open() {
        window = planner.window(DESKTOP);
        page = window.page();
    }

    @AfterEach
    void close() {
        window.undoAll();
        window.close();
    }

    private void type(String field, String value) {
        page.locator(field).fill(value);
        page.locator(field).press("Tab");
    }

    @Test
    void aChaseThatFailsSaysWhatWouldHelpAndAButtonTriesIt() {
        window.asks(() -> type(GAP, HOPELESS_GAP_S));
        window.waitUntilSettled();

        JsonNode suggestions = window.plan().at("/answer/suggestions");
        assertThat(suggestions).hasSize(3);
        Locator shown = page.locator("#suggestions li");
        assertThat(shown.count()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(shown.nth(i).textContent())
                    .startsWith(suggestions.get(i).get("sentence").asText());
        }
        // said once, not again among the reasons
        assertThat(page.locator("#why").textContent())
                .doesNotContain(suggestions.get(0).get("sentence").asText());
        double lessS = suggestions.get(0).get("amount").asDouble();
        assertThat(suggestions.get(0).get("found").asBoolean()).isTrue();
        Locator button = shown.nth(0).locator("button");
        double gapS = Double.parseDouble(HOPELESS_GAP_S) - lessS;
        assertThat(button.textContent()).isEqualTo("Try a gap of " + (int) gapS + " s");

        window.asks(() -> button.click());

        assertThat(window.question().at("/scenario/breakaway/gap_s").asDouble()).isEqualTo(gapS);
        assertThat(window.plan().at("/report/ride/gapS/0").asDouble()).isEqualTo(gapS);
        window.undoAll();
        window.waitUntilSettled();
        assertThat(window.plan().at("/report/feasible").asBoolean()).isTrue();
        assertThat(page.locator("#suggestions").isVisible()).isFalse();
    }

    @Test
    void theNextEditEndsTheSearchForWhatWouldHelp() {
        window.asks(() -> type(GAP, HOPELESS_GAP_S));
        // it may be over when we look, so the page waits for the words itself
        page.waitForFunction(
                "() => document.getElementById('status').textContent.includes('Looking for what would help')");

        window.asks(() -> page.locator("#undo").click());

        window.waitUntilSettled();
        assertThat(window.plan().at("/answer/suggestions").isMissingNode()).isTrue();
        assertThat(page.locator("#proofs li").count()).isPositive();
    }

    @Test
    void behindEveryChartIsATableThatKeysOpenAndThatFollowsThePlan() {
        List<?> without = (List<?>) page.evaluate("() => [...document.querySelectorAll('#plan section')]"
                + ".filter((part) => part.querySelector('.plot, .bars') && !part.querySelector('details'))"
                + ".map((part) => part.getAttribute('aria-labelledby'))");
        assertThat(without).isEmpty();
        window.waitUntilSettled();
        window.waitForCharts();
        Locator turns = page.locator("summary", new Page.LocatorOptions().setHasText("Table: every turn"));
        turns.focus();
        turns.press("Enter");
        Locator rows = page.locator("#plan details[open] tbody tr");
        page.waitForFunction("() => document.querySelector('#plan details[open] tbody tr')");
        int drawn = ((Number) page.evaluate("() => Paceline.charts.turns(Paceline.planner.asking.plan.report).length"))
                .intValue();
        assertThat(rows.count()).isEqualTo(drawn);

        // less road, fewer turns
        window.asks(() -> type("input[aria-label='Launch, km to go']", "30"));
        window.waitUntilSettled();
        window.waitForCharts();

        int now = ((Number) page.evaluate("() => Paceline.charts.turns(Paceline.planner.asking.plan.report).length"))
                .intValue();
        assertThat(now).isNotEqualTo(drawn);
        assertThat(rows.count()).isEqualTo(now);
    }

    @Test
    void aReadingRoundsWhatRidersHaveSpentAndCanBeTakenBack() {
        window.readGap(40, window.plannedGapS(40) - AHEAD_S);
        page.waitForFunction("() => Paceline.planner.asking.question.scenario.course.from_km_to_go === 40");

        JsonNode spent = window.question().at("/riders/0/spent_j");
        assertThat(spent.asDouble() % 1).as("whole joules").isZero();
        String shown = page.locator("input[aria-label='TT1: spent kJ']").inputValue();
        assertThat(shown).matches("\\d+(\\.\\d)?");
        assertThat(Double.parseDouble(shown)).isCloseTo(spent.asDouble() / 1_000, within(0.051));
        assertThat(page.locator("#reading").textContent())
                .contains("ahead of the plan")
                .containsPattern("Pulls(:| stay)");
        window.undoAll();
        assertThat(window.question().at("/scenario/course/from_km_to_go").asDouble())
                .isEqualTo(60);
        assertThat(page.locator("#reading").textContent()).isEmpty();
        assertThat(page.locator("#breakaway-speed_kmh").isVisible()).isTrue();
    }

    @Test
    void aGapThatAProgramPostsIsShownAsOneThatIsTyped() throws Exception {
        long gapS = window.plannedGapS(35) - AHEAD_S;
        HttpRequest post = HttpRequest.newBuilder(URI.create(planner.address("/api/gap")))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"kmToGo\": 35, \"gapS\": " + gapS + "}"))
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(post, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        page.waitForFunction("() => Paceline.planner.asking.question.scenario.course.from_km_to_go === 35");
        page.waitForFunction("() => document.getElementById('reading').textContent.includes('ahead of the plan')");
        assertThat(page.locator(GAP).inputValue()).isEqualTo(String.valueOf(gapS));
        assertThat(page.locator("#undo").isEnabled()).isTrue();
    }

    @Test
    void aFileThatIsNoRaceIsRefusedInWordsAndThePlanStays() {
        window.waitUntilSettled();
        String answer = page.locator("#answer").textContent();

        page.locator("#files").setInputFiles(new FilePayload("race.json", "application/json", new byte[] {'{', 'x'}));

        page.waitForSelector("#fault:not([hidden])");
        assertThat(page.locator("#fault").textContent())
                .isEqualTo(
                        "race.json is not well-formed JSON. Load what \"Save race\" gave, or the files of a scenario.");
        assertThat(page.locator("#answer").textContent()).isEqualTo(answer);
    }

    @Test
    void joulesAreTypedAsKilojoulesAndAskedAsJoules() {
        assertThat(page.locator("input[aria-label='TT1: W′ kJ']").inputValue()).isEqualTo("23");

        window.asks(() -> type("input[aria-label='TT1: W′ kJ']", "21.5"));

        assertThat(window.question().at("/riders/0/w_prime_j").asDouble()).isEqualTo(21_500);
        assertThat(window.plan().at("/report/feasible").isBoolean()).isTrue();
    }

    @Test
    void theQuestionStaysInSightAndKeysStayWhereTheyWere() {
        page.evaluate("() => { document.documentElement.style.scrollBehavior = 'auto'; scrollTo(0, 2500); }");

        Object top = page.evaluate("() => document.getElementById('breakaway-gap_s').getBoundingClientRect().top");
        assertThat(((Number) top).doubleValue()).isBetween(0.0, 900.0);

        page.locator("button[aria-label='ROU1 further back']").focus();
        window.asks(() -> page.keyboard().press("Enter"));
        assertThat(page.evaluate("() => document.activeElement.getAttribute('aria-label')"))
                .isEqualTo("ROU1 further back");
    }

    @Test
    void theZoomStaysWhenABetterPlanComes() {
        page.locator(".zooms button", new Page.LocatorOptions().setHasText("10 min"))
                .click();

        window.asks(() -> page.locator("#breakaway-gap_s").press("ArrowLeft"));
        window.waitForCharts();

        JsonNode moment = window.json("Paceline.planner.moment");
        assertThat(moment.get("toS").asDouble() - moment.get("fromS").asDouble())
                .isCloseTo(600, within(1e-6));
        JsonNode drawn = window.json("Paceline.planner.shown.rotation.plot.shown()");
        assertThat(drawn.get(1).asDouble() - drawn.get(0).asDouble()).isCloseTo(600, within(1e-6));
    }
}
