package dev.docket.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// P11: many moderators at once over HTTP, each deciding at their own pace.
///
/// Requests start at intended times that do not wait for the answers before, so a floor that falls behind shows it.
/// The moderators run in the floor's own process: the processor time is theirs too, and an upper bound of the
/// floor's.
final class ModeratorsBench implements Benchmark {
    private static final double PACE = 8;
    private static final double GOAL_MS = 100;
    /// Not counted: the floor has just been started, and its code has not been compiled.
    private static final int WARMING_SECONDS = 15;

    private volatile long warm;

    private final ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> errors = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public String title() {
        return "P11: 1,000 moderators over HTTP, 8 s a decision, for ten minutes;"
                + " goals: no error, p99 <= 100 ms, <= 1 core";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        int people = length.of("moderators", 1_000, 100);
        int seconds = length.of("seconds", 600, 40);
        int decisions = (int) (people * (WARMING_SECONDS + seconds) / PACE) + people;
        try (var floor = new FloorWithTasks(decisions + decisions / 2);
                var http = HttpClient.newBuilder()
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build()) {
            var desks = new ArrayList<Desk>();
            for (int i = 0; i < people; i++) {
                desks.add(Desk.moderator(http, floor, "bench" + i));
            }
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            warm = Long.MAX_VALUE;
            work(desks, WARMING_SECONDS);
            warm = System.nanoTime();
            long cpu = system.getProcessCpuTime();
            long began = System.nanoTime();
            work(desks, seconds);
            double cores = (double) (system.getProcessCpuTime() - cpu) / (System.nanoTime() - began);
            return measurements(cores, desks.stream().mapToInt(Desk::turnedAway).sum());
        }
    }

    private List<Measurement> measurements(double cores, int turnedAway) {
        new TreeMap<>(errors).forEach((error, count) -> System.err.println(count + " times: " + error));
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int failed = errors.values().stream().mapToInt(Integer::intValue).sum();
        return List.of(
                one("floor-p50", GOAL_MS, SideBySide.quantile(sorted, 0.5), "ms"),
                one("floor-p99", GOAL_MS, SideBySide.quantile(sorted, 0.99), "ms"),
                one("floor-cores", 1, cores, "cores"),
                one("floor-errors", 1, failed, "errors"),
                one("floor-turned-away", 1, turnedAway, "requests"),
                one("floor-requests", 1, sorted.length, "requests"));
    }

    /// The baseline is the goal.
    private static Measurement one(String name, double goal, double ours, String unit) {
        double ratio = ours / goal;
        return new Measurement(name, ratio, ratio, ratio, goal, ours, unit);
    }

    private void work(List<Desk> desks, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (var moderators = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var desk : desks) {
                var unused = moderators.submit(() -> moderate(desk, end));
            }
        }
    }

    private void moderate(Desk desk, long end) {
        long next = System.nanoTime() + (long) (ThreadLocalRandom.current().nextDouble() * PACE * 1e9);
        while (next < end) {
            try {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
                decideOne(desk, next);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                errors.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
            }
            next += (long) (PACE * 1e9);
        }
    }

    private void decideOne(Desk desk, long intended) throws IOException, InterruptedException {
        var task = desk.claim();
        took(intended);
        if (task.isMissingNode()) {
            throw new IllegalStateException("nothing was offered, though tasks wait");
        }
        long claimed = System.nanoTime();
        desk.approve(task);
        took(claimed);
    }

    private void took(long since) {
        if (since >= warm) {
            times.add((System.nanoTime() - since) / 1e6);
        }
    }
}
