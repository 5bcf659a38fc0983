package dev.docket.backend.people;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.platform.access.Tokens;
import dev.docket.dto.people.ApiKeyView;
import dev.docket.dto.people.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands out, lists and revokes the keys of programs. A key is shown once, to the administrator who makes it.
@Service
public class ApiKeys {
    private final StoredApiKeys keys;
    private final KnownCallers callers;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final Clock clock;

    ApiKeys(StoredApiKeys keys, KnownCallers callers, AuditTrail audit, LiveEvents live, Clock clock) {
        this.keys = keys;
        this.callers = callers;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    @Transactional
    public ApiKeyView create(Caller.Person by, String name, Set<Scope> scopes) {
        String secret = ApiKey.START + Tokens.random();
        var key = keys.save(new ApiKey(name, secret, scopes, by.id(), clock.instant()));
        audit.append(
                by.actor(),
                "api_key.created",
                "api_key",
                key.id().toString(),
                Map.of("scopes", scopes.stream().map(Scope::wire).sorted().toList()));
        changed(key.id());
        return view(key, secret);
    }

    @Transactional(readOnly = true)
    public List<ApiKeyView> list() {
        return keys.findAllByOrderByCreatedAtAscIdAsc().stream()
                .map(key -> view(key, null))
                .toList();
    }

    /// Refused from the next request on.
    @Transactional
    public void revoke(Caller.Person by, UUID id) {
        var key = keys.findById(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no API key of that id."));
        if (key.revoke(clock.instant())) {
            callers.forget(id);
            audit.append(by.actor(), "api_key.revoked", "api_key", id.toString(), Map.of());
            changed(id);
        }
    }

    private void changed(UUID id) {
        live.publish("api-key.changed", id.toString(), Map.of("key", id));
    }

    private static ApiKeyView view(ApiKey key, @Nullable String secret) {
        return new ApiKeyView(
                key.id().toString(), key.name(), key.prefix(), key.scopes(), key.createdAt(), key.revokedAt(), secret);
    }
}
