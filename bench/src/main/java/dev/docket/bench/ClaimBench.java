package dev.docket.bench;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/// P6: a claim from a long queue against one from a short queue.
final class ClaimBench implements Benchmark {
    private static final int ROUNDS = 9;
    private static final int CLAIMS = 100;
    private static final int SHORT_QUEUE = 1_000;
    private static final int LONG_QUEUE = Integer.getInteger("docket.bench.long-queue", 1_000_000);

    @Override
    public String name() {
        return "claim";
    }

    @Override
    public String title() {
        return "P6: claiming one task of " + LONG_QUEUE + " waiting against one of " + SHORT_QUEUE
                + ", through every filter; goal: claim-p99 <= 1.2";
    }

    @Override
    public List<Measurement> measure() throws Exception {
        try (var shortQueue = new FloorWithTasks(SHORT_QUEUE);
                var longQueue = new FloorWithTasks(LONG_QUEUE)) {
            return new SideBySide(ROUNDS).latencies("claim", claims(shortQueue), claims(longQueue), 50, 99);
        }
    }

    private static SideBySide.Requests claims(FloorWithTasks floor) {
        return new SideBySide.Requests(floor::putBack, Collections.nCopies(CLAIMS, (Callable<?>) floor::claim));
    }
}
