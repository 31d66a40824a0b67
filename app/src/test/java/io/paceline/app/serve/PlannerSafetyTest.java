package io.paceline.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.paceline.app.Inputs;
import io.paceline.app.web.WebResources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The planner against what is not its page. */
class PlannerSafetyTest {
    private static final int PATIENCE_MS = 30_000;

    @TempDir
    private static Path folder;

    private static Planner planner;
    private static Client client;

    @BeforeAll
    static void open() throws IOException {
        planner = Planner.open(Inputs.write(folder), Optional.empty(), 0.5, BreakPlanner.none(), 0);
        client = new Client(planner.port());
    }

    @AfterAll
    static void close() {
        planner.close();
    }

    private static String head(String line, String... headers) {
        return line + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
    }

    private static String own() {
        return "Host: localhost:" + planner.port();
    }

    @Test
    void listensOnTheLoopbackAddressAlone() {
        assertThat(planner.address().isLoopbackAddress()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:PORT", "localhost", "localhost:1", "127.0.0.1.evil.example:PORT"})
    void anotherHostNameIsRefusedSoThatRebindingANameIsNoUse(String host) throws IOException {
        String name = host.replace("PORT", String.valueOf(planner.port()));
        assertThat(client.raw(head("GET /api/question", "Host: " + name))).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void anotherSiteIsRefused(String header) throws IOException {
        assertThat(client.raw(head("GET /api/question", own(), header))).startsWith("HTTP/1.1 403");
    }

    @Test
    void itsOwnPageIsLetIn() throws IOException {
        String origin = "Origin: http://localhost:" + planner.port();
        assertThat(client.raw(head("GET /api/question", own(), origin, "Sec-Fetch-Site: same-origin")))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void aFormCannotWrite() throws Exception {
        HttpResponse<String> response = client.text(client.request("/api/gap")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("kmToGo=9")));

        assertThat(response.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/etc/passwd|404",
                "GET|/../../../../etc/passwd|404",
                "GET|/%2e%2e/%2e%2e/etc/passwd|404",
                "GET|/planner.js/|404",
                "GET|/io/paceline/app/web/planner.js|404",
                "DELETE|/api/plan|405",
                "PUT|/api/gap|415",
                "POST|/planner.js|415",
                "DELETE|/planner.js|405",
            })
    void thereIsNothingElse(String method, String path, int status) throws IOException {
        assertThat(client.raw(head(method + " " + path, own()))).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        Client.Response response = client.put("/api/question", " ".repeat((1 << 20) + 1));

        assertThat(response.status()).isEqualTo(413);
        assertThat(response.json().get("error").asText()).isEqualTo("the body is larger than 1048576 bytes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "{\"scenario\": 3}", "{\"scenario\": {}, \"riders\": [[]]}", "{} {}"})
    void aBodyThatIsNoQuestionIsRefused(String body) throws Exception {
        Client.Response response = client.put("/api/question", body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().get("error").asText()).isNotBlank();
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        assertThat(client.put("/api/question", "[".repeat(100_000)).status()).isEqualTo(400);
    }

    @Test
    void pagesMayLoadNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = client.text(client.request("/"));

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.body()).doesNotContain("http://", "https://", "<script>", "style=");
    }

    @Test
    void slowRequestsDoNotHoldUpOthers() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), planner.port());
                socket.getOutputStream()
                        .write("POST /api/gap HTTP/1.1\r\nHost: local".getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            assertThat(client.get("/api/question").status()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aPageIsNeverShutOutByThoseThatWereClosedOrWatchLonger() throws Exception {
        List<Socket> watching = new ArrayList<>();
        try {
            // each without a reading end, as a page that was loaded anew and again leaves them
            for (int i = 0; i < 30; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), planner.port());
                socket.getOutputStream().write(head("GET /api/events", own()).getBytes(StandardCharsets.ISO_8859_1));
                watching.add(socket);
                if (i == 0) {
                    // before the others ask, for connections are not taken up in the order in which they came
                    socket.setSoTimeout(PATIENCE_MS);
                    assertThat(socket.getInputStream().read()).isEqualTo('H');
                }
            }
            assertThat(client.planFor(0, false).path("answer").isObject()).isTrue();
            // the one that has watched longest is let go at the next beat, of 60; its page would connect again
            String first = new String(watching.get(0).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(first).contains("event: plan");
            assertThat(first.split(": here", -1)).hasSizeLessThan(10);
        } finally {
            for (Socket socket : watching) {
                socket.close();
            }
        }
    }

    @Test
    void survivesGarbage() throws Exception {
        long seed = 71;
        Random random = new Random(seed);
        String[] beginnings = {
            "",
            "GET ",
            "PUT /api/question HTTP/1.1\r\n" + own() + "\r\nContent-Length: 40\r\n\r\n",
            "POST /api/race HTTP/1.1\r\n"
        };
        for (int i = 0; i < 400; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            try {
                client.raw(beginnings[i % beginnings.length] + new String(bytes, StandardCharsets.ISO_8859_1)
                        + "\r\n\r\n");
            } catch (IOException e) {
                assertThat(e).as("seed %d, request %d: hung up", seed, i).hasMessageContaining("reset");
            }
        }
        assertThat(client.get("/api/question").status()).isEqualTo(200);
    }

    @Test
    void theDescriptionForProgramsNamesEveryRequest() throws Exception {
        JsonNode paths =
                new YAMLMapper().readTree(WebResources.text("openapi.yaml")).get("paths");
        TreeSet<String> described = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                            method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()));
        }
        TreeSet<String> answered = new TreeSet<>(planner.requests());
        answered.add("GET /api/events");

        assertThat(described).isEqualTo(answered);
    }
}
