package dev.docket.backend.platform.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Hears what any backend tells and passes it to the consoles connected to this one.
///
/// It stops before the web server begins to drain: an open stream is a request in work, and would hold the server
/// until its patience ran out.
@Component
class LiveFeed implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final LiveChannel channel;
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private volatile @Nullable Connection connection;
    private @Nullable ExecutorService threads;

    LiveFeed(LiveChannel channel) {
        this.channel = channel;
    }

    /// Takes a console on; false while the floor is stopping.
    boolean join(Subscriber subscriber) {
        var workers = threads;
        if (!running || workers == null) {
            return false;
        }
        subscribers.add(subscriber);
        workers.execute(() -> {
            try {
                subscriber.write();
            } finally {
                subscribers.remove(subscriber);
            }
        });
        return true;
    }

    /// Passes an event to the consoles connected to this backend.
    void offer(LiveEvent event) {
        subscribers.forEach(subscriber -> subscriber.offer(event));
    }

    /// How many consoles are connected.
    int size() {
        return subscribers.size();
    }

    @Override
    public void start() {
        var workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("live-", 0).factory());
        threads = workers;
        running = true;
        workers.execute(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        subscribers.forEach(Subscriber::end);
        abort();
        var workers = threads;
        if (workers != null) {
            workers.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running) {
            try (var opened = channel.open()) {
                connection = opened;
                while (running) {
                    channel.receive(opened, this::offer);
                }
            } catch (SQLException away) {
                if (running) {
                    log.atWarn().addKeyValue("state", away.getSQLState()).log("Live events wait for the database");
                    LockSupport.parkNanos(RETRY.toNanos());
                }
            }
        }
    }

    private void abort() {
        var open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException alreadyClosed) {
                log.atDebug().log("The listening connection was closed before");
            }
        }
    }
}
