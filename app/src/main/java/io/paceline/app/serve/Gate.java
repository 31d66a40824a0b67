package io.paceline.app.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Set;

/**
 * Lets in only what the planner's own page sends. A page of another site can neither read (its name is not in {@code Host}, so a name
 * that points here is no use) nor write (its {@code Origin} differs, and bodies have to be JSON, which a form cannot send).
 */
final class Gate {
    private static final Set<String> WRITING = Set.of("PUT", "POST");

    private final List<String> hosts;

    /** For a server on a port of this machine. */
    Gate(int port) {
        hosts = List.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port);
    }

    /** @throws BadRequest if the request comes from elsewhere */
    void check(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        List<String> host = headers.getOrDefault("Host", List.of());
        if (host.size() != 1 || !hosts.contains(host.get(0))) {
            throw new BadRequest(403, "this planner answers only to " + String.join(", ", hosts) + ".");
        }
        String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new BadRequest(403, "pages of other sites may not ask this planner.");
        }
        String origin = headers.getFirst("Origin");
        if (origin != null && !origin.equals("http://" + host.get(0))) {
            throw new BadRequest(403, "pages of other sites may not ask this planner.");
        }
        String type = headers.getFirst("Content-Type");
        if (WRITING.contains(exchange.getRequestMethod())
                && (type == null || !type.split(";", 2)[0].trim().equals("application/json"))) {
            throw new BadRequest(415, "Content-Type has to be application/json.");
        }
    }
}
