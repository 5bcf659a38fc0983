package dev.docket.client.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private final MockWebServer server = new MockWebServer();
    private final OneThread background = new OneThread();
    private final List<String> heard = new ArrayList<>();
    private EventStream stream;

    @BeforeEach
    void start() throws IOException {
        server.start();
        var floor = Floor.at(server.url("/").uri(), new Unwatched()).as("secret");
        stream = new EventStream(floor, background);
        stream.onOpen(() -> heard.add("open"));
        stream.onEvent(event -> heard.add(event.type() + " " + event.payload().get("queue")));
    }

    @AfterEach
    void stop() {
        stream.close();
        server.close();
    }

    @Test
    void eventsArriveByTypeWithTheirPayload() throws Exception {
        stream("event: queue.changed\ndata: {\"queue\":\"spam\"}\n\n");
        stream.open();
        background.next();
        background.next();

        assertThat(heard).containsExactly("open", "queue.changed spam");
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer secret");
    }

    @Test
    void aBrokenStreamIsOpenedAgainLater() throws Exception {
        stream("");
        stream("event: queue.changed\ndata: {\"queue\":\"hate\"}\n\n");
        stream.open();
        background.next();
        background.next();
        assertThat(background.next()).isEqualTo(Duration.ofSeconds(1));
        background.next();
        background.next();

        assertThat(heard).containsExactly("open", "open", "queue.changed hate");
    }

    @Test
    void waitingGrowsWhileTheFloorIsAway() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse(503, Headers.EMPTY, ""));
        }
        stream.open();
        var waits = new ArrayList<Duration>();
        for (int i = 0; i < 6; i++) {
            waits.add(background.next());
        }

        assertThat(waits).filteredOn(wait -> !wait.isZero()).startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void anEventThatCannotBeReadIsPassedOver() throws Exception {
        stream("event: queue.changed\ndata: {broken\n\nevent: queue.changed\ndata: {\"queue\":\"spam\"}\n\n");
        stream.open();
        background.next();
        background.next();

        assertThat(heard).containsExactly("open", "queue.changed spam");
    }

    private void stream(String body) {
        server.enqueue(new MockResponse(200, Headers.of("Content-Type", "text/event-stream"), body));
    }

    /// Runs what comes from other threads on the thread of the test, one piece at a time and without waiting.
    private static final class OneThread implements Background {
        private record Later(Duration delay, Runnable action) {}

        private final BlockingQueue<Later> queue = new LinkedBlockingQueue<>();

        private Duration next() throws InterruptedException {
            var later = queue.poll(5, TimeUnit.SECONDS);
            assertThat(later).as("something to do").isNotNull();
            later.action().run();
            return later.delay();
        }

        @Override
        public <T> Work<T> run(Callable<T> work) {
            throw new AssertionError("the stream runs no work of its own");
        }

        @Override
        public Cancellable every(Duration period, Runnable action) {
            throw new AssertionError("the stream has no clock");
        }

        @Override
        public Cancellable after(Duration delay, Runnable action) {
            queue.add(new Later(delay, action));
            return () -> {};
        }
    }

    private static final class Unwatched implements Floor.Watcher {
        @Override
        public void reached() {}

        @Override
        public void unreachable() {}

        @Override
        public void signedOut() {}
    }
}
