package dev.docket.backend.people;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sessions by the hash of their token.
@Repository
class SessionRows {
    private final JdbcClient jdbc;

    SessionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(byte[] tokenHash, UUID person, Instant now, Instant expiresAt) {
        jdbc.sql("""
                INSERT INTO person_session (token_hash, person_id, created_at, expires_at)
                VALUES (:hash, :person, :now, :expires)
                """)
                .param("hash", tokenHash)
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean remove(byte[] tokenHash) {
        return jdbc.sql("DELETE FROM person_session WHERE token_hash = :hash")
                        .param("hash", tokenHash)
                        .update()
                == 1;
    }

    /// @param but a token's hash that stays; null for none
    int removeAllOf(UUID person, byte @Nullable [] but) {
        return jdbc.sql("""
                DELETE FROM person_session
                 WHERE person_id = :person AND (:but::bytea IS NULL OR token_hash <> :but)
                """)
                .param("person", person)
                .param("but", but, Types.BINARY)
                .update();
    }

    int removeExpired(Instant now) {
        return jdbc.sql("DELETE FROM person_session WHERE expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
