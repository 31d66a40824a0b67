package io.paceline.app.report.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenetics.jpx.Copyright;
import io.jenetics.jpx.GPX;
import io.jenetics.jpx.WayPoint;
import io.paceline.app.Inputs;
import io.paceline.app.report.Answer;
import io.paceline.app.report.Explanation;
import io.paceline.app.report.SectorRide;
import io.paceline.app.report.Warning;
import io.paceline.app.report.ride.RiderRide;
import io.paceline.app.report.ride.RiderStep;
import io.paceline.app.report.ride.Role;
import io.paceline.app.scenario.GpxCourse;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.scenario.ScenarioReader;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class CardsTest {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String TCX = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeScenario() throws IOException {
        file = Inputs.write(folder);
    }

    private List<Double> even() {
        return Collections.nCopies(ScenarioReader.read(file).chase().road().sectorCount(), 1.0);
    }

    private Answer answer() {
        return answer(new RotationPlan(
                List.of(new Pull("ROU1", 50), new Pull("TT1", 70), new Pull("DOM1", 20, 3)), List.of("SPR1"), even()));
    }

    private Answer answer(RotationPlan plan) {
        Scenario scenario = ScenarioReader.read(file);
        ChaseKernel kernel = ChaseKernel.compile(scenario.chase());
        Outcome outcome = kernel.evaluate(plan);
        return new Answer(
                scenario,
                plan,
                outcome,
                SectorRide.of(scenario, kernel, plan, outcome),
                Optional.empty(),
                List.of(),
                Explanation.ofGiven(scenario, plan, outcome));
    }

    private Map<String, String> cards(RotationPlan plan) {
        return Cards.of(answer(plan), GpxCourse.track(folder.resolve("course.gpx")));
    }

    private Map<String, String> cards() {
        return Cards.of(answer(), GpxCourse.track(folder.resolve("course.gpx")));
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagNameNS("*", name).item(0).getTextContent();
    }

    @Test
    void thereIsAFileOfEachKindForEachRider() {
        assertThat(cards().keySet())
                .containsExactly(
                        "team.html",
                        "01-ROU1.html",
                        "01-ROU1.zwo",
                        "01-ROU1.tcx",
                        "02-TT1.html",
                        "02-TT1.zwo",
                        "02-TT1.tcx",
                        "03-DOM1.html",
                        "03-DOM1.zwo",
                        "03-DOM1.tcx",
                        "04-SPR1.html",
                        "04-SPR1.zwo",
                        "04-SPR1.tcx",
                        "course.gpx");
    }

    @Test
    void fileNamesAreSafeWhateverTheId() {
        assertThat(Cards.fileName(3, "TT1")).isEqualTo("03-TT1");
        assertThat(Cards.fileName(4, "../../etc/passwd")).isEqualTo("04-_etc_passwd");
        assertThat(Cards.fileName(5, "a\\b:c*?\"<>|\u0000 d")).isEqualTo("05-a_b_c_d");
        assertThat(Cards.fileName(6, "Pogačar")).isEqualTo("06-Pogačar");
        assertThat(Cards.fileName(12, "x".repeat(500))).isEqualTo("12-" + "x".repeat(40));
    }

    @Test
    void theWorkoutOfZwiftIsTheRideOfTheRider() throws Exception {
        Answer answer = answer();
        Element root = parsed(cards().get("02-TT1.zwo")).getDocumentElement();

        assertThat(root.getTagName()).isEqualTo("workout_file");
        assertThat(text(root, "sportType")).isEqualTo("bike");
        // 450 W fresh, times 0.93 of the last hour = 418.5 W
        assertThat(text(root, "ftpOverride")).isEqualTo("419");
        List<Element> steps = elements(root.getElementsByTagName("SteadyState"));
        double workJ = 0;
        long seconds = 0;
        int pulls = 0;
        for (Element step : steps) {
            long lasts = Long.parseLong(step.getAttribute("Duration"));
            assertThat(lasts).isPositive();
            seconds += lasts;
            workJ += lasts * Double.parseDouble(step.getAttribute("Power")) * 419;
            Element words = (Element) step.getElementsByTagName("textevent").item(0);
            if (words.getAttribute("message").startsWith("Pull ")) {
                pulls++;
            }
        }
        int slot = answer.scenario().chase().team().slot("TT1");
        // whole seconds
        assertThat((double) seconds).isCloseTo(answer.outcome().timeS(), within(0.5));
        // up to half a second at each end of some dozen steps that differ by 200 W
        assertThat(workJ).isCloseTo(answer.outcome().riders().get(slot).workJ(), within(0.01 * workJ));
        assertThat(pulls).isEqualTo(answer.outcome().riders().get(slot).turns());
    }

    @Test
    void theTcxIsTheRotationInTheFormThatItsSchemaAsks() throws Exception {
        Answer answer = answer();
        Element root = parsed(cards().get("02-TT1.tcx")).getDocumentElement();

        assertThat(root.getLocalName()).isEqualTo("TrainingCenterDatabase");
        assertThat(root.getNamespaceURI()).isEqualTo(TCX);
        Element workout = (Element) root.getElementsByTagNameNS(TCX, "Workout").item(0);
        assertThat(workout.getAttribute("Sport")).isEqualTo("Biking");
        assertThat(text(workout, "Name")).isEqualTo("TT1 rotation").hasSizeLessThanOrEqualTo(15);
        Element repeat = elements(root.getElementsByTagNameNS(TCX, "Step")).stream()
                .filter(step -> step.getAttributeNS(XSI, "type").equals("Repeat_t"))
                .findFirst()
                .orElseThrow();
        int turns = answer.outcome()
                .riders()
                .get(answer.scenario().chase().team().slot("TT1"))
                .turns();
        assertThat(Integer.parseInt(text(repeat, "Repetitions"))).isBetween(turns - 2, turns - 1);
        List<Element> children = elements(repeat.getElementsByTagNameNS(TCX, "Child"));
        assertThat(children).hasSize(2);
        assertThat(text(children.get(0), "Seconds")).isEqualTo("70");
        assertThat(text(children.get(0), "Intensity")).isEqualTo("Active");
        assertThat(text(children.get(0), "Name")).matches("Pull \\d{3} W");
        assertThat(text(children.get(1), "Intensity")).isEqualTo("Resting");
        assertSchemaLimits(root);
    }

    @Test
    void aRiderWhoNeverPullsGetsHisWayInAFewSteps() throws Exception {
        Element root = parsed(cards().get("04-SPR1.tcx")).getDocumentElement();

        assertThat(elements(root.getElementsByTagNameNS(TCX, "Step"))).hasSizeBetween(2, 20);
        assertThat(elements(root.getElementsByTagNameNS(TCX, "Intensity")))
                .extracting(Element::getTextContent)
                .containsOnly("Resting");
        assertSchemaLimits(root);
    }

    @Test
    void aLongRotationRepeatsItsRepeats() throws Exception {
        List<RiderStep> steps = new ArrayList<>();
        for (int turn = 0; turn < 250; turn++) {
            steps.add(new RiderStep(Role.FRONT, 40 * turn, 10, 0, 4_000, 10_000));
            steps.add(new RiderStep(Role.LINE, 40 * turn + 10, 30, 0, 6_000, 10_000));
        }
        Element root = parsed(TcxWorkout.of("A rider with a long name", new RiderRide("A", steps)))
                .getDocumentElement();

        // 249 whole ones = 2 x 99 + 51, and the last one by itself
        assertThat(elements(root.getElementsByTagNameNS(TCX, "Repetitions")))
                .extracting(Element::getTextContent)
                .containsExactly("2", "99", "51");
        assertThat(elements(root.getElementsByTagNameNS(TCX, "Seconds")))
                .extracting(Element::getTextContent)
                .containsExactly("10", "30", "10", "30", "10", "30");
        assertThat(text(root, "Name")).isEqualTo("A rider with a");
        assertSchemaLimits(root);
    }

    /** What TrainingCenterDatabasev2.xsd limits: ids 1 to 20 once each, names up to 15 letters, 2 to 99 repetitions. */
    private static void assertSchemaLimits(Element root) {
        List<Integer> ids = elements(root.getElementsByTagNameNS(TCX, "StepId")).stream()
                .map(id -> Integer.valueOf(id.getTextContent()))
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id).isBetween(1, 20));
        assertThat(elements(root.getElementsByTagNameNS(TCX, "Name")))
                .allSatisfy(name -> assertThat(name.getTextContent().length()).isBetween(1, 15));
        assertThat(elements(root.getElementsByTagNameNS(TCX, "Repetitions")))
                .allSatisfy(times ->
                        assertThat(Integer.parseInt(times.getTextContent())).isBetween(2, 99));
        assertThat(elements(root.getElementsByTagNameNS(TCX, "Seconds")))
                .allSatisfy(
                        s -> assertThat(Integer.parseInt(s.getTextContent())).isBetween(1, 65_535));
    }

    @Test
    void theCourseHasAWaypointAtEachCue() throws IOException {
        GPX gpx = GPX.Reader.DEFAULT.read(new ByteArrayInputStream(Inputs.utf8(cards().get("course.gpx"))));
        List<WayPoint> cues = gpx.wayPoints().toList();

        assertThat(cues)
                .extracting(cue -> cue.getName().orElse(""))
                .startsWith("Launch")
                .endsWith("Catch");
        // a road of 20 km to the north, from 46 degrees on, 111.15 km a degree: launch 5 km, catch 17 km from its start
        assertThat(cues.get(0).getLatitude().doubleValue()).isCloseTo(46 + 5 / 111.15, within(1e-4));
        assertThat(cues.get(cues.size() - 1).getLatitude().doubleValue()).isCloseTo(46 + 17 / 111.15, within(1e-4));
        assertThat(cues.get(0).getDescription().orElse("")).contains("15.0 km to go", "0:00 after the launch");
        assertThat(cues.get(cues.size() - 1).getDescription().orElse("")).contains("gap 0:00");
        List<WayPoint> track =
                gpx.tracks().flatMap(t -> t.segments()).flatMap(s -> s.points()).toList();
        assertThat(track.get(0).getLatitude().doubleValue()).isCloseTo(46 + 2 / 111.15, within(1e-4));
        assertThat(track.get(track.size() - 1).getLatitude().doubleValue()).isCloseTo(46 + 20 / 111.15, within(1e-4));
    }

    @Test
    void theCourseKeepsTheCopyrightOfItsTrack() throws IOException {
        assertThat(cards().get("course.gpx")).doesNotContain("copyright");
        Path course = folder.resolve("course.gpx");
        Files.writeString(
                course,
                Files.readString(course)
                        .replace(
                                "<trk>",
                                "<metadata><copyright author=\"A & B\"><year>2023</year>".replace("&", "&amp;")
                                        + "<license>https://example.org/odbl</license></copyright></metadata>\n<trk>"));
        GPX gpx = GPX.Reader.DEFAULT.read(new ByteArrayInputStream(Inputs.utf8(cards().get("course.gpx"))));

        Copyright copyright = gpx.getMetadata().orElseThrow().getCopyright().orElseThrow();
        assertThat(copyright.getAuthor()).isEqualTo("A & B");
        assertThat(copyright.getYear()).contains(Year.of(2023));
        assertThat(copyright.getLicense()).contains(URI.create("https://example.org/odbl"));
    }

    @Test
    void aRideForTimeHasAStartAndAnEndAndNoGap() throws IOException {
        Files.writeString(file, Files.readString(file).replace("goal: {", "goal: {objective: fastest, "));
        Map<String, String> cards = cards();

        GPX gpx = GPX.Reader.DEFAULT.read(new ByteArrayInputStream(Inputs.utf8(cards.get("course.gpx"))));
        assertThat(gpx.wayPoints().map(cue -> cue.getName().orElse("")))
                .startsWith("Start")
                .endsWith("End");
        assertThat(cards.get("team.html")).contains("min:s after the start", "Line at the start");
        assertThat(cards.get("03-DOM1.html")).contains("2:00 after the start", "counts from the start");
        cards.forEach((name, text) ->
                assertThat(text).as(name).doesNotContainIgnoringCase("launch", "catch", "gap ", "chase begins"));
    }

    @Test
    void aCardSaysPlacePullsAndStart() throws Exception {
        String card = cards().get("03-DOM1.html");

        assertThat(card)
                .contains(
                        "<h1>DOM1 Davide Aiuto</h1>",
                        "<dd>3 of 4</dd>",
                        "<dd>15.0 km to go</dd>",
                        "20 s at about ",
                        "2:00 after the launch",
                        "After pull 3 you are done");
        // three pulls, then he is out
        assertThat(elements(parsed(card).getElementsByTagName("tr"))).hasSize(4);
        assertThat(cards().get("04-SPR1.html")).contains("none: you sit on").doesNotContain("in front");
    }

    @Test
    void aLongListOfPullsStandsInTwoColumns() throws Exception {
        Map<String, String> cards = cards(new RotationPlan(
                List.of(new Pull("ROU1", 10), new Pull("TT1", 10), new Pull("DOM1", 10)), List.of("SPR1"), even()));
        Element page = parsed(cards.get("01-ROU1.html")).getDocumentElement();

        List<Element> tables = elements(page.getElementsByTagName("table"));
        assertThat(tables)
                .hasSize(2)
                .allMatch(table ->
                        ((Element) table.getParentNode()).getAttribute("class").equals("pair"));
        List<String> pulls = new ArrayList<>();
        for (Element table : tables) {
            List<Element> rows = elements(table.getElementsByTagName("tr"));
            assertThat(text(rows.get(0), "th")).isEqualTo("pull");
            rows.stream().skip(1).forEach(row -> pulls.add(text(row, "td")));
        }
        // 12 km at about 44 km/h: 16 min, a third of it in pulls of 10 s
        assertThat(pulls).hasSizeBetween(30, 36);
        assertThat(pulls)
                .isEqualTo(IntStream.rangeClosed(1, pulls.size())
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(elements(tables.get(0).getElementsByTagName("tr")).size()
                        - elements(tables.get(1).getElementsByTagName("tr")).size())
                .isBetween(0, 1);
    }

    @Test
    void cardsOfAPlanThatFailsSaySo() throws Exception {
        Files.writeString(file, Inputs.SCENARIO.replace("speed_kmh: 42", "speed_kmh: 52"));
        Map<String, String> cards = cards();

        assertThat(cards.get("02-TT1.html"))
                .contains("<p class=\"alert\">No: this plan does not catch the break by 3.0 km to go.")
                .containsPattern("<dt>W′ asked of you</dt>\\s*<dd>[0-9]+\\.[0-9] kJ more than your 18\\.4 kJ</dd>")
                .doesNotContain("W′ to spend", "<dt>Keep</dt>");
        assertThat(cards.get("team.html")).contains("<li>The speed asks more above CP than riders have: ");
    }

    @Test
    void theTeamCardWarnsAsThePlanDoes() throws IOException {
        // 6 % up: slower than shelter was measured
        Files.writeString(folder.resolve("course.gpx"), Inputs.gpx(20, 0.06));
        Answer answer = answer();
        List<Warning> warnings = Warning.of(answer.scenario().chase(), answer.outcome());

        assertThat(warnings).isNotEmpty();
        assertThat(warnings)
                .allMatch(warning -> cards().get("team.html").contains("<li>Warning: " + warning.sentence() + "</li>"));
    }

    @Test
    void theTeamCardHasTheLineTheCuesAndThePace() throws Exception {
        Answer answer = answer();
        Document team = parsed(cards().get("team.html"));

        assertThat(elements(team.getElementsByTagName("table"))).hasSize(3);
        assertThat(elements(team.getElementsByTagName("tr")))
                .hasSizeGreaterThanOrEqualTo(3 + 4 + 2 + answer.sectors().size());
        assertThat(text(team.getDocumentElement(), "h1")).isEqualTo("Test chase");
    }

    @Test
    void namesAreTextsWhateverIsInThem() throws Exception {
        String evil = "</h1><img src=x onerror=alert(1)>&\"'\u0001";
        Path riders = folder.resolve("riders.csv");
        Files.writeString(
                riders, Files.readString(riders).replace("Tijs Tempo", "\"" + evil.replace("\"", "\"\"") + "\""));
        Map<String, String> cards = cards();

        for (Map.Entry<String, String> card : cards.entrySet()) {
            parsed(card.getValue());
            assertThat(card.getValue()).as(card.getKey()).doesNotContain("<img", "\u0001");
        }
        assertThat(text(parsed(cards.get("02-TT1.html")).getDocumentElement(), "h1"))
                .isEqualTo("TT1 " + evil.replace('\u0001', '\uFFFD'));
    }
}
