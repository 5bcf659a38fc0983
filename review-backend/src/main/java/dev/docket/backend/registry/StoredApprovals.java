package dev.docket.backend.registry;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who gave their word for which model.
@Repository
class StoredApprovals {
    private final JdbcClient jdbc;

    StoredApprovals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One person's word.
    record Word(UUID person, Instant at) {}

    /// The first first, by version.
    Map<String, List<Word>> of(Collection<String> versions) {
        var words = new HashMap<String, List<Word>>();
        jdbc.sql("""
                        SELECT version, person_id, approved_at FROM model_approval
                         WHERE version = ANY(:versions) ORDER BY approved_at, person_id
                        """)
                .param("versions", versions.toArray(String[]::new))
                .query((row, number) -> words.computeIfAbsent(row.getString("version"), version -> new ArrayList<>())
                        .add(new Word(
                                row.getObject("person_id", UUID.class),
                                row.getTimestamp("approved_at").toInstant())))
                .list();
        return words;
    }

    /// @return whether they had not given it before
    boolean give(String version, UUID person, Instant at) {
        return jdbc.sql("""
                        INSERT INTO model_approval (version, person_id, approved_at) VALUES (:version, :person, :at)
                        ON CONFLICT (version, person_id) DO NOTHING
                        """)
                        .param("version", version)
                        .param("person", person)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void forget(String version) {
        jdbc.sql("DELETE FROM model_approval WHERE version = :version")
                .param("version", version)
                .update();
    }
}
