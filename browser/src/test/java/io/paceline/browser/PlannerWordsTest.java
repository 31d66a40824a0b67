package io.paceline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.paceline.app.serve.BreakPlanner;
import io.paceline.app.serve.Planner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the planner says of a question that it cannot answer, or not yet. */
class PlannerWordsTest {
    private static ServedPlanner planner;

    /** A page is opened once: drawing it takes a busy machine a while. Each test takes back what it asked. */
    private static OpenPlanner window;

    private static Page page;

    @BeforeAll
    static void start() throws IOException {
        planner = new ServedPlanner(0.2);
        window = planner.window(1_100);
        page = window.page();
    }

    @AfterAll
    static void stop() {
        if (planner != null) {
            planner.close();
        }
    }

    /** The browser itself notes every answer that is not good; whatever else it notes is a fault. */
    @AfterEach
    void noOtherFaults() {
        window.faults().removeIf(fault -> fault.contains("Failed to load resource"));
        assertThat(window.faults()).isEmpty();
    }

    private static void goOn() {
        page.evaluate("Paceline.planner.asking.change(null, () => {})");
        page.waitForFunction("() => document.getElementById('fault').hidden");
        page.locator("#undo").click();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "scenario.breakaway.gap_s = 5000|Gap at the start point = 5000 s is outside 0 to 3600 s. 0 is level with the break; it is in seconds.",
                "scenario.wind.speed_mps = 77|Wind at 10 m = 77 m/s is outside 0 to 40 m/s. Maybe it is in km/h: divide by 3.6.",
                "scenario.goal.launch_at_km_to_go = 300|Launch = 300 km: the launch is behind the start, Start point = 60 km. Launch there or later, or begin the course earlier.",
                "scenario.goal.launch_at_km_to_go = 2|Catch = 5 km: the catch point is not after the launch, Launch = 2 km. Leave at least 0.1 km between them.",
                "scenario.chase.reserve_pct = 120|Reserve of W′ = 120 % is outside 0 to 100 %.",
                "scenario.chase.workers = []|Nobody works, so nobody would ride. Let at least one rider work.",
                "scenario.chase.workers.push('XX')|Riders who work: rider XX is not in the riders' file.",
                "scenario.chase.protected.push('TT1')|Protected riders: rider TT1 is a worker too. A protected rider never pulls: keep him in one list.",
                "scenario.breakaway.mass_kg = 1|breakaway.mass_kg = 1 kg is outside 40 to 150 kg. It is one rider with his bicycle, in kilograms.",
                "riders[0].w_prime_j = 500000|TT1: W′ = 500 kJ is outside 1 to 60 kJ.",
                "riders[1].w_prime_j = 'abc'|ROU1: W′ = abc is not a number. Write a number from 1 to 60 kJ.",
                "riders[0].spent_j = -1500|TT1: spent = -1.5 kJ is outside 0 to 60 kJ.",
                "riders[2].mass_kg = ''|ROU2: mass is empty. Every rider needs one.",
                "riders[2].id = ''|rider number 3: id is empty. Every rider needs one.",
                "riders[0].id = 'ROU1'|rider ROU1 is there twice. Ids must differ.",
            })
    void aFaultIsSaidInTheWordsOfThePage(String edit, String words) {
        page.evaluate("Paceline.planner.asking.change(null, ({scenario, riders}) => { " + edit + "; })");
        page.waitForSelector("#fault:not([hidden])");

        assertThat(page.locator("#fault").textContent()).isEqualTo(words);
        page.locator("#undo").click();
        page.waitForFunction("() => document.getElementById('fault').hidden");
    }

    @Test
    void aFaultOfAPlanByHandNamesThePullAndStaysUntilItIsMended() {
        page.locator("#by-hand").click();
        String pull = page.locator("#hand input").first().inputValue();
        typeFirstPull("4");
        page.waitForSelector("#hand-fault:not([hidden])");

        assertThat(page.locator("#hand-fault").textContent())
                .isEqualTo(
                        "Your plan: pull number 1 = 4 s is outside 10 to 3600 s. A rider who never pulls sits on: 0 s.");
        assertThat(page.locator("#fault").isHidden()).isTrue();
        window.asks(() -> page.evaluate("Paceline.planner.asking.change(null, () => {})"));
        assertThat(page.locator("#hand-fault").isVisible()).isTrue();
        window.asks(() -> page.locator("#undo").click());
        assertThat(page.locator("#hand-fault").isVisible()).isTrue();

        typeFirstPull(pull);
        page.waitForFunction("() => document.getElementById('hand-fault').hidden");
    }

    private static void typeFirstPull(String seconds) {
        page.locator("#hand input").first().fill(seconds);
        page.locator("#hand input").first().press("Tab");
    }

    @Test
    void aFaultOfAFileKeepsItsNameAndLine() {
        page.evaluate("""
                () => {
                  const files = {'scenario.yaml': 'name: x\\nfoo: 1\\n'};
                  const input = document.getElementById('files');
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([files['scenario.yaml']], 'scenario.yaml'));
                  input.files = transfer.files;
                  input.dispatchEvent(new Event('change'));
                }""");
        page.waitForSelector("#fault:not([hidden])");

        assertThat(page.locator("#fault").textContent()).startsWith("scenario.yaml:2: foo is not a known key.");
        goOn();
    }

    @Test
    void aPlanThatIsOldSaysSoUntilTheNewOneIsThere() {
        OpenPlanner other = planner.window(1_100);
        Page page = other.page();
        assertThat(page.locator("body").getAttribute("class")).isEqualTo("planner");
        // a break of known riders takes the planner seconds: here the first plan for the question never comes
        page.route("**/api/question", route -> {
            if (route.request().method().equals("PUT")) {
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"revision\": 1000000}"));
            } else {
                route.resume();
            }
        });
        page.evaluate("Paceline.planner.asking.change(null, ({scenario}) => { scenario.breakaway.gap_s = 90; })");
        page.waitForFunction("() => document.body.classList.contains('old')");

        assertThat(page.locator("#status").textContent())
                .isEqualTo(
                        "Planning: the new plan is being worked out … Until then this is the plan for the question before.");
        assertThat(page.locator("#plan").getAttribute("aria-busy")).isEqualTo("true");
        page.evaluate(
                "Paceline.planner.asking.change(null, ({scenario}) => { scenario.breakaway.riders = 'break.csv'; })");
        page.waitForFunction(
                "() => document.getElementById('status').textContent.includes('what the break rides is worked out first')");
        assertThat(other.faults()).isEmpty();
        other.close();
    }

    @Test
    void aPlannerThatIsStartedAgainShowsItsOwnQuestionAndUndoBringsOurs() throws IOException {
        try (Chromium chromium = Chromium.start()) {
            OpenPlanner other;
            int port;
            try (Planner first = served(0)) {
                port = first.port();
                other = new OpenPlanner(chromium, port, 1_100);
                other.asks(
                        () -> other.page()
                                .evaluate(
                                        "Paceline.planner.asking.change(null, ({scenario}) => { scenario.breakaway.gap_s = 90; })"));
            }
            Page page = other.page();
            page.evaluate("Paceline.planner.asking.change(null, ({scenario}) => { scenario.breakaway.gap_s = 80; })");
            page.waitForFunction("() => document.getElementById('fault').textContent"
                    + " === 'The planner does not answer. Start it again: paceline serve.'");
            try (Planner second = served(port)) {
                assertThat(second.port()).isEqualTo(port);
                page.waitForFunction("() => document.getElementById('fault').textContent"
                        + " === 'The planner was started again and shows its own question. Undo brings yours back.'");
                assertThat(page.locator("#breakaway-gap_s").inputValue()).isEqualTo("120");
                page.locator("#undo").click();
                assertThat(page.locator("#breakaway-gap_s").inputValue()).isEqualTo("80");
                page.waitForFunction(
                        "() => Paceline.planner.asking.plan.revision === 2 && document.getElementById('fault').hidden");
            }
            other.faults().removeIf(fault -> fault.contains("Failed to load resource")); // while nobody answered
            other.close();
        }
    }

    private static Planner served(int port) throws IOException {
        return Planner.open(
                Path.of("").toAbsolutePath().getParent().resolve("examples/tour-2023-stage-18/scenario.yaml"),
                Optional.empty(),
                0.2,
                BreakPlanner.none(),
                port);
    }
}
