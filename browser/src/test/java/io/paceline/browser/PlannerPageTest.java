package io.paceline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The planner with the first example, used as a director does. */
class PlannerPageTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final int DESKTOP = 1_300;
    private static final int PHONE = 390;

    /** Of the picture in the README: down to the profile of the road. */
    private static final int PICTURE_HEIGHT = 1_300;

    private static ServedPlanner planner;

    private OpenPlanner window;
    private List<String> faults = List.of();
    private Page page;

    @BeforeAll
    static void start() throws IOException {
        planner = new ServedPlanner(1);
    }

    @AfterAll
    static void stop() {
        if (planner != null) {
            planner.close();
        }
    }

    @BeforeEach
    void openDesktop() {
        open(DESKTOP);
    }

    private void open(int width) {
        if (window != null) {
            window.close();
        }
        window = planner.window(width);
        page = window.page();
        faults = window.faults();
    }

    @AfterEach
    void noFaults() {
        window.close();
    }

    private JsonNode json(String script) {
        return window.json(script);
    }

    private JsonNode plan() {
        return window.plan();
    }

    private void asks(Runnable action) {
        window.asks(action);
    }

    private void waitForCharts() {
        window.waitForCharts();
    }

    @Test
    void showsTheBestPlan() {
        // the first plan need not catch yet
        page.waitForFunction("() => Paceline.planner.asking.plan.done");
        JsonNode plan = plan();

        assertThat(page.locator("#answer").textContent()).startsWith("Yes: launch at 60.0 km to go");
        assertThat(page.locator("#order b").allTextContents())
                .hasSameSizeAs(plan.at("/answer/plan/order"))
                .contains("TT1", "SPR1");
        assertThat(page.locator("#plan canvas").count()).isGreaterThanOrEqualTo(5);
        assertThat(page.locator("#status").textContent()).contains("kJ together");
    }

    @Test
    void movingTheGapPlansAnewAndUndoTakesItBack() {
        double beforeS = json("Paceline.planner.asking.question")
                .at("/scenario/breakaway/gap_s")
                .asDouble();

        asks(() -> page.locator("#breakaway-gap_s").press("ArrowLeft"));

        assertThat(plan().at("/report/ride/gapS/0").asDouble()).isEqualTo(beforeS - 1);
        asks(() -> page.locator("#undo").click());
        assertThat(plan().at("/report/ride/gapS/0").asDouble()).isEqualTo(beforeS);
        assertThat(page.locator("input[aria-label='Gap at the start point, s']").inputValue())
                .isEqualTo(String.valueOf((int) beforeS));
    }

    @Test
    void aRiderOnTheBenchLeavesTheLine() {
        asks(() -> page.locator("select[aria-label='What DOM2 does']").selectOption("bench"));

        assertThat(page.locator("#order b").allTextContents()).hasSize(5).doesNotContain("DOM2");
        asks(() -> page.locator("#undo").click());
        assertThat(page.locator("#order b").allTextContents()).contains("DOM2");
    }

    @Test
    void aPlanByHandIsShownBesideTheBest() {
        window.waitUntilSettled();
        page.locator("#by-hand").click();
        page.waitForSelector("#compare tbody tr:nth-child(2)");
        List<String> same = page.locator("#compare tbody tr").allTextContents();

        page.locator("input[aria-label^='Pull of TT1']").fill("150");
        page.locator("input[aria-label^='Pull of TT1']").press("Tab");
        page.waitForFunction("() => document.querySelector('#compare').textContent.includes('TT1 150')");

        // the plan at hand is the best one: the same row but for its name
        assertThat(same.get(1).replace("Your plan", "")).isEqualTo(same.get(0).replace("Best plan", ""));
    }

    @Test
    void rowsCanBeMovedWithKeysAndByDragging() {
        window.waitUntilSettled();
        page.locator("#by-hand").click();
        page.waitForSelector("#hand tbody tr");
        List<String> before = page.locator("#hand tbody th").allTextContents();
        List<String> swapped = new ArrayList<>(before);
        Collections.swap(swapped, 0, 1);

        page.locator("#hand button[aria-label='" + before.get(0) + " further back']")
                .press("Enter");
        waitForPlanByHand(swapped);
        page.locator("#hand tbody tr:nth-child(2) .grip").dragTo(page.locator("#hand tbody tr:nth-child(1)"));
        waitForPlanByHand(before);

        assertThat(page.locator("#hand tbody th").allTextContents()).isEqualTo(before);
    }

    /** Until it stands in the comparison, where a row more moves what is below: nothing may be dragged before. */
    private void waitForPlanByHand(List<String> line) {
        page.waitForFunction(
                "line => { const row = document.querySelector('#compare tbody tr:nth-child(2)');"
                        + " const rider = (text) => text.replace(/^\\((.*)\\)$/, '$1').replace(/ [0-9.]+$/, '');"
                        + " return row?.textContent.includes('Your plan')"
                        + " && row.lastElementChild.textContent.split(', ').map(rider).join() === line; }",
                String.join(",", line));
    }

    @Test
    void aGapReadOnTheRoadIsComparedAndPlannedFromThere() {
        JsonNode question = json("Paceline.planner.asking.question");
        long plannedS = window.plannedGapS(40);
        window.readGap(40, plannedS - 20);

        // the page rounds its rows to 0.1 s and the sentence to whole seconds
        assertThat(page.locator("#reading").textContent())
                .containsPattern("(19|20|21) s ahead of the plan, which had (%d|%d|%d) s here"
                        .formatted(plannedS - 1, plannedS, plannedS + 1));
        page.waitForFunction("() => Paceline.planner.asking.question.scenario.course.from_km_to_go === 40");
        assertThat(plan().at("/report/goal/startKm").asDouble()).isEqualTo(40);
        // back to the race's own question, for the other tests
        asks(() -> page.evaluate(
                "question => Paceline.planner.asking.ask('PUT', '/api/question', JSON.parse(question))",
                question.toString()));
    }

    @Test
    void aBadValueIsSaidAndThePlanStays() {
        window.waitUntilSettled();
        String answer = page.locator("#answer").textContent();
        page.locator("input[aria-label='TT1: CP W']").fill("40");
        page.locator("input[aria-label='TT1: CP W']").press("Tab");
        page.waitForSelector("#fault:not([hidden])");

        assertThat(page.locator("#fault").textContent()).startsWith("TT1: CP = 40 W is outside 100 to 600 W.");
        assertThat(page.locator("#answer").textContent()).isEqualTo(answer);
        page.locator("#undo").click();
        page.waitForFunction("() => document.getElementById('fault').hidden");
        // the browser itself notes every answer that is not good
        assertThat(faults).hasSize(1);
        faults.clear();
    }

    @Test
    void theReportOpensWithItsCharts() {
        page.navigate(planner.address("/api/report"));

        assertThat(page.locator("main > section").count()).isGreaterThan(5);
        assertThat(page.locator("canvas").count()).isGreaterThan(4);
    }

    @Test
    void whatIsProvedIsShownWithThePlanAndGoesWithANewQuestion() {
        page.waitForFunction("() => Paceline.planner.asking.plan.settled");
        JsonNode proofs = plan().at("/report/proofs");

        assertThat(proofs).isNotEmpty();
        assertThat(page.locator("#proofs li").allTextContents())
                .hasSameSizeAs(proofs)
                .first()
                .isEqualTo("Proved: " + proofs.get(0).asText() + ".");
        assertThat(page.locator("#plan .hinge").count()).isGreaterThan(5);
        JsonNode first = firstPlanForAnotherGap();
        assertThat(first.get("settled").asBoolean()).isFalse();
        assertThat(first.get("shown").asInt()).isEqualTo(first.get("proofs").asInt());
        asks(() -> page.locator("#undo").click());
    }

    /** As it is shown in the page's own first frame with it: seen from here it might be settled already. */
    private JsonNode firstPlanForAnotherGap() {
        page.evaluate("""
                () => {
                  const {asking} = Paceline.planner;
                  const before = asking.plan.revision;
                  const look = () => {
                    if (asking.plan.revision === before) {
                      requestAnimationFrame(look);
                      return;
                    }
                    const {settled, report} = asking.plan;
                    window.first = {settled, proofs: report.proofs.length, shown: document.querySelectorAll('#proofs li').length};
                  };
                  asking.change(null, ({scenario}) => { scenario.breakaway.gap_s -= 1; });
                  look();
                }""");
        page.waitForFunction("() => window.first");
        return json("window.first");
    }

    @Test
    void theCardsComeAsAnArchive() throws IOException {
        Download download = page.waitForDownload(() -> page.locator("#cards").click());

        assertThat(download.suggestedFilename()).isEqualTo("cards.zip");
        List<String> names = new ArrayList<>();
        try (ZipFile zip = new ZipFile(download.path().toFile())) {
            zip.stream().forEach(entry -> names.add(entry.getName()));
        }
        // a card and two workouts for each rider, the card of the car, the course
        assertThat(names)
                .hasSize(plan().at("/answer/plan/order").size() * 3 + 2)
                .contains("team.html", "course.gpx");
    }

    @Test
    void chartsOfOldPlansFollowTheMomentNoMore() {
        page.evaluate("() => { const {moment} = Paceline.planner; const listen = moment.listen; window.charted = 0;"
                + " moment.listen = (f) => { const end = listen(f); charted += 1;"
                + " return () => { charted -= 1; end(); }; }; }");
        int[] counts = new int[3];
        for (int i = 0; i < counts.length; i++) {
            // another number of riders has other charts
            asks(() -> page.locator("select[aria-label='What DOM2 does']").selectOption("bench"));
            waitForCharts();
            asks(() -> page.locator("#undo").click());
            waitForCharts();
            counts[i] = ((Number) page.evaluate("() => charted")).intValue();
        }

        // those of the first plan were made before the count began
        assertThat(counts[1]).isPositive().isEqualTo(counts[0]);
        assertThat(counts[2]).isEqualTo(counts[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void shutsNobodyOutAndFitsTheScreen(int width) {
        open(width);
        page.locator("#by-hand").click();
        page.waitForSelector("#hand tbody tr");

        assertThat(Axe.faults(page)).isEmpty();
        faults.removeIf(
                fault -> fault.startsWith("warning: Canvas2D: Multiple readback")); // axe looks at the charts' colours
        assertThat(((Number) page.evaluate("() => document.scrollingElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(width);
    }

    /** Made anew with -Dpaceline.screenshots=true; else only tried. */
    @Test
    void makesThePictureOfTheReadme() throws IOException {
        page.waitForFunction("() => Paceline.planner.asking.plan.settled");
        page.setViewportSize(DESKTOP, PICTURE_HEIGHT);
        waitForCharts();
        byte[] picture = page.screenshot();

        assertThat(Arrays.copyOf(picture, 4)).isEqualTo(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        if (Boolean.getBoolean("paceline.screenshots")) {
            Files.write(ROOT.resolve("docs/planner.png"), picture);
        }
    }
}
