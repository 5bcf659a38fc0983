package dev.docket.backend.enforcement.webhook;

import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Messages addressed to webhooks. All times are the database's: a lease outlives the longest attempt, and a backend
/// that dies holding one delays its message by no more than that.
@Repository
class Deliveries {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration GIVE_UP = Duration.ofDays(3);

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Addresses waiting messages to the webhooks that want them, in their order. One backend does it at a time: two
    /// at once could commit a later message of an item before its earlier one.
    ///
    /// @return messages addressed; 0 too when another backend is at it
    int fanOut(int most) {
        boolean alone = jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('docket.outbox'))")
                .query(Boolean.class)
                .single();
        return !alone ? 0 : jdbc.sql("""
                        WITH ready AS MATERIALIZED (
                            SELECT id, sequence, item_id, type FROM outbox_message
                             WHERE state = 'READY' ORDER BY sequence LIMIT :most FOR UPDATE),
                        addressed AS (
                            INSERT INTO webhook_delivery (webhook_id, message_id, sequence, item_id)
                            SELECT webhook.id, ready.id, ready.sequence, ready.item_id
                              FROM ready JOIN webhook ON webhook.deleted_at IS NULL AND webhook.disabled_at IS NULL
                               AND webhook.events && ARRAY['*', ready.type]
                            ON CONFLICT DO NOTHING)
                        UPDATE outbox_message SET state = 'FANNED_OUT' FROM ready WHERE outbox_message.id = ready.id
                        """).param("most", most).update();
    }

    /// Webhooks with something to send now.
    List<UUID> waiting() {
        return jdbc.sql("""
                        SELECT id FROM webhook
                         WHERE deleted_at IS NULL AND disabled_at IS NULL
                           AND EXISTS (SELECT FROM webhook_delivery
                                        WHERE webhook_id = webhook.id AND state = 'PENDING'
                                          AND next_attempt_at <= clock_timestamp())
                        """)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /// Leases what is due for one webhook. Of each item only the first message not yet delivered is taken, so that a
    /// receiver hears of an item's events in their order; a message given up on no longer holds the later ones.
    @Transactional
    public List<Delivery> claim(UUID webhook, int most) {
        return jdbc.sql("""
                        WITH due AS MATERIALIZED (
                            SELECT webhook_id, message_id FROM webhook_delivery AS this
                             WHERE webhook_id = :webhook AND state = 'PENDING' AND next_attempt_at <= clock_timestamp()
                               AND (leased_until IS NULL OR leased_until <= clock_timestamp())
                               AND NOT EXISTS (SELECT FROM webhook_delivery AS earlier
                                                WHERE earlier.webhook_id = this.webhook_id
                                                  AND earlier.item_id = this.item_id
                                                  AND earlier.sequence < this.sequence AND earlier.state = 'PENDING')
                             ORDER BY next_attempt_at, sequence LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE webhook_delivery AS delivery
                           SET attempts = attempts + 1, first_tried_at = coalesce(first_tried_at, clock_timestamp()),
                               leased_until = clock_timestamp() + make_interval(secs => :lease)
                          FROM due
                          JOIN webhook ON webhook.id = due.webhook_id AND webhook.deleted_at IS NULL
                                      AND webhook.disabled_at IS NULL
                          JOIN outbox_message AS message ON message.id = due.message_id
                         WHERE delivery.webhook_id = due.webhook_id AND delivery.message_id = due.message_id
                        RETURNING delivery.webhook_id, delivery.message_id, webhook.url, webhook.secret,
                                  message.payload::text AS body, delivery.attempts, clock_timestamp() AS at
                        """)
                .param("webhook", webhook)
                .param("most", most)
                .param("lease", LEASE.toSeconds())
                .query((row, number) -> new Delivery(
                        row.getObject("webhook_id", UUID.class),
                        row.getObject("message_id", UUID.class),
                        row.getString("url"),
                        row.getString("secret"),
                        row.getString("body"),
                        row.getInt("attempts"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /// @return whether this attempt was still the latest
    boolean delivered(Delivery delivery, Reply reply) {
        return jdbc.sql("""
                        UPDATE webhook_delivery
                           SET state = 'DELIVERED', delivered_at = clock_timestamp(), leased_until = NULL,
                               last_status = :status, last_error = NULL
                         WHERE webhook_id = :webhook AND message_id = :message AND attempts = :attempt
                           AND state = 'PENDING'
                        """)
                        .param("status", reply.status())
                        .param("webhook", delivery.webhook())
                        .param("message", delivery.message())
                        .param("attempt", delivery.attempt())
                        .update()
                == 1;
    }

    /// Tries again after `pause`, or gives up when that would be more than three days after the first attempt.
    ///
    /// @return whether this attempt was still the latest
    boolean failed(Delivery delivery, Reply reply, Duration pause) {
        return jdbc.sql("""
                        UPDATE webhook_delivery
                           SET state = CASE WHEN clock_timestamp() + make_interval(secs => :pause)
                                                 > first_tried_at + make_interval(secs => :giveUp)
                                            THEN 'DEAD' ELSE 'PENDING' END,
                               next_attempt_at = clock_timestamp() + make_interval(secs => :pause),
                               leased_until = NULL, last_status = :status, last_error = :error
                         WHERE webhook_id = :webhook AND message_id = :message AND attempts = :attempt
                           AND state = 'PENDING'
                        """)
                        .param("pause", pause.toMillis() / 1000.0)
                        .param("giveUp", GIVE_UP.toSeconds())
                        .param("status", reply.status(), Types.INTEGER)
                        .param("error", reply.error())
                        .param("webhook", delivery.webhook())
                        .param("message", delivery.message())
                        .param("attempt", delivery.attempt())
                        .update()
                == 1;
    }

    /// Gives up on whatever waits for a receiver.
    void giveUp(UUID webhook, Reply reply) {
        jdbc.sql("""
                        UPDATE webhook_delivery
                           SET state = 'DEAD', leased_until = NULL, last_status = :status, last_error = :error
                         WHERE webhook_id = :webhook AND state = 'PENDING'
                        """)
                .param("webhook", webhook)
                .param("status", reply.status(), Types.INTEGER)
                .param("error", reply.error())
                .update();
    }
}
