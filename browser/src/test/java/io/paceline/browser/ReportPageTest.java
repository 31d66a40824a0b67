package io.paceline.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import io.paceline.app.PacelineCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of the first example, opened from a file as a reader does. */
class ReportPageTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final String SCENARIO = ROOT + "/examples/tour-2023-stage-18/scenario.yaml";
    private static final int DESKTOP = 1_100;
    private static final int PHONE = 390;

    /** Of one action of the browser on a machine with much else to do, ms. */
    private static final double PATIENCE_MS = 180_000;

    /** CSS pixels of an A4 page of 210 mm with margins of 12 mm. */
    private static final double PAPER_PX = 186 / 25.4 * 96;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static JsonNode plan;

    /** A page is opened once for each width: drawing it takes a busy machine a while. */
    private static final Map<Integer, Page> PAGES = new HashMap<>();

    private static final List<String> FAULTS = new ArrayList<>();

    private Page page;

    @BeforeAll
    static void writeReport() throws IOException {
        chromium = Chromium.start();
        StringWriter err = new StringWriter();
        int code = PacelineCommand.execute(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "plan",
                SCENARIO,
                "--evaluations",
                "20000",
                "--json",
                folder.resolve("plan.json").toString(),
                "--report",
                folder.resolve("report.html").toString());
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        plan = new ObjectMapper().readTree(folder.resolve("plan.json").toFile());
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openDesktop() {
        open(DESKTOP);
    }

    private void open(int width) {
        page = PAGES.computeIfAbsent(width, ReportPageTest::opened);
        page.evaluate("() => { Paceline.report.moment.zoom(Infinity); Paceline.report.moment.set(0); }");
    }

    private static Page opened(int width) {
        Page page = chromium.browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(width, 844))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(message -> {
            // the tests read canvases, the page does not
            if (!message.text().contains("willReadFrequently")) {
                FAULTS.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(FAULTS::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("file:") || !request.isNavigationRequest()) {
                FAULTS.add("request: " + request.url());
            }
        });
        page.navigate(folder.resolve("report.html").toUri().toString());
        return page;
    }

    @AfterEach
    void noFaults() {
        assertThat(FAULTS).as("console messages, errors and requests").isEmpty();
    }

    private double number(String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    @Test
    void saysTheAnswerFirstAndTheRestInOrder() {
        assertThat(page.locator("#answer").textContent())
                .isEqualTo(plan.at("/explanation/0").asText())
                .startsWith("Yes: launch at 60.0 km to go");
        assertThat(page.locator("main > section").evaluateAll("list => list.map((s) => s.id)"))
                .isEqualTo(List.of(
                        "why",
                        "line",
                        "course",
                        "rotation",
                        "power",
                        "balance",
                        "energy",
                        "sectors",
                        "hangs-on",
                        "certificate",
                        "scenario"));
        assertThat(page.locator(".order b").allTextContents()).isEqualTo(texts(plan.at("/plan/order")));
        List<String> pulls = page.locator(".order .pull").allTextContents();
        for (int i = 0; i < plan.at("/plan/pulls").size(); i++) {
            assertThat(pulls.get(i))
                    .isEqualTo(plan.at("/plan/pulls/" + i + "/seconds").asInt() + " s");
        }
        assertThat(pulls.get(5)).isEqualTo("sits on");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    @Test
    void theChartsHoldTheNumbersOfTheJson() {
        ChartNumbers.compare(page, plan);
        assertThat(number("Paceline.report.charts.gap.plot.values().y.at(-1)")).isEqualTo(120);
        assertThat(number("Paceline.report.charts.gap.plot.values().y[0]"))
                .isCloseTo(-plan.at("/catch/marginS").asDouble(), within(0.05));
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void theTornadoGoesBothWaysFromItsMiddle(int width) {
        open(width);
        assertThat(page.locator(".warnings li").allTextContents()).isNotEmpty().isEqualTo(warnings());
        JsonNode sensitivity = plan.get("sensitivity");
        double nowJ = sensitivity.at("/now/leastBalanceJ").asDouble();
        Map<String, JsonNode> rows = new HashMap<>();
        sensitivity.get("rows").forEach(row -> rows.put(row.get("label").asText(), row));
        List<Locator> hinges = page.locator(".hinge").all();
        assertThat(hinges).hasSizeGreaterThan(5);
        double pxPerJ = Double.NaN;
        for (Locator hinge : hinges) {
            JsonNode row = rows.get(hinge.locator(".input b").textContent());
            BoundingBox both = hinge.locator(".sides").boundingBox();
            double middle = both.x + both.width / 2;
            List<Locator> bars = hinge.locator(".side").all();
            List<JsonNode> sides = new ArrayList<>(List.of(row.get("low"), row.get("high")));
            sides.removeIf(JsonNode::isNull);
            assertThat(bars).hasSameSizeAs(sides);
            for (int i = 0; i < sides.size(); i++) {
                double changeJ = sides.get(i).get("leastBalanceJ").asDouble() - nowJ;
                BoundingBox bar = bars.get(i).locator(".part").boundingBox();
                BoundingBox words = bars.get(i).locator(".words").boundingBox();
                assertThat(words.x).isNotNegative();
                assertThat(words.x + words.width).isLessThanOrEqualTo(width);
                if (Double.isNaN(pxPerJ)) {
                    pxPerJ = bar.width / Math.abs(changeJ);
                }
                // joules are whole, pixels are split into 64
                assertThat(bar.width).isCloseTo(Math.abs(changeJ) * pxPerJ, within(0.3));
                double root = Math.rint(changeJ) < 0 ? bar.x + bar.width : bar.x;
                assertThat(root).as(row.get("label").asText()).isCloseTo(middle, within(0.1));
            }
        }
    }

    private static List<String> warnings() {
        return plan.get("warnings").findValuesAsText("sentence").stream()
                .map(sentence -> "Warning: " + sentence)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void everyChartHasMarksWithinItsPage(int width) {
        open(width);
        Locator canvases = page.locator("canvas");
        // gap, profile, rotation, two for each of six riders, speed, watts
        assertThat(canvases.count()).isEqualTo(17);
        for (int i = 0; i < canvases.count(); i++) {
            Object marks = canvases.nth(i).evaluate("""
                    (canvas) => {
                      const dots = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                      const colours = new Set();
                      for (let at = 0; at < dots.length; at += 4) {
                        if (dots[at + 3] === 255) colours.add(dots[at] << 16 | dots[at + 1] << 8 | dots[at + 2]);
                      }
                      return colours.size;
                    }""");
            // letters, axis, and the marks themselves
            assertThat(((Number) marks).intValue()).as("canvas " + i).isGreaterThan(3);
            BoundingBox box = canvases.nth(i).boundingBox();
            assertThat(box.x).isNotNegative();
            assertThat(box.x + box.width).isLessThanOrEqualTo(width);
        }
        assertThat(number("document.documentElement.scrollWidth"))
                .as("no scrolling sideways")
                .isLessThanOrEqualTo(width);
    }

    @Test
    void oneMomentIsShownInAllCharts() {
        String before = page.locator(".moment .words").textContent();
        assertThat(before).startsWith("0:00 · 60.0 km to go · gap 2:00 · ");
        // half of the road between the start and the finish
        page.locator("#course .u-over").nth(1).hover();
        String words = page.locator(".moment .words").textContent();
        assertThat(words).contains(" · 30.");
        double timeS = number("Paceline.report.moment.timeS");
        double share = timeS / plan.at("/catch/timeS").asDouble();

        for (Locator over : page.locator("#rotation .u-over, #power .u-over, #balance .u-over")
                .all()) {
            BoundingBox plot = over.boundingBox();
            BoundingBox cursor = over.locator(".u-cursor-x").boundingBox();
            // half a pixel of rounding, and the width of the line
            assertThat(cursor.x).isCloseTo(plot.x + share * plot.width, within(2.5));
        }
        double watts = number(
                "(() => { const {data, moment} = Paceline.report;" + " return data.ride.powerW[2][moment.row()]; })()");
        assertThat(page.locator("#power .now").nth(2).textContent()).isEqualTo(Math.round(watts) + " W");
    }

    @Test
    void keysMoveTheMoment() {
        page.locator("[role=slider]").first().focus();
        page.keyboard().press("End");
        assertThat(page.locator(".moment .words").textContent()).contains(" · 5.0 km to go · gap 0:00 · ");
        page.keyboard().press("ArrowLeft");
        assertThat(number("Paceline.report.moment.timeS"))
                .isCloseTo(plan.at("/catch/timeS").asDouble() - 10, within(0.01));
        page.locator("#moment").focus();
        page.keyboard().press("Home");
        assertThat(page.locator(".moment .words").textContent()).startsWith("0:00");
        page.locator(".zooms button").nth(1).click();
        assertThat(number("Paceline.report.charts.rotation.plot.shown()[1]")).isEqualTo(600);
        page.keyboard().press("Tab");
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void shutsNobodyOut(int width) {
        open(width);
        // one table of each section: thousands of like cells would only take time
        page.evaluate("() => document.querySelectorAll('section > details:first-of-type')"
                + ".forEach((d) => { d.open = true; })");

        assertThat(Axe.faults(page)).isEmpty();
    }

    @Test
    void everyChartHasItsTable() {
        for (String id : List.of("course", "rotation", "power", "balance", "energy", "sectors", "hangs-on")) {
            assertThat(page.locator("#" + id + " table").count()).as(id).isPositive();
            assertThat(page.locator("#" + id + " tbody tr").count()).as(id).isGreaterThan(5);
        }
    }

    @Test
    void fitsPagesOfA4() throws IOException {
        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPrintBackground(true));
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("%PDF");
        long pages =
                Pattern.compile("/Type\\s*/Page[^s]").matcher(text).results().count();
        assertThat(pages).isBetween(3L, 8L);

        page.evaluate("() => { window.dispatchEvent(new Event('beforeprint')); }");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (Locator canvas : page.locator("canvas").all()) {
            BoundingBox box = canvas.boundingBox();
            // the body keeps its own place on the screen, so only the width counts; whole pixels
            assertThat(box.width).isLessThanOrEqualTo(PAPER_PX + 0.5);
        }
        assertThat(page.locator(".moment").isVisible()).isFalse();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.evaluate("() => { window.dispatchEvent(new Event('afterprint')); }");
    }

    /** Made anew with -Dpaceline.screenshots=true; else only tried. */
    @ParameterizedTest
    @CsvSource({"report-desktop.png,1100,1560", "report-phone.png,390,844"})
    void makesThePicturesOfTheReadme(String name, int width, int height) throws IOException {
        open(width);
        page.setViewportSize(width, height);
        page.evaluate("() => { Paceline.report.moment.set(2400); window.scrollTo(0, 0); }");
        byte[] picture = page.screenshot();
        page.setViewportSize(width, 844);
        assertThat(Arrays.copyOf(picture, 4)).isEqualTo(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        if (Boolean.getBoolean("paceline.screenshots")) {
            Files.write(ROOT.resolve("docs").resolve(name), picture);
        }
    }
}
