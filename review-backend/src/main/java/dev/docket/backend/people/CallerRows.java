package dev.docket.backend.people;

import dev.docket.backend.platform.Caller;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Callers by the hashes of what they show, in hexadecimal. Who may not come in is not there.
@Repository
class CallerRows {
    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;

    CallerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param until when the credential runs out
    record Found(Caller caller, Instant until) {}

    /// By session tokens, run out or not.
    Map<String, Found> people(Collection<String> hashes) {
        var found = new HashMap<String, Found>();
        jdbc.sql("""
                        SELECT session.token_hash, session.expires_at,
                               person.id, username, roles, languages, queues, skills
                          FROM person_session AS session JOIN person ON person.id = session.person_id
                         WHERE session.token_hash = ANY(:hashes::bytea[]) AND person.disabled_at IS NULL
                        """).param("hashes", bytes(hashes)).query(row -> {
            found.put(
                    HEX.formatHex(row.getBytes("token_hash")),
                    new Found(person(row), row.getTimestamp("expires_at").toInstant()));
        });
        return found;
    }

    /// By API keys.
    Map<String, Found> programs(Collection<String> hashes) {
        var found = new HashMap<String, Found>();
        jdbc.sql("""
                        SELECT key_hash, id, scopes FROM api_key
                         WHERE key_hash = ANY(:hashes::bytea[]) AND revoked_at IS NULL
                        """).param("hashes", bytes(hashes)).query(row -> {
            Set<Scope> scopes = texts(row, "scopes").map(Scope::of).collect(Collectors.toUnmodifiableSet());
            found.put(
                    HEX.formatHex(row.getBytes("key_hash")),
                    new Found(new Caller.Program(row.getObject("id", UUID.class), scopes), Instant.MAX));
        });
        return found;
    }

    private static Caller person(ResultSet row) throws SQLException {
        Set<Role> granted = texts(row, "roles").map(Role::valueOf).collect(Collectors.toSet());
        return new Caller.Person(
                row.getObject("id", UUID.class),
                row.getString("username"),
                Roles.including(granted),
                texts(row, "languages").collect(Collectors.toUnmodifiableSet()),
                texts(row, "queues").collect(Collectors.toUnmodifiableSet()),
                texts(row, "skills").collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }

    private static byte[][] bytes(Collection<String> hashes) {
        return hashes.stream().map(HEX::parseHex).toArray(byte[][]::new);
    }
}
