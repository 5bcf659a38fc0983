package dev.docket.backend.platform.live;

import dev.docket.backend.platform.LiveEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// Gathers events and sends them a moment after the first, the last of each type and subject alone: a thousand claims
/// a second on one queue are ten messages, and no deciding transaction waits for any of them.
///
/// What is published at once takes all that was gathered with it, without a wait but for a short while after the last
/// sending: a flood of arrivals is at most two hundred messages a second for each queue.
///
/// The consoles of this backend are told from memory, by the thread that published: somebody may be waiting there. The
/// database carries the events to the other backends, a moment later; while it is away only they hear nothing.
@Component
class LiveBroadcast implements LiveEvents {
    private static final Logger log = LoggerFactory.getLogger(LiveBroadcast.class);
    private static final Duration COALESCE = Duration.ofMillis(100);
    private static final Duration BETWEEN = Duration.ofMillis(5);

    private final LiveChannel channel;
    private final LiveFeed feed;
    private final TaskScheduler scheduler;
    private final JsonMapper json;
    private final Clock clock;
    private final Object gathering = new Object();
    private Map<Key, LiveEvent> gathered = new LinkedHashMap<>();
    /// By [System#nanoTime]; null while nothing is arranged.
    private @Nullable Long due;

    private long sentAt = System.nanoTime() - BETWEEN.toNanos();

    LiveBroadcast(LiveChannel channel, LiveFeed feed, TaskScheduler scheduler, JsonMapper json, Clock clock) {
        this.channel = channel;
        this.feed = feed;
        this.scheduler = scheduler;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void publish(String type, String subject, Object payload) {
        publish(type, subject, payload, COALESCE);
    }

    @Override
    public void publishAtOnce(String type, String subject, Object payload) {
        publish(type, subject, payload, Duration.ZERO);
    }

    private void publish(String type, String subject, Object payload, Duration patience) {
        var event = new LiveEvent(type, subject, json.writeValueAsString(payload));
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            gather(event, patience);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                gather(event, patience);
            }
        });
    }

    /// Sends it now, or with the next sending, or arranges an earlier one.
    private void gather(LiveEvent event, Duration patience) {
        List<LiveEvent> events;
        synchronized (gathering) {
            gathered.put(new Key(event.type(), event.subject()), event);
            long now = System.nanoTime();
            long wait = Math.max(patience.toNanos(), sentAt + BETWEEN.toNanos() - now);
            if (due != null && due - now <= wait) {
                return;
            }
            if (wait > 0) {
                due = now + wait;
                scheduler.schedule(this::flush, clock.instant().plusNanos(wait));
                return;
            }
            events = taken();
        }
        events.forEach(feed::offer);
        scheduler.schedule(() -> send(events), clock.instant());
    }

    private void flush() {
        List<LiveEvent> events;
        synchronized (gathering) {
            events = taken();
        }
        events.forEach(feed::offer);
        send(events);
    }

    /// All that was gathered. For who holds [#gathering].
    private List<LiveEvent> taken() {
        var events = List.copyOf(gathered.values());
        gathered = new LinkedHashMap<>();
        due = null;
        if (!events.isEmpty()) {
            sentAt = System.nanoTime();
        }
        return events;
    }

    private void send(List<LiveEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try {
            channel.send(events);
        } catch (DataAccessException | TransactionException away) {
            log.atWarn()
                    .addKeyValue("events", events.size())
                    .addKeyValue("fault", away.getClass().getSimpleName())
                    .log("Live events went no further than this backend's consoles");
        }
    }

    private record Key(String type, String subject) {}
}
