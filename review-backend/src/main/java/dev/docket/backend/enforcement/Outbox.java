package dev.docket.backend.enforcement;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Messages before they are addressed to anybody.
@Repository
class Outbox {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Outbox(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Writes a message that waits until its decision takes effect.
    void hold(UUID id, UUID item, UUID decision, Message message) {
        jdbc.sql("""
                        INSERT INTO outbox_message (id, type, item_id, decision_id, payload, state)
                        VALUES (:id, :type, :item, :decision, :payload::jsonb, 'HELD')
                        ON CONFLICT (decision_id, type) WHERE decision_id IS NOT NULL DO NOTHING
                        """)
                .param("id", id)
                .param("type", message.type())
                .param("item", item)
                .param("decision", decision)
                .param("payload", json.writeValueAsString(message))
                .update();
    }

    /// Lets the decision's message go; its place in the order is given now.
    int release(UUID decision, Instant effectiveAt) {
        String at = json.writeValueAsString(effectiveAt);
        return jdbc.sql("""
                        UPDATE outbox_message
                           SET state = 'READY', sequence = DEFAULT,
                               payload = jsonb_set(jsonb_set(payload, '{timestamp}', :at::jsonb),
                                                   '{data,effectiveAt}', :at::jsonb)
                         WHERE decision_id = :decision AND state = 'HELD'
                        """).param("at", at).param("decision", decision).update();
    }

    int cancel(UUID decision) {
        return jdbc.sql("""
                        UPDATE outbox_message SET state = 'CANCELLED' WHERE decision_id = :decision AND state = 'HELD'
                        """).param("decision", decision).update();
    }

    /// Whether anybody wants messages of this type. Most floors have nobody who listens to routing, and routing is as
    /// frequent as items are.
    boolean isWanted(MessageType type) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM webhook WHERE deleted_at IS NULL AND events && ARRAY['*', :type::text])
                        """).param("type", type.wire()).query(Boolean.class).single();
    }

    /// Takes the words of an erased item out of the messages on its decisions, sent or not.
    int forgetWords(List<UUID> decisions) {
        return jdbc.sql("""
                        UPDATE outbox_message SET payload = payload #- '{data,statement,sections}'
                         WHERE decision_id = ANY(:decisions::uuid[]) AND payload #> '{data,statement,sections}' IS NOT NULL
                        """).param("decisions", decisions.toArray(UUID[]::new)).update();
    }

    /// Takes the reasons and notices of an erased item's appeals out of the messages on them, sent or not.
    void forgetAppeals(UUID item) {
        jdbc.sql("""
                        UPDATE outbox_message SET payload = payload #- '{data,reasons}' #- '{data,notices}'
                         WHERE item_id = :item AND type = 'appeal.decided'
                        """).param("item", item).update();
    }

    void ready(UUID id, UUID item, Message message) {
        ready(id, item, null, message);
    }

    /// @param decision of which there is one message of a type; null for what is of no decision
    void ready(UUID id, UUID item, @Nullable UUID decision, Message message) {
        jdbc.sql("""
                        INSERT INTO outbox_message (id, type, item_id, decision_id, payload, state)
                        VALUES (:id, :type, :item, :decision, :payload::jsonb, 'READY')
                        ON CONFLICT (decision_id, type) WHERE decision_id IS NOT NULL DO NOTHING
                        """)
                .param("id", id)
                .param("type", message.type())
                .param("item", item)
                .param("decision", decision, Types.OTHER)
                .param("payload", json.writeValueAsString(message))
                .update();
    }
}
