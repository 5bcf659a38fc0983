package dev.docket.backend.people;

import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.access.Tokens;
import dev.docket.dto.people.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A program's key. The secret itself is not kept, only its hash and enough of its beginning to recognise it.
@Entity
@Table(name = "api_key")
class ApiKey {
    static final String START = "dk_";
    private static final int PREFIX_LENGTH = 8;

    @Id
    private UUID id;

    private String name;
    private String prefix;
    private byte[] keyHash;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private String[] scopes;

    private @Nullable UUID createdBy;
    private Instant createdAt;

    @Version
    private @Nullable Long version;

    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    ApiKey(String name, String secret, Set<Scope> scopes, @Nullable UUID createdBy, Instant now) {
        this.id = Ids.next();
        this.name = name;
        this.prefix = secret.substring(0, PREFIX_LENGTH);
        this.keyHash = Tokens.hash(secret);
        this.scopes = scopes.stream().map(Scope::wire).sorted().toArray(String[]::new);
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String prefix() {
        return prefix;
    }

    Set<Scope> scopes() {
        return Arrays.stream(scopes).map(Scope::of).collect(Collectors.toUnmodifiableSet());
    }

    @Nullable UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable Instant revokedAt() {
        return revokedAt;
    }

    /// @return whether this changed anything
    boolean revoke(Instant now) {
        boolean wasActive = revokedAt == null;
        if (wasActive) {
            revokedAt = now;
        }
        return wasActive;
    }
}
