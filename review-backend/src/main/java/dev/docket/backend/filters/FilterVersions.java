package dev.docket.backend.filters;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Numbers the changes of banks and of lists, so that every backend sees when its memory is old.
@Repository
class FilterVersions {
    static final String HASHES = "HASH";
    static final String TERMS = "TERM";

    private final JdbcClient jdbc;

    FilterVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param began when the database's first change was made, which tells databases apart
    /// @param version of the last change
    record Version(long began, long version) {
        static final Version NONE = new Version(0, 0);
    }

    /// Numbers a change, and makes others wait until the caller's transaction ends.
    void raise(String kind) {
        jdbc.sql("""
                        INSERT INTO filter_version AS last (kind, began, version)
                        SELECT :kind, now, now FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now)
                        ON CONFLICT (kind) DO UPDATE SET version = greatest(last.version + 1, excluded.version)
                        """).param("kind", kind).update();
    }

    Version last(String kind) {
        return jdbc.sql("SELECT began, version FROM filter_version WHERE kind = :kind")
                .param("kind", kind)
                .query((row, number) -> new Version(row.getLong("began"), row.getLong("version")))
                .optional()
                .orElse(Version.NONE);
    }
}
