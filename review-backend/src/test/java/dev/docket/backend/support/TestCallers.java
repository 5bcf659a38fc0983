package dev.docket.backend.support;

import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.access.Tokens;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People and programs made on the spot, signed in without a password.
public final class TestCallers {
    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.shared().dataSource());

    private TestCallers() {}

    /// A person cleared for every queue and language.
    ///
    /// @param token for `Authorization: Bearer`
    public record SignedIn(UUID id, String username, String token) {}

    public static SignedIn person(String username, Role... roles) {
        return person(username, "{*}", "{*}", roles);
    }

    /// @param languages and queues as PostgreSQL array literals such as `{en,de}`
    public static SignedIn person(String username, String languages, String queues, Role... roles) {
        UUID id = Ids.next();
        JDBC.sql("""
                INSERT INTO person (id, username, display_name, roles, languages, queues, created_at)
                VALUES (:id, :username, :username, :roles::text[], :languages::text[], :queues::text[], now())
                """)
                .param("id", id)
                .param("username", username)
                .param("roles", Arrays.toString(roles).replace('[', '{').replace(']', '}'))
                .param("languages", languages)
                .param("queues", queues)
                .update();
        String token = Tokens.random();
        JDBC.sql("INSERT INTO person_session VALUES (:hash, :person, now(), now() + interval '1 hour')")
                .param("hash", Tokens.hash(token))
                .param("person", id)
                .update();
        return new SignedIn(id, username, token);
    }

    /// The key of a program.
    public static String key(Scope... scopes) {
        String secret = "dk_" + Tokens.random();
        JDBC.sql("""
                INSERT INTO api_key (id, name, prefix, key_hash, scopes, created_at)
                VALUES (:id, 'test', :prefix, :hash, string_to_array(:scopes, ','), now())
                """)
                .param("id", Ids.next())
                .param("prefix", secret.substring(0, 8))
                .param("hash", Tokens.hash(secret))
                .param(
                        "scopes",
                        String.join(",", Arrays.stream(scopes).map(Scope::wire).toList()))
                .update();
        return secret;
    }
}
