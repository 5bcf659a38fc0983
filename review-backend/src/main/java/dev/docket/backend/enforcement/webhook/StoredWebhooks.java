package dev.docket.backend.enforcement.webhook;

import dev.docket.backend.enforcement.Cursor;
import dev.docket.dto.Page;
import dev.docket.dto.enforcement.WebhookDelivery;
import dev.docket.dto.enforcement.WebhookView;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Webhooks and what was sent to them.
@Repository
class StoredWebhooks {
    private static final String VIEWS = """
            SELECT id, url, events, created_at, disabled_at,
                   (SELECT count(*) FROM webhook_delivery
                     WHERE webhook_id = webhook.id AND state = 'PENDING') AS pending,
                   (SELECT count(*) FROM webhook_delivery
                     WHERE webhook_id = webhook.id AND state = 'DEAD') AS dead
              FROM webhook WHERE deleted_at IS NULL
            """;

    private final JdbcClient jdbc;

    StoredWebhooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, String url, String secret, List<String> events, UUID by, Instant now) {
        jdbc.sql("""
                        INSERT INTO webhook (id, url, secret, events, created_by, created_at)
                        VALUES (:id, :url, :secret, :events, :by, :now)
                        """)
                .param("id", id)
                .param("url", url)
                .param("secret", secret)
                .param("events", events.toArray(String[]::new))
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    List<WebhookView> all() {
        return jdbc.sql(VIEWS + " ORDER BY id")
                .query((row, number) -> view(row))
                .list();
    }

    Optional<WebhookView> find(UUID id) {
        return jdbc.sql(VIEWS + " AND id = :id")
                .param("id", id)
                .query((row, number) -> view(row))
                .optional();
    }

    boolean exists(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM webhook WHERE id = :id AND deleted_at IS NULL)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /// Keeps the row for the deliveries that speak of it, but not the secret.
    boolean delete(UUID id) {
        return jdbc.sql("""
                        UPDATE webhook SET deleted_at = clock_timestamp(), secret = ''
                         WHERE id = :id AND deleted_at IS NULL
                        """).param("id", id).update() == 1;
    }

    Page<WebhookDelivery> deliveries(UUID webhook, @Nullable String state, long before, int limit) {
        var found = jdbc.sql("""
                        SELECT d.message_id, m.type, d.item_id, d.state, d.attempts, d.next_attempt_at, d.last_status,
                               d.last_error, d.created_at, d.sequence
                          FROM webhook_delivery AS d JOIN outbox_message AS m ON m.id = d.message_id
                         WHERE d.webhook_id = :webhook AND d.sequence < :before
                           AND (:state::text IS NULL OR d.state = :state)
                         ORDER BY d.sequence DESC LIMIT :limit
                        """)
                .param("webhook", webhook)
                .param("before", before)
                .param("state", state, Types.VARCHAR)
                .param("limit", limit + 1)
                .query((row, number) -> new Placed(row.getLong("sequence"), delivery(row)))
                .list();
        var page = found.stream().limit(limit).toList();
        return new Page<>(
                page.stream().map(Placed::delivery).toList(),
                found.size() > limit ? Cursor.write(page.getLast().sequence()) : null);
    }

    int replay(UUID webhook, @Nullable UUID message) {
        return jdbc.sql("""
                        UPDATE webhook_delivery
                           SET state = 'PENDING', next_attempt_at = clock_timestamp(), first_tried_at = NULL,
                               leased_until = NULL, delivered_at = NULL
                         WHERE webhook_id = :webhook
                           AND CASE WHEN :message::uuid IS NULL THEN state = 'DEAD' ELSE message_id = :message END
                        """)
                .param("webhook", webhook)
                .param("message", message, Types.OTHER)
                .update();
    }

    /// @return false when it was not disabled, or is gone
    boolean enable(UUID id) {
        return jdbc.sql("""
                        UPDATE webhook SET disabled_at = NULL
                         WHERE id = :id AND disabled_at IS NOT NULL AND deleted_at IS NULL
                        """).param("id", id).update() == 1;
    }

    /// @return false when it was disabled already, or is gone
    boolean disable(UUID id) {
        return jdbc.sql("""
                        UPDATE webhook SET disabled_at = clock_timestamp()
                         WHERE id = :id AND disabled_at IS NULL AND deleted_at IS NULL
                        """).param("id", id).update() == 1;
    }

    private static WebhookView view(ResultSet row) throws SQLException {
        return new WebhookView(
                row.getString("id"),
                row.getString("url"),
                Webhooks.named(strings(row.getArray("events"))),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("pending"),
                row.getLong("dead"),
                instant(row, "disabled_at"),
                null);
    }

    private static WebhookDelivery delivery(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new WebhookDelivery(
                row.getString("message_id"),
                row.getString("type"),
                row.getString("item_id"),
                state,
                row.getInt("attempts"),
                state.equals("PENDING") ? instant(row, "next_attempt_at") : null,
                row.getObject("last_status", Integer.class),
                row.getString("last_error"),
                row.getTimestamp("created_at").toInstant());
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private record Placed(long sequence, WebhookDelivery delivery) {}
}
