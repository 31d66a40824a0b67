package io.paceline.app.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The planner's web server: on the loopback address alone, one thread a request and many of them, so that a slow request holds up
 * nobody. Each request has a time limit, a size limit and a fixed meaning.
 */
final class PlannerServer implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 200;

    /** One for each connection and some more, so that none is ever refused for want of a thread. */
    private static final int MOST_THREADS = MOST_CONNECTIONS + 20;

    /** More pages than that take turns: who has watched longest gives way, and its page connects again. */
    private static final int MOST_WATCHERS = 8;

    /** Then the browser connects again by itself. */
    private static final long STREAM_MS = 60_000;

    /** So often a page is told that the planner is here, which shows the planner that the page still is. */
    private static final long BEAT_MS = 1_000;

    private static final int MOST_HEADER_BYTES = 16_384;

    private final HttpServer server;
    private final ExecutorService threads = new ThreadPoolExecutor(
            4, MOST_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), new ThreadPoolExecutor.AbortPolicy());
    private final Deque<HttpExchange> watchers = new ConcurrentLinkedDeque<>();
    private final Desk desk;
    private final Api api;
    private final Pages pages = new Pages();
    private final Gate gate;

    private PlannerServer(HttpServer server, Desk desk) {
        this.server = server;
        this.desk = desk;
        api = new Api(desk);
        gate = new Gate(server.getAddress().getPort());
    }

    /**
     * Opens the planner.
     *
     * @param port 1 to 65 535; 0 for any that is free
     * @throws IOException if the port cannot be had
     */
    static PlannerServer start(Desk desk, int port) throws IOException {
        limitRequests();
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        PlannerServer server = new PlannerServer(http, desk);
        http.setExecutor(server.threads);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    /** Limits of the JDK's server, which reads them when its first server starts. */
    private static void limitRequests() {
        Map.of(
                        "sun.net.httpserver.maxReqTime",
                        "10",
                        "sun.net.httpserver.maxRspTime",
                        String.valueOf(2 * STREAM_MS / 1_000),
                        "sun.net.httpserver.maxReqHeaders",
                        "60",
                        "sun.net.httpserver.maxReqHeaderSize",
                        String.valueOf(MOST_HEADER_BYTES),
                        "sun.net.httpserver.nodelay",
                        "true",
                        "jdk.httpserver.maxConnections",
                        String.valueOf(MOST_CONNECTIONS))
                .forEach((name, value) -> {
                    if (System.getProperty(name) == null) {
                        System.setProperty(name, value);
                    }
                });
    }

    /** Where it listens. */
    InetSocketAddress address() {
        return server.getAddress();
    }

    /** Every kind of request, such as {@code GET /api/plan}. */
    Set<String> requests() {
        return api.routes();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Cache-Control", "no-store");
            try {
                gate.check(exchange);
                String path = exchange.getRequestURI().getPath();
                if (path.equals("/api/events") && exchange.getRequestMethod().equals("GET")) {
                    stream(exchange);
                } else {
                    send(exchange, reply(exchange, path));
                }
            } catch (BadRequest e) {
                send(exchange, Reply.error(e.status(), String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                send(exchange, Reply.error(500, "internal fault: " + e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(HttpExchange exchange, String path) throws IOException {
        String method = exchange.getRequestMethod();
        Optional<Reply> page = pages.find(path);
        if (page.isPresent()) {
            if (!method.equals("GET") && !method.equals("HEAD")) {
                throw new BadRequest(405, method + " is not possible here.");
            }
            return page.get();
        }
        int most = api.mostBytes(method, path);
        byte[] body = exchange.getRequestBody().readNBytes(most + 1);
        if (body.length > most) {
            throw new BadRequest(413, "the body is larger than " + most + " bytes.");
        }
        return api.answer(method, path, body);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.getResponseHeaders().set("Content-Security-Policy", reply.policy());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }

    /** Server-sent events: each plan that is better, as it is found. */
    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        watchers.add(exchange);
        if (watchers.size() > MOST_WATCHERS) {
            watchers.poll();
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STREAM_MS);
            long version = 0;
            out.write("retry: 500\n\n".getBytes(StandardCharsets.UTF_8));
            while (System.nanoTime() < endNs && watchers.contains(exchange)) {
                out.flush();
                Optional<Snapshot> newer = desk.board().await(version, BEAT_MS);
                if (desk.board().isClosed()) {
                    return;
                }
                version = newer.map(Snapshot::version).orElse(version);
                String event = newer.map(snapshot -> "event: plan\ndata: " + snapshot.json() + "\n\n")
                        .orElse(": here\n\n");
                out.write(event.getBytes(StandardCharsets.UTF_8));
            }
        } finally {
            watchers.remove(exchange);
        }
    }

    @Override
    public void close() {
        desk.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
