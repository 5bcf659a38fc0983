package dev.docket.bench;

import dev.docket.backend.platform.Caller;
import dev.docket.dto.queue.ClaimRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// P6: a claim from long queues against one from short queues, as differently restricted moderators make it.
final class ClaimBench implements Benchmark {
    private static final int SHORT_QUEUE = 1_000;
    private static final int LONG_QUEUE = 1_000_000;

    @Override
    public String name() {
        return "claim";
    }

    @Override
    public String title() {
        return "P6: claiming one task of 1,000,000 waiting against one of 1,000, through every filter;"
                + " goal: claim-FILTER-p99 <= 1.2";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        int waiting = length.of("long-queue", LONG_QUEUE, LONG_QUEUE / 20);
        int claims = length.of(100, 50);
        var measurements = new ArrayList<Measurement>();
        try (var shortQueue = new FloorWithTasks(SHORT_QUEUE);
                var longQueue = new FloorWithTasks(waiting)) {
            for (var filter : filters().entrySet()) {
                measurements.addAll(new SideBySide(length.of(9, 7))
                        .latencies(
                                "claim-" + filter.getKey(),
                                claims(shortQueue, claims, filter.getValue()),
                                claims(longQueue, claims, filter.getValue()),
                                50,
                                99));
            }
        }
        return measurements;
    }

    private static Map<String, Filter> filters() {
        var all = Set.of("*");
        return new TreeMap<>(Map.of(
                "all", new Filter(() -> FloorWithTasks.moderator(all, all), new ClaimRequest(null, 1)),
                "queue", new Filter(() -> FloorWithTasks.moderator(all, all), new ClaimRequest(List.of("spam"), 1)),
                "cleared",
                        new Filter(
                                () -> FloorWithTasks.moderator(all, Set.of("spam", "hate")), new ClaimRequest(null, 1)),
                "language",
                        new Filter(() -> FloorWithTasks.moderator(Set.of("en", "de"), all), new ClaimRequest(null, 1)),
                "rare",
                        new Filter(
                                () -> FloorWithTasks.moderator(Set.of(FloorWithTasks.RARE), all),
                                new ClaimRequest(null, 1))));
    }

    private static SideBySide.Requests claims(FloorWithTasks floor, int claims, Filter filter) {
        Callable<?> one = () -> floor.claim(filter.moderator().get(), filter.request());
        return new SideBySide.Requests(floor::putBack, Collections.nCopies(claims, one));
    }

    /// What narrows a claim: the person's languages and queues, and the queues they ask for.
    ///
    /// @param moderator somebody else for each claim, since nobody may hold more than a few tasks
    private record Filter(Supplier<Caller.Person> moderator, ClaimRequest request) {}
}
