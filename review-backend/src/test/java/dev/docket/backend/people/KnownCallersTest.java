package dev.docket.backend.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.access.Credentials;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FloorTest
class KnownCallersTest {
    @Autowired
    private Credentials credentials;

    @Autowired
    private KnownCallers known;

    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void whatAnotherFloorRevokedIsRefusedAfterTheNextReading() {
        var ann = TestCallers.person("ann", Role.MODERATOR);
        assertThat(credentials.callerOf(ann.token())).isPresent();

        jdbc.sql("DELETE FROM person_session WHERE person_id = :ann")
                .param("ann", ann.id())
                .update();
        known.readAgain();

        assertThat(credentials.callerOf(ann.token())).isEmpty();
    }

    @Test
    void whatAnotherFloorChangedHoldsAfterTheNextReading() {
        var ann = TestCallers.person("ann", Role.MODERATOR);
        assertThat(person(ann).is(Role.SENIOR)).isFalse();

        jdbc.sql("UPDATE person SET roles = '{SENIOR}' WHERE id = :ann")
                .param("ann", ann.id())
                .update();
        known.readAgain();

        assertThat(person(ann).is(Role.SENIOR)).isTrue();
    }

    @Test
    void whoIsDisabledHereIsRefusedAtOnce() {
        var ann = TestCallers.person("ann", Role.MODERATOR);
        var admin = floor.as(TestCallers.person("root", Role.ADMIN).token());
        assertThat(floor.as(ann.token()).get("/api/v1/me").status()).isEqualTo(200);

        assertThat(admin.post("/api/v1/accounts/" + ann.id() + "/disable", "{}").status())
                .isEqualTo(200);

        assertThat(floor.as(ann.token()).get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void aSessionRunsOutByTheClock() {
        var ann = TestCallers.person("ann", Role.MODERATOR);
        jdbc.sql("UPDATE person_session SET expires_at = now() WHERE person_id = :ann")
                .param("ann", ann.id())
                .update();

        assertThat(credentials.callerOf(ann.token())).isEmpty();
    }

    @Test
    void aKeyIsKnownUntilItIsRevoked() {
        String key = TestCallers.key(Scope.ITEMS_WRITE);
        var program = (Caller.Program) credentials.callerOf(key).orElseThrow();
        assertThat(program.scopes()).containsExactly(Scope.ITEMS_WRITE);

        transaction.executeWithoutResult(status -> revoke(program.keyId()));

        assertThat(credentials.callerOf(key)).isEmpty();
    }

    private void revoke(UUID key) {
        jdbc.sql("UPDATE api_key SET revoked_at = now() WHERE id = :key")
                .param("key", key)
                .update();
        known.forget(key);
    }

    private Caller.Person person(TestCallers.SignedIn signedIn) {
        return (Caller.Person) credentials.callerOf(signedIn.token()).orElseThrow();
    }
}
