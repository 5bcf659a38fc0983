package dev.docket.backend.people;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.access.Credentials;
import dev.docket.backend.platform.access.Tokens;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Session tokens and API keys, told apart by how they begin.
@Component
class StoredCredentials implements Credentials {
    private final Sessions sessions;
    private final StoredApiKeys keys;

    StoredCredentials(Sessions sessions, StoredApiKeys keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Caller> callerOf(String credential) {
        return credential.startsWith(ApiKey.START)
                ? keys.findByKeyHashAndRevokedAtIsNull(Tokens.hash(credential))
                        .map(key -> new Caller.Program(key.id(), key.scopes()))
                : sessions.personOf(credential)
                        .map(person -> new Caller.Person(
                                person.id(),
                                person.username(),
                                person.roles(),
                                person.languages(),
                                person.queues(),
                                person.skills()));
    }
}
