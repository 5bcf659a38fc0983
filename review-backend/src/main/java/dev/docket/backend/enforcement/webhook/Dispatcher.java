package dev.docket.backend.enforcement.webhook;

import dev.docket.backend.platform.LiveEvents;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends messages, at least once and in order per item and webhook.
///
/// Each webhook has a lane of its own in each backend: a virtual thread that claims a handful,
/// sends them at once, writes down what came of it and claims again until nothing is due. A
/// receiver that takes its ten seconds for each message so slows its own lane alone. A crash
/// between sending and writing down leaves the lease to run out, and the message is sent again
/// under the same id, by which receivers know it.
@Component
class Dispatcher implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final int AT_ONCE = 8;
    private static final int ADDRESSED_AT_ONCE = 500;

    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final Courier courier;
    private final TransactionTemplate transaction;
    private final LiveEvents live;
    private final Set<UUID> lanes = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-", 0).factory());
    private volatile boolean running;

    Dispatcher(
            Deliveries deliveries,
            Webhooks webhooks,
            Courier courier,
            TransactionTemplate transaction,
            LiveEvents live) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.courier = courier;
        this.transaction = transaction;
        this.live = live;
    }

    @Scheduled(fixedDelay = 250)
    void dispatch() {
        if (!running) {
            return;
        }
        try {
            boolean more = addressAll();
            var waiting = deliveries.waiting();
            if (more) {
                waiting.forEach(this::moved);
            }
            waiting.forEach(this::openLane);
        } catch (DataAccessException | TransactionException away) {
            log.atWarn().addKeyValue("fault", away.getClass().getSimpleName()).log("Webhooks wait for the database");
        }
    }

    /// @return whether there was a message
    private boolean addressAll() {
        int addressed = addressed();
        boolean any = addressed > 0;
        while (running && addressed == ADDRESSED_AT_ONCE) {
            log.atDebug().log("More messages wait to be addressed");
            addressed = addressed();
        }
        return any;
    }

    private int addressed() {
        Integer count = transaction.execute(status -> deliveries.fanOut(ADDRESSED_AT_ONCE));
        return count == null ? 0 : count;
    }

    private void openLane(UUID webhook) {
        if (lanes.add(webhook)) {
            threads.execute(() -> {
                try {
                    drain(webhook);
                } catch (DataAccessException | TransactionException away) {
                    log.atWarn().addKeyValue("webhook", webhook).log("A webhook's lane waits for the database");
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                } finally {
                    lanes.remove(webhook);
                }
            });
        }
    }

    private void drain(UUID webhook) throws InterruptedException {
        List<Delivery> claimed = deliveries.claim(webhook, AT_ONCE);
        while (!claimed.isEmpty()) {
            threads.invokeAll(claimed.stream()
                    .map(delivery -> Executors.callable(() -> attempt(delivery)))
                    .toList());
            claimed = running ? deliveries.claim(webhook, AT_ONCE) : List.of();
        }
    }

    private void attempt(Delivery delivery) {
        var reply = courier.send(delivery);
        if (reply.isSuccess()) {
            deliveries.delivered(delivery, reply);
        } else if (reply.isGone()) {
            webhooks.gone(delivery.webhook(), reply);
            log.atWarn().addKeyValue("webhook", delivery.webhook()).log("A receiver is gone; its webhook is disabled");
        } else {
            deliveries.failed(delivery, reply, Backoff.after(delivery.attempt(), ThreadLocalRandom.current()));
        }
        moved(delivery.webhook());
    }

    /// Tells desks that something of what is sent there is at another point of its way.
    private void moved(UUID webhook) {
        live.publish("webhook.delivery", webhook.toString(), Map.of("webhook", webhook));
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
