package dev.docket.bench;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.postgres.Database;
import dev.docket.backend.review.DecisionDesk;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// P7: claims and decisions through the product's code, against the same statements said by a bare loop.
///
/// The statements are recorded from the product and replayed, prepared, over as many connections, against the same
/// database and on the same queues.
final class DecideBench implements Benchmark {
    private static final int RECORDINGS = 20;
    /// Not counted, of either: the compiler is still at work.
    private static final int WARMING = 5;

    private static final int GOAL_STATEMENTS = 2;

    @Override
    public String name() {
        return "decide";
    }

    @Override
    public String title() {
        return "P7: claiming and deciding through the product's code against a bare loop of the same prepared"
                + " statements; goal: decide >= 0.80";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        int rounds = length.of("rounds", 15, 7);
        int connections = Integer.getInteger("docket.bench.connections", 4);
        int each = length.of(50, 25);
        int calls = 4 * rounds + 2 + 2 * WARMING;
        var recorder = new Recorder();
        try (var floor = new FloorWithTasks(
                        3 * RECORDINGS + connections * each * calls * 6 / 5,
                        List.of(recorder),
                        "--docket.review.second-look-share=0");
                var bare = Bare.of(floor, record(floor, recorder), connections)) {
            for (int i = 0; i < WARMING; i++) {
                bare.run(each);
                atOnce(connections, number -> work(floor, each));
            }
            var measurements = new ArrayList<Measurement>();
            measurements.add(new SideBySide(rounds)
                    .rates(
                            "decide",
                            "decisions/s",
                            connections * each,
                            () -> bare.run(each),
                            () -> atOnce(connections, number -> work(floor, each))));
            measurements.addAll(counts(bare.original()));
            return measurements;
        }
    }

    /// The shortest of some: policies and settings are read again every second, which is no part of a decision.
    static Replay.Original record(FloorWithTasks floor, Recorder recorder) throws Exception {
        var originals = new ArrayList<Replay.Original>();
        for (int i = 0; i < RECORDINGS; i++) {
            var moderator = moderator();
            var claimed = new ArrayList<Task>();
            decide(floor, moderator, claim(floor, moderator));
            var steps = recorder.record(() -> {
                claimed.add(claim(floor, moderator));
                return decide(floor, moderator, claimed.getFirst());
            });
            var task = claimed.getFirst();
            originals.add(new Replay.Original(
                    steps,
                    moderator.id(),
                    UUID.fromString(task.id()),
                    UUID.fromString(task.item().id())));
        }
        return originals.stream()
                .min(Comparator.comparing(original -> original.steps().size()))
                .orElseThrow();
    }

    /// Counted, not timed; the baseline is the goal.
    private static List<Measurement> counts(Replay.Original original) {
        double claim = statements(original, true);
        double decision = statements(original, false);
        double ratio = decision / GOAL_STATEMENTS;
        return List.of(
                new Measurement("claim-statements", claim, claim, claim, 1, claim, "statements"),
                new Measurement("decide-statements", ratio, ratio, ratio, GOAL_STATEMENTS, decision, "statements"));
    }

    /// How many are said by the claim, or else by the decision, which begins by closing the task.
    static int statements(Replay.Original original, boolean claim) {
        var all = original.steps().stream().filter(Recorder.Step::isStatement).toList();
        int closing = (int) all.stream().takeWhile(step -> !isClosing(step)).count();
        return claim ? closing : all.size() - closing;
    }

    private static boolean isClosing(Recorder.Step step) {
        return step.sql().contains("SET state = 'DONE'");
    }

    private static Object work(FloorWithTasks floor, int decisions) {
        var moderator = moderator();
        for (int i = 0; i < decisions; i++) {
            decide(floor, moderator, claim(floor, moderator));
        }
        return decisions;
    }

    private static Caller.Person moderator() {
        return FloorWithTasks.moderator(Set.of("*"), Set.of("*"));
    }

    private static Task claim(FloorWithTasks floor, Caller.Person moderator) {
        return floor.claim(moderator, new ClaimRequest(null, 1)).getFirst();
    }

    private static Object decide(FloorWithTasks floor, Caller.Person moderator, Task task) {
        long lease = Objects.requireNonNull(task.lease()).number();
        return floor.bean(DecisionDesk.class)
                .decide(
                        moderator,
                        UUID.fromString(task.id()),
                        new DecisionRequest(lease, Outcome.APPROVE, List.of(), List.of(), null, 1_000L, null, null),
                        UUID.randomUUID().toString());
    }

    /// Runs it so many times at once; the first failure is everybody's.
    static Object atOnce(int threads, Numbered work) throws Exception {
        var all = new ArrayList<Callable<Object>>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            all.add(() -> work.run(number));
        }
        try (var workers = Executors.newFixedThreadPool(threads)) {
            for (var done : workers.invokeAll(all)) {
                done.get();
            }
        }
        return threads;
    }

    @FunctionalInterface
    interface Numbered {
        Object run(int number) throws Exception;
    }

    /// The bare loop's connections, opened before anything is timed.
    private record Bare(Replay.Original original, List<Replay> replays) implements AutoCloseable {
        static Bare of(FloorWithTasks floor, Replay.Original original, int connections) throws Exception {
            var replays = new ArrayList<Replay>();
            for (int i = 0; i < connections; i++) {
                replays.add(new Replay(
                        FloorWithTasks.connect(floor.bean(Database.class).application()), original));
            }
            return new Bare(original, replays);
        }

        Object run(int decisions) throws Exception {
            return atOnce(replays.size(), number -> {
                UUID person = UUID.randomUUID();
                for (int i = 0; i < decisions; i++) {
                    replays.get(number).run(person);
                }
                return decisions;
            });
        }

        @Override
        public void close() throws Exception {
            for (var replay : replays) {
                replay.close();
            }
        }
    }
}
