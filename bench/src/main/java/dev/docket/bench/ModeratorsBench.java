package dev.docket.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.docket.backend.platform.access.Tokens;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// P11: many moderators at once over HTTP, each deciding at their own pace.
///
/// Requests start at intended times that do not wait for the answers before, so a floor that falls behind shows it.
/// The moderators run in the floor's own process: the processor time is theirs too, and an upper bound of the
/// floor's.
final class ModeratorsBench implements Benchmark {
    private static final int PEOPLE = Integer.getInteger("docket.bench.moderators", 1_000);
    private static final int SECONDS = Integer.getInteger("docket.bench.seconds", 600);
    private static final double PACE = 8;
    private static final double GOAL_MS = 100;

    private final HttpClient http = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final JsonMapper json = new JsonMapper();
    private final ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
    private final AtomicInteger errors = new AtomicInteger();

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public String title() {
        return "P11: " + PEOPLE + " moderators, " + PACE + " s a decision, for " + SECONDS
                + " s; goals: no error, p99 <= 100 ms, <= 1 core";
    }

    @Override
    public List<Measurement> measure() throws Exception {
        int decisions = (int) (PEOPLE * SECONDS / PACE) + PEOPLE;
        try (var floor = new FloorWithTasks(decisions + decisions / 2)) {
            List<String> tokens = people(floor.bean(JdbcClient.class));
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long cpu = system.getProcessCpuTime();
            long began = System.nanoTime();
            work(floor.port(), tokens);
            double cores = (double) (system.getProcessCpuTime() - cpu) / (System.nanoTime() - began);
            return measurements(cores);
        }
    }

    private List<Measurement> measurements(double cores) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = SideBySide.quantile(sorted, 0.5);
        double p99 = SideBySide.quantile(sorted, 0.99);
        return List.of(
                one("floor-p50", GOAL_MS, median, "ms"),
                one("floor-p99", GOAL_MS, p99, "ms"),
                one("floor-cores", 1, cores, "cores"),
                one("floor-errors", 1, errors.get(), "errors"),
                one("floor-requests", 1, sorted.length, "requests"));
    }

    /// The baseline is the goal.
    private static Measurement one(String name, double goal, double ours, String unit) {
        double ratio = ours / goal;
        return new Measurement(name, ratio, ratio, ratio, goal, ours, unit);
    }

    private static List<String> people(JdbcClient jdbc) {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < PEOPLE; i++) {
            UUID id = UUID.randomUUID();
            String token = Tokens.random();
            jdbc.sql("""
                            WITH someone AS (
                                INSERT INTO person (id, username, display_name, roles, created_at)
                                VALUES (:id, :name, :name, '{MODERATOR}', now()) RETURNING id)
                            INSERT INTO person_session SELECT :hash, id, now(), now() + interval '1 day' FROM someone
                            """)
                    .param("id", id)
                    .param("name", "bench" + i)
                    .param("hash", Tokens.hash(token))
                    .update();
            tokens.add(token);
        }
        return tokens;
    }

    private void work(int port, List<String> tokens) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        try (var moderators = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String token : tokens) {
                var unused = moderators.submit(() -> moderate(port, token, end));
            }
        }
    }

    private void moderate(int port, String token, long end) {
        long next = System.nanoTime() + (long) (ThreadLocalRandom.current().nextDouble() * PACE * 1e9);
        while (next < end) {
            try {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
                decideOne(port, token, next);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                errors.incrementAndGet();
            }
            next += (long) (PACE * 1e9);
        }
    }

    private void decideOne(int port, String token, long intended) throws Exception {
        var claimed = send(port, token, "/api/v1/claims", "{\"count\":1}", intended);
        var task = json.readTree(claimed).path("tasks").path(0);
        String body = String.format(
                Locale.ROOT,
                "{\"lease\":%d,\"outcome\":\"APPROVE\",\"violations\":[],\"actions\":[]}",
                task.path("lease").path("number").asLong());
        send(port, token, "/api/v1/tasks/" + task.path("id").asString() + "/decision", body, System.nanoTime());
    }

    private String send(int port, String token, String path, String body, long intended) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        times.add((System.nanoTime() - intended) / 1e6);
        if (answer.statusCode() >= 300) {
            errors.incrementAndGet();
        }
        return answer.body();
    }
}
