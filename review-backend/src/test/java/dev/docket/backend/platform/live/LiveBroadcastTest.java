package dev.docket.backend.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.docket.backend.support.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.TaskScheduler;
import tools.jackson.databind.json.JsonMapper;

class LiveBroadcastTest {
    private final SettableClock clock = new SettableClock();
    private final List<Runnable> scheduled = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<Collection<LiveEvent>> sent = new ArrayList<>();
    private final LiveChannel channel = mock(LiveChannel.class);
    private final TaskScheduler scheduler = mock(TaskScheduler.class);
    private final LiveFeed feed = new LiveFeed(channel);
    private final LiveBroadcast broadcast = new LiveBroadcast(channel, feed, scheduler, new JsonMapper(), clock);

    @BeforeEach
    void listen() {
        when(scheduler.schedule(any(Runnable.class), any(Instant.class))).thenAnswer(asked -> {
            scheduled.add(asked.getArgument(0));
            waits.add(Duration.between(clock.instant(), asked.getArgument(1)));
            return null;
        });
        doAnswer(asked -> sent.add(asked.getArgument(0))).when(channel).send(anyCollection());
    }

    @Test
    void whatIsOfTheSameKindWaitsForOneSending() {
        broadcast.publish("queue.changed", "hate", Map.of("n", 1));
        broadcast.publish("queue.changed", "hate", Map.of("n", 2));
        scheduled.getFirst().run();

        assertThat(waits).containsExactly(Duration.ofMillis(100));
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst()).extracting(LiveEvent::payload).containsExactly("{\"n\":2}");
    }

    @Test
    void whatSomebodyWaitsForGoesAtOnceAndTakesTheRestAlong() {
        broadcast.publish("queue.changed", "hate", Map.of());
        broadcast.publishAtOnce("queue.changed", "spam", Map.of());
        scheduled.getLast().run();
        scheduled.getFirst().run();

        assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ZERO);
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst()).extracting(LiveEvent::subject).containsExactly("hate", "spam");
    }

    @Test
    void whoWaitsHereIsToldBeforeTheDatabaseIs() {
        var told = listening(() -> {
            broadcast.publish("job.progress", "export", Map.of());
            broadcast.publishAtOnce("queue.changed", "hate", Map.of());
        });

        assertThat(told).extracting(LiveEvent::type).containsExactly("job.progress", "queue.changed");
        assertThat(sent).isEmpty();
    }

    @Test
    void whileTheDatabaseIsAwayTheConsolesOfThisFloorAreToldAllTheSame() {
        doThrow(new DataAccessResourceFailureException("away")).when(channel).send(anyCollection());

        var told = listening(() -> {
            broadcast.publish("health.changed", "database", Map.of("status", "DOWN"));
            scheduled.getFirst().run();
        });

        assertThat(told).extracting(LiveEvent::payload).containsExactly("{\"status\":\"DOWN\"}");
    }

    /// What a console of this floor is told meanwhile.
    private List<LiveEvent> listening(Runnable meanwhile) {
        var told = new ArrayList<LiveEvent>();
        var console = mock(Subscriber.class);
        var leaves = new CountDownLatch(1);
        doAnswer(asked -> told.add(asked.getArgument(0))).when(console).offer(any());
        doAnswer(asked -> {
                    leaves.await();
                    return null;
                })
                .when(console)
                .write();
        feed.start();
        assertThat(feed.join(console)).isTrue();
        meanwhile.run();
        leaves.countDown();
        feed.stop();
        return told;
    }

    @Test
    void aFloodIsSentNoMoreThanTwoHundredTimesASecond() {
        broadcast.publishAtOnce("queue.changed", "hate", Map.of());
        scheduled.getFirst().run();
        for (int i = 0; i < 100; i++) {
            broadcast.publishAtOnce("queue.changed", "spam", Map.of("n", i));
        }

        assertThat(waits).hasSizeLessThanOrEqualTo(3);
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofMillis(5)));
    }
}
