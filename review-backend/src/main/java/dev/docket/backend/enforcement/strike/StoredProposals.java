package dev.docket.backend.enforcement.strike;

import dev.docket.dto.enforcement.ProposalState;
import dev.docket.dto.enforcement.StrikeProposal;
import dev.docket.dto.review.ActionType;
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

/// Proposed actions. An author has one open at most: a unique index holds it.
@Repository
class StoredProposals {
    private static final String COLUMNS = """
            SELECT id, source, author, action, points, item_id, state, proposed_at, settled_at, decision_id, reason
              FROM strike_proposal
            """;

    private final JdbcClient jdbc;

    StoredProposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, Author author, ActionType action, int points, UUID item) {
        jdbc.sql("""
                        INSERT INTO strike_proposal (id, source, author, action, points, item_id, proposed_at)
                        VALUES (:id, :source, :author, :action, :points, :item, clock_timestamp())
                        """)
                .param("id", id)
                .param("source", author.source())
                .param("author", author.id())
                .param("action", action.name())
                .param("points", points)
                .param("item", item)
                .update();
    }

    Optional<Open> open(Author author) {
        return jdbc.sql("""
                        SELECT id, action FROM strike_proposal
                         WHERE source = :source AND author = :author AND state = 'OPEN'
                        """)
                .param("source", author.source())
                .param("author", author.id())
                .query((row, number) ->
                        new Open(row.getObject("id", UUID.class), ActionType.valueOf(row.getString("action"))))
                .optional();
    }

    /// Whether a supervisor settled this action for the author, and no strike was given since.
    boolean isSettled(Author author, ActionType action) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT FROM strike_proposal
                             WHERE source = :source AND author = :author AND action = :action
                               AND state IN ('ACCEPTED', 'DISMISSED')
                               AND settled_at >= (SELECT max(given_at) FROM strike
                                                   WHERE source = :source AND author = :author
                                                     AND returned_at IS NULL))
                        """)
                .param("source", author.source())
                .param("author", author.id())
                .param("action", action.name())
                .query(Boolean.class)
                .single();
    }

    Optional<StrikeProposal> find(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE id = :id")
                .param("id", id)
                .query((row, number) -> view(row))
                .optional();
    }

    List<StrikeProposal> page(ProposalState state, @Nullable UUID after, int limit) {
        return jdbc.sql(COLUMNS + """
                         WHERE state = :state AND (:after::uuid IS NULL OR id > :after) ORDER BY id LIMIT :limit
                        """)
                .param("state", state.name())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> view(row))
                .list();
    }

    /// @return false when somebody settled it before
    boolean settle(UUID id, ProposalState state, UUID by, @Nullable String reason) {
        return jdbc.sql("""
                        UPDATE strike_proposal
                           SET state = :state, settled_at = clock_timestamp(), settled_by = :by, reason = :reason
                         WHERE id = :id AND state = 'OPEN'
                        """)
                        .param("state", state.name())
                        .param("by", by)
                        .param("reason", reason, Types.VARCHAR)
                        .param("id", id)
                        .update()
                == 1;
    }

    void ledTo(UUID id, UUID decision) {
        jdbc.sql("UPDATE strike_proposal SET decision_id = :decision WHERE id = :id")
                .param("decision", decision)
                .param("id", id)
                .update();
    }

    boolean withdraw(UUID id) {
        return jdbc.sql("""
                        UPDATE strike_proposal SET state = 'WITHDRAWN', settled_at = clock_timestamp()
                         WHERE id = :id AND state = 'OPEN'
                        """).param("id", id).update() == 1;
    }

    private static StrikeProposal view(ResultSet row) throws SQLException {
        return new StrikeProposal(
                row.getString("id"),
                row.getString("source"),
                row.getString("author"),
                ActionType.valueOf(row.getString("action")),
                row.getInt("points"),
                row.getString("item_id"),
                ProposalState.valueOf(row.getString("state")),
                row.getTimestamp("proposed_at").toInstant(),
                instant(row.getTimestamp("settled_at")),
                row.getString("decision_id"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    record Open(UUID id, ActionType action) {}
}
