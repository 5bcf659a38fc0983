package dev.docket.backend.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Backends that start together on one database enter its first people once.
@Repository
class SeedingLock {
    private final JdbcClient jdbc;

    SeedingLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Held to the end of the transaction.
    void take() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('docket.people'))")
                .query((row, number) -> true)
                .single();
    }
}
