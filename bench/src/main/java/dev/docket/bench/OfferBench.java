package dev.docket.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// P10: how long it is from an item's submission until a moderator who waits has it, over HTTP
/// on both ends, without the time that the model had it.
///
/// Items arrive at random instants, whether those before are through or not, and each is timed from the instant it was
/// meant to be sent. Moderators do what the desk does: they listen, claim when told that a queue changed, decide, and
/// claim until nothing waits.
final class OfferBench implements Benchmark {
    private static final double GOAL_MS = 25;
    private static final int ROUNDS = 7;
    /// Before these the compiler has one of two cores for itself, and what is measured is the compiler. They come twice
    /// as often.
    private static final int WARMING = 600;
    private static final long SEED = 42;
    private static final int PATIENCE_SECONDS = 10;

    @Override
    public String name() {
        return "offer";
    }

    @Override
    public String title() {
        return "P10: from an item's submission until a waiting moderator has it, without inference;"
                + " goal: offer-p95 <= 25 ms (a ratio <= 1)";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        int items = WARMING + length.of("items", 1_000, 200);
        double perSecond = Integer.getInteger("docket.bench.per-second", 10);
        int moderators = Integer.getInteger("docket.bench.waiting", 3);
        var model = new TimedModel();
        try (var floor = new FloorWithTasks(0, List.of(model));
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var http = HttpClient.newBuilder().executor(threads).build()) {
            var arrivals = new Arrivals(model, items);
            for (int i = 0; i < moderators; i++) {
                wait(Desk.moderator(http, floor, "bench" + i), arrivals, threads);
            }
            arrivals.send(Desk.platform(http, floor), perSecond, threads);
            var measured = arrivals.measured();
            threads.shutdownNow();
            return measured;
        }
    }

    /// Listens on one thread and claims on another, as often as there was news.
    private static void wait(Desk desk, Arrivals arrivals, ExecutorService threads) {
        var news = new Semaphore(1);
        threads.submit(() -> {
            desk.listen(event -> {
                if (event.equals("queue.changed")) {
                    news.release();
                }
            });
            return "the floor stopped";
        });
        threads.submit(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                news.acquire();
                news.drainPermits();
                claimAll(desk, arrivals);
            }
            return "the floor stopped";
        });
    }

    private static void claimAll(Desk desk, Arrivals arrivals) throws InterruptedException {
        try {
            var task = desk.claim();
            while (!task.isMissingNode()) {
                arrivals.offered(task.path("item").path("externalId").asString());
                desk.approve(task);
                task = desk.claim();
            }
        } catch (IOException refused) {
            arrivals.failed(refused);
        }
    }

    /// What was sent when, and what was offered when.
    private static final class Arrivals {
        private final TimedModel model;
        private final List<String> texts;
        private final long[] intended;
        private final Map<Integer, Long> offered = new ConcurrentHashMap<>();
        private final AtomicInteger failures = new AtomicInteger();

        Arrivals(TimedModel model, int items) {
            this.model = model;
            this.intended = new long[items];
            var demo = DemoTexts.all();
            this.texts = java.util.stream.IntStream.range(0, items)
                    .mapToObj(i -> demo.get(i % demo.size()) + " " + i)
                    .toList();
        }

        void send(Desk platform, double perSecond, ExecutorService threads) throws InterruptedException {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
            platform(platform);
            long next = System.nanoTime();
            for (int i = 0; i < intended.length; i++) {
                next += (long) (random.nextExponential() / (i < WARMING ? 2 * perSecond : perSecond) * 1e9);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
                intended[i] = next;
                int item = i;
                threads.submit(() -> send(platform, item));
            }
            TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
        }

        /// The first text waits until the model is open.
        private void platform(Desk platform) throws InterruptedException {
            String first = "Is the model open?";
            try {
                platform.submit("first", first);
            } catch (IOException refused) {
                failed(refused);
            }
            for (int waited = 0; model.nanosOf(first) == 0 && waited < 600; waited++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }

        private void send(Desk platform, int item) {
            try {
                platform.submit(Integer.toString(item), texts.get(item));
            } catch (IOException refused) {
                failed(refused);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        void offered(String externalId) {
            if (!externalId.equals("first")) {
                offered.putIfAbsent(Integer.valueOf(externalId), System.nanoTime());
            }
        }

        void failed(IOException refused) {
            System.err.println("offer: " + refused.getMessage());
            failures.incrementAndGet();
        }

        List<Measurement> measured() {
            double[] beyond = offered.entrySet().stream()
                    .filter(one -> one.getKey() >= WARMING)
                    .sorted(Comparator.comparing(Map.Entry::getKey))
                    .mapToDouble(one -> millis(one.getKey(), one.getValue()))
                    .toArray();
            if (beyond.length < ROUNDS) {
                throw new IllegalStateException("only " + beyond.length + " items were offered");
            }
            double failed = failures.get();
            return List.of(
                    percentile(50, beyond),
                    percentile(95, beyond),
                    percentile(99, beyond),
                    new Measurement("offer-failures", failed, failed, failed, 1, failed, "failures"),
                    new Measurement("offer-items", 1, 1, 1, beyond.length, beyond.length, "items"));
        }

        private double millis(int item, long at) {
            return (at - intended[item] - model.nanosOf(texts.get(item))) / 1e6;
        }

        /// The baseline is the goal; a round is as many items as another.
        private static Measurement percentile(int percentile, double[] beyond) {
            int each = beyond.length / ROUNDS;
            var ours = new double[ROUNDS];
            Arrays.setAll(ours, round -> {
                double[] sorted = Arrays.copyOfRange(beyond, round * each, (round + 1) * each);
                Arrays.sort(sorted);
                return SideBySide.quantile(sorted, percentile / 100.0);
            });
            var goal = new double[ROUNDS];
            Arrays.fill(goal, GOAL_MS);
            double[] ratios = Arrays.stream(ours).map(one -> one / GOAL_MS).toArray();
            return SideBySide.summary("offer-p" + percentile, "ms", ratios, goal, ours);
        }
    }
}
