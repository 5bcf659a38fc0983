package dev.docket.backend.people;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.access.Credentials;
import dev.docket.backend.platform.access.Tokens;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Session tokens and API keys, told apart by how they begin.
@Component
class StoredCredentials implements Credentials {
    private final KnownCallers known;

    StoredCredentials(KnownCallers known) {
        this.known = known;
    }

    @Override
    public Optional<Caller> callerOf(String credential) {
        String hash = HexFormat.of().formatHex(Tokens.hash(credential));
        return known.callerOf(new KnownCallers.Shown(credential.startsWith(ApiKey.START), hash));
    }
}
