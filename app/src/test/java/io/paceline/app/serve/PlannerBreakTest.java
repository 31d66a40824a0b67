package io.paceline.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paceline.app.Inputs;
import io.paceline.app.scenario.BreakRiders;
import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.Scenario;
import io.paceline.chase.Chase;
import io.paceline.optimizer.breakaway.BreakPlan;
import io.paceline.optimizer.breakaway.BreakStudy;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A break whose riders are known is planned first: that takes its time, and holds up nobody. */
class PlannerBreakTest {
    private static final String BREAK = """
            id,name,mass_kg,cp_w,w_prime_j,drag_area_m2
            B1,Arne,75,380,20000,0.300
            B2,Bram,74,370,19000,0.295
            """;

    /** The wind of the question whose break is slow, m/s. */
    private static final double SLOW_MPS = 4;

    private static final long PATIENCE_S = 60;

    @TempDir
    private Path folder;

    private Path scenario;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);

    @BeforeEach
    void writeScenario() throws Exception {
        scenario = Inputs.write(folder);
        Files.writeString(folder.resolve("break.csv"), BREAK);
        int from = Inputs.SCENARIO.indexOf("  gap_s: 20");
        int to = Inputs.SCENARIO.indexOf("chase:");
        Files.writeString(
                scenario,
                Inputs.SCENARIO.substring(0, from)
                        + "  gap_s: 20\n  riders: break.csv\n  saves_for_sprint: 15\n"
                        + Inputs.SCENARIO.substring(to));
    }

    /** Waits in one wind until it is released or wanted no more. */
    private Scenario planned(Scenario read, BooleanSupplier stop) {
        if (read.meanWind().speedMPerS() > SLOW_MPS - 0.1) {
            begun.countDown();
            try {
                while (!released.await(5, TimeUnit.MILLISECONDS)) {
                    if (stop.getAsBoolean()) {
                        cancelled.countDown();
                        throw new CancellationException("wanted no more");
                    }
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        BreakRiders group = read.breakRiders().orElseThrow();
        Chase problem = BreakStudy.problem(group.ride(), group.ridersLeft());
        BreakPlan plan =
                BreakStudy.plan(RotationPlanner.optaPlanner(), problem, SearchOptions.evaluations(300), progress -> {});
        return read.withBreak(group.riding(new BreakRiders.Ridden(plan.plan(), plan.outcome(), Optional.empty())));
    }

    private static ObjectNode inWind(JsonNode question, double mPerS) {
        ObjectNode other = question.deepCopy();
        other.withObject("/scenario/wind").put("speed_mps", mPerS);
        return other;
    }

    @Test
    void isPlannedBesideOtherRequestsAndNoMoreOnceANewerQuestionIsAsked() throws Exception {
        try (Planner planner = Planner.open(scenario, Optional.empty(), 0.5, this::planned, 0)) {
            Client client = new Client(planner.port());
            JsonNode question = client.get("/api/question").json();
            client.planFor(1, false);

            Client.Response slow =
                    client.put("/api/question", inWind(question, SLOW_MPS).toString());
            assertThat(begun.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();

            // nothing waits for the break that is being planned
            assertThat(slow.status()).isEqualTo(200);
            assertThat(client.get("/api/plan").json().get("revision").asLong()).isEqualTo(1);
            assertThat(client.get("/api/race").status()).isEqualTo(200);
            assertThat(client.text(client.request("/api/report")).statusCode()).isEqualTo(200);
            long newer = client.put("/api/question", inWind(question, 2).toString())
                    .json()
                    .get("revision")
                    .asLong();
            JsonNode plan = client.planFor(newer, false);
            assertThat(cancelled.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            assertThat(plan.get("revision").asLong()).isEqualTo(newer).isEqualTo(3);
            assertThat(plan.at("/answer/breakaway/rideS").asDouble()).isPositive();
        }
    }

    @Test
    void whoWantsToRideAPlanAgainstItWaitsForIt() throws Exception {
        try (Planner planner = Planner.open(scenario, Optional.empty(), 0.5, this::planned, 0)) {
            Client client = new Client(planner.port());
            JsonNode question = client.get("/api/question").json();
            JsonNode first = client.planFor(1, false);
            client.put("/api/question", inWind(question, SLOW_MPS).toString());
            assertThat(begun.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            released.countDown();

            JsonNode ridden = client.post(
                            "/api/simulate", first.at("/answer/plan").toString())
                    .json();

            // the break of the new wind, not the one of the plan at hand
            assertThat(ridden.at("/answer/breakaway/rideS").asDouble())
                    .isPositive()
                    .isNotEqualTo(first.at("/answer/breakaway/rideS").asDouble());
        }
    }

    @Test
    void whoWaitsForABreakThatIsPlannedNoMoreIsToldSo() throws Exception {
        try (Planner planner = Planner.open(scenario, Optional.empty(), 0.5, this::planned, 0)) {
            Client client = new Client(planner.port());
            JsonNode question = client.get("/api/question").json();
            JsonNode first = client.planFor(1, false);
            client.put("/api/question", inWind(question, SLOW_MPS).toString());
            assertThat(begun.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            Thread next = new Thread(() -> {
                try {
                    client.put("/api/question", inWind(question, 2).toString());
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            next.start();

            Client.Response late =
                    client.post("/api/simulate", first.at("/answer/plan").toString());
            next.join();

            // it came before the newer question, or after it: then it is ridden against that one
            if (late.status() != 200) {
                assertThat(late.status()).isEqualTo(409);
                assertThat(late.json().get("error").asText())
                        .isEqualTo("a newer question was asked meanwhile. Try again.");
            }
        }
    }

    @Test
    void aBreakThatCannotRideIsSaidOnThePageAndAtTheStart() throws Exception {
        BreakPlanner hopeless = (read, stop) -> {
            if (read.meanWind().speedMPerS() > SLOW_MPS - 0.1) {
                throw new InputException(read.file(), 0, "breakaway: no plan leaves its riders enough.");
            }
            return planned(read, stop);
        };
        try (Planner planner = Planner.open(scenario, Optional.empty(), 0.5, hopeless, 0)) {
            Client client = new Client(planner.port());
            JsonNode question = client.get("/api/question").json();
            client.planFor(1, true);
            client.put("/api/question", inWind(question, SLOW_MPS).toString());

            JsonNode fault = client.plansUntil(1, "fault").peekLast();

            assertThat(fault.get("fault").asText()).endsWith("breakaway: no plan leaves its riders enough.");
            assertThat(fault.get("revision").asLong()).isEqualTo(1);
        }
        Files.writeString(scenario, Files.readString(scenario).replace("speed_mps: 2.5", "speed_mps: " + SLOW_MPS));
        assertThatThrownBy(() -> Planner.open(scenario, Optional.empty(), 0.5, hopeless, 0))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("breakaway: no plan leaves its riders enough.");
    }
}
