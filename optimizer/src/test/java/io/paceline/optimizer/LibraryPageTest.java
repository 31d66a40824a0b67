package io.paceline.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Chase;
import io.paceline.chase.ObservedBreak;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.FuturesKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Orders;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.optimizer.rotation.SearchResult;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.power.Drivetrain;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs the code of docs/library.md, and checks that the page has it and what it prints. */
class LibraryPageTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static Chase chase() {
        Team team = new Team(
                List.of(
                        // kg with bicycle, CdA m², CP W, W′ J
                        new Rider("ANNA", 69, 0.27, 330, 17_000),
                        new Rider("BEA", 66, 0.26, 310, 15_000),
                        new Rider("CARO", 72, 0.28, 345, 18_000),
                        new Rider("DORA", 64, 0.25, 300, 16_000)),
                Set.of("DORA")); // the sprinter never pulls
        Air air = Air.standard(200);
        Road road = Road.of(List.of(
                // length m, gradient, heading rad, headwind m/s, Crr
                new Stretch(12_000, 0.000, 0, 1.0, 0.004),
                new Stretch(3_000, 0.025, 0, 0.5, 0.004),
                new Stretch(5_000, -0.010, 0, 0.0, 0.004)));
        double breakW = ObservedBreak.levelPowerW(11.5, 0.004, 68, 0.27, 0.75, air, Drivetrain.MARTIN_1998);
        ObservedBreak ahead = new ObservedBreak(175, 3, 68, 0.27, breakW, 0.02, 0.75, air, Drivetrain.MARTIN_1998, 22);
        return Chase.builder(team, road, air, ahead).build();
    }

    @Test
    void whatAPlanCosts() throws IOException {
        Chase chase = chase();

        ChaseKernel kernel = ChaseKernel.compile(chase);
        RotationPlan plan = new RotationPlan(
                List.of(new Pull("CARO", 60), new Pull("ANNA", 45), new Pull("BEA", 30)),
                List.of("DORA"),
                List.of(1.0, 1.2, 0.8)); // effort by sector; here each stretch is one
        Outcome outcome = kernel.evaluate(plan);
        String told = String.format(
                Locale.ROOT,
                "%.0f kJ, caught: %b, ANNA keeps %.0f %% of her W′",
                outcome.collectiveJ() / 1_000,
                outcome.feasible(),
                100 * outcome.riders().get(0).leastBalanceFraction());

        assertThat(page()).contains("\n" + told + "\n");
    }

    @Test
    void theBestPlan() throws IOException {
        ChaseKernel kernel = ChaseKernel.compile(chase());

        SearchResult best = RotationPlanner.optaPlanner()
                .plan(kernel, SearchOptions.evaluations(20_000).withSeed(7), SearchListener.none());
        String told = String.format(
                Locale.ROOT,
                "%.0f kJ, caught: %b, front first: %s",
                best.outcome().collectiveJ() / 1_000,
                best.outcome().feasible(),
                best.plan().pulls().stream().map(Pull::riderId).toList());

        assertThat(page()).contains("\n" + told + "\n");
    }

    @Test
    void manyPlans() throws IOException {
        ChaseKernel kernel = ChaseKernel.compile(chase());

        Pace pace = kernel.newPace();
        PlanEvaluator evaluator = kernel.newEvaluator();
        kernel.solvePace(new double[] {1, 1.2, 0.8}, pace); // the speeds of these efforts, for every order
        LinePlan line = new LinePlan(4); // by position, front first: slot of the rider, pull
        for (int position = 0; position < 4; position++) {
            line.slot[position] = position;
            line.pullS[position] = 45;
        }
        line.working = 3;
        double leastJ = Double.POSITIVE_INFINITY;
        Orders orders = new Orders(line.working);
        do {
            evaluator.evaluate(pace, line);
            leastJ = Math.min(leastJ, evaluator.collectiveJ());
        } while (orders.next(line));

        assertThat(page()).contains(String.format(Locale.ROOT, "\n%.1f kJ in the best of 6 orders\n", leastJ / 1_000));
        double bestJ = Double.POSITIVE_INFINITY;
        for (List<String> order : List.of(
                List.of("ANNA", "BEA", "CARO"),
                List.of("ANNA", "CARO", "BEA"),
                List.of("BEA", "ANNA", "CARO"),
                List.of("BEA", "CARO", "ANNA"),
                List.of("CARO", "ANNA", "BEA"),
                List.of("CARO", "BEA", "ANNA"))) {
            List<Pull> pulls = order.stream().map(id -> new Pull(id, 45)).toList();
            RotationPlan plan = new RotationPlan(pulls, List.of("DORA"), List.of(1.0, 1.2, 0.8));
            bestJ = Math.min(bestJ, kernel.evaluate(plan).collectiveJ());
        }
        assertThat(leastJ).isCloseTo(bestJ, within(1e-9 * bestJ));
    }

    @Test
    void manyFutures() throws IOException {
        Chase chase = chase();
        LinePlan line = LinePlan.of(
                new RotationPlan(
                        List.of(new Pull("CARO", 60), new Pull("ANNA", 45), new Pull("BEA", 30)),
                        List.of("DORA"),
                        List.of(1.0, 1.2, 0.8)),
                chase.team());

        List<Chase> futures = new ArrayList<>();
        for (int i = -10; i <= 10; i++) {
            double moreMPerS = 0.1 * i;
            List<Stretch> windier = chase.road().stretches().stream()
                    .map(stretch -> stretch.withHeadwindMPerS(stretch.headwindMPerS() + moreMPerS))
                    .toList();
            futures.add(
                    chase.toBuilder().road(chase.road().withStretches(windier)).build());
        }
        FuturesKernel kernel = FuturesKernel.compile(futures);
        kernel.solvePaces(new double[] {1, 1.2, 0.8});
        kernel.evaluate(line);
        int caught = 0;
        for (int future = 0; future < kernel.size(); future++) {
            caught += kernel.feasible(future) ? 1 : 0;
        }

        assertThat(page()).contains(String.format(Locale.ROOT, "\ncaught in %d of 21 winds\n", caught));
    }

    @Test
    void thePageHasTheCodeOfThisTest() throws IOException {
        String source =
                Files.readString(inProject("optimizer/src/test/java/io/paceline/optimizer/LibraryPageTest.java"));
        Matcher block = JAVA.matcher(page());
        int blocks = 0;
        while (block.find()) {
            blocks++;
            assertThat(unindented(source)).contains(unindented(block.group(1)));
        }
        assertThat(blocks).isEqualTo(5);
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^ +", "").replaceAll("\n+", "\n");
    }

    private static String page() throws IOException {
        return Files.readString(inProject("docs/library.md"));
    }

    private static Path inProject(String name) {
        Path inModule = Path.of("..", name);
        return Files.exists(inModule) ? inModule : Path.of(name);
    }
}
