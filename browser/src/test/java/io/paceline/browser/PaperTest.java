package io.paceline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.paceline.app.PacelineCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report and the cards on paper: of the first example, a long ride with short pulls. */
class PaperTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page[^s]");

    /** Points of A5, whole. */
    private static final String A5 = "/MediaBox \\[0 0 4(19|20)[.0-9]* 59[45][.0-9]*\\]";

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void write() throws IOException {
        chromium = Chromium.start();
        Path plan = Files.writeString(folder.resolve("plan.yaml"), """
                pulls:
                  - {rider: ROU2, seconds: 20}
                  - {rider: TT1, seconds: 40}
                  - {rider: DOM1, seconds: 20}
                  - {rider: ROU1, seconds: 30}
                  - {rider: DOM2, seconds: 15}
                sitsOn: [SPR1]
                """);
        StringWriter err = new StringWriter();
        int code = PacelineCommand.execute(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "simulate",
                ROOT + "/examples/tour-2023-stage-18/scenario.yaml",
                "--plan",
                plan.toString(),
                "--report",
                folder.resolve("report.html").toString(),
                "--cards",
                folder.resolve("cards").toString());
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        page = chromium.browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(1_100, 844))
                .newPage();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static void open(Path file) {
        page.navigate(file.toUri().toString());
    }

    private static String printed(String format) {
        byte[] pdf = page.pdf(new Page.PdfOptions()
                .setFormat(format)
                .setPreferCSSPageSize(true)
                .setPrintBackground(true));
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    private static long pages(String pdf) {
        return PAGE.matcher(pdf).results().count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A4", "Letter"})
    void theCardForTheCarIsOnePage(String format) {
        open(folder.resolve("cards/team.html"));

        assertThat(pages(printed(format))).isEqualTo(1);
    }

    @Test
    void eachRidersCardIsOnePageForThePocket() throws IOException {
        List<Path> cards;
        try (Stream<Path> files = Files.list(folder.resolve("cards"))) {
            cards = files.filter(file -> file.toString().matches(".*/0[0-9]-[^/]*\\.html"))
                    .toList();
        }
        assertThat(cards).hasSize(6);
        for (Path card : cards) {
            open(card);
            String pdf = printed("A4");
            assertThat(pages(pdf)).as(card.toString()).isEqualTo(1);
            assertThat(pdf).containsPattern(A5);
        }
    }

    @Test
    void theCardsFitAPhone() {
        page.setViewportSize(390, 844);
        for (String card : List.of("team.html", "02-TT1.html")) {
            open(folder.resolve("cards").resolve(card));
            assertThat(((Number) page.evaluate("document.scrollingElement.scrollWidth")).intValue())
                    .as(card)
                    .isLessThanOrEqualTo(390);
        }
        page.setViewportSize(1_100, 844);
    }

    @Test
    void theReportTakesThePaperThatIsThere() {
        open(folder.resolve("report.html"));

        assertThat(printed("A4")).containsPattern("/MediaBox \\[0 0 59[56][.0-9]* 84[12][.0-9]*\\]");
        assertThat(printed("Letter")).containsPattern("/MediaBox \\[0 0 612 792\\]");
    }

    @Test
    void whatLeadsToAChartStaysWithItAndNoChartIsCut() {
        open(folder.resolve("report.html"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".plot, .bars:not(.tornado)").count()).isEqualTo(8);
        // strips and rows of tables may part, one by one
        assertThat(page.evaluate("""
                () => [...document.querySelectorAll('.plot:not(:has(.strip)), .strip, .bars:not(.tornado), .hinge, tr')]
                  .filter((piece) => getComputedStyle(piece).breakInside !== 'avoid').map((piece) => piece.outerHTML.slice(0, 80))""")).isEqualTo(List.of());
        assertThat(page.evaluate("""
                () => [...document.querySelectorAll('section > .plot, section > .bars, section > .scroll')].flatMap((chart) => {
                  const before = [];
                  let e = chart;
                  do {
                    e = e.previousElementSibling;
                    before.push(e);
                  } while (!e.matches('h2, h3, .plot, details'));
                  return before.filter((e) => !e.matches('.plot, details') && getComputedStyle(e).breakAfter !== 'avoid').map((e) => e.outerHTML.slice(0, 80));
                })""")).isEqualTo(List.of());
    }

    @Test
    void nothingIsPrintedThatOnlyAScreenCanShow() {
        open(folder.resolve("report.html"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        for (String part : List.of(".moment", "#power .now", "#balance .now", "#scenario")) {
            assertThat(page.locator(part).first().isVisible()).as(part).isFalse();
        }
        page.evaluate("() => { document.querySelector('#scenario details').open = true; }");
        assertThat(page.locator("#scenario").isVisible()).as("what was opened").isTrue();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        assertThat(page.locator("#power .now").first().isVisible()).isTrue();
    }

    @Test
    void namesOfHeightsFitBesideTheirChart() {
        open(folder.resolve("report.html"));

        // the widest that a road or a gap can have, in the letters of the axis, with its ticks
        Object widest = page.evaluate("""
                () => {
                  const c = document.createElement('canvas').getContext('2d');
                  c.font = '12px system-ui, sans-serif';
                  return Math.max(...['1000 m', '2500 m', '1:00:00'].map((text) => c.measureText(text).width)) + 9;
                }""");
        Object room = page.locator("#course .u-over").first().evaluate("(over) => over.offsetLeft");
        assertThat(((Number) room).doubleValue()).isGreaterThanOrEqualTo(((Number) widest).doubleValue());
    }
}
