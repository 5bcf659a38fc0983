package dev.docket.backend.people;

import dev.docket.backend.platform.Ids;
import dev.docket.dto.people.ChangePerson;
import dev.docket.dto.people.Role;
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
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Somebody who works on the floor.
@Entity
@Table(name = "person")
class Person {
    @Id
    private UUID id;

    private String username;
    private String displayName;
    private @Nullable String passwordHash;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private String[] roles;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private String[] skills;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private String[] languages;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private String[] queues;

    @ColumnTransformer(read = "settings::text", write = "?::jsonb")
    private String settings;

    @Version
    private @Nullable Long version;

    private Instant createdAt;
    private @Nullable Instant disabledAt;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    /// Cleared for every queue and language.
    Person(String username, String displayName, String passwordHash, Role role, Instant now) {
        this.id = Ids.next();
        this.username = username;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.roles = new String[] {role.name()};
        this.skills = new String[0];
        this.languages = new String[] {"*"};
        this.queues = new String[] {"*"};
        this.settings = "{}";
        this.createdAt = now;
    }

    static Person of(String username, String passwordHash, ChangePerson as, Instant now) {
        var person = new Person(username, as.displayName(), passwordHash, Role.MODERATOR, now);
        person.become(as);
        return person;
    }

    UUID id() {
        return id;
    }

    /// @return whether what the person may take on is another now
    boolean become(ChangePerson change) {
        boolean other = !change.roles().equals(grantedRoles())
                || !change.skills().equals(skills())
                || !change.languages().equals(languages())
                || !change.queues().equals(queues());
        displayName = change.displayName();
        roles = change.roles().stream().map(Role::name).sorted().toArray(String[]::new);
        skills = sorted(change.skills());
        languages = sorted(change.languages());
        queues = sorted(change.queues());
        return other;
    }

    private static String[] sorted(Set<String> values) {
        return values.stream().sorted().toArray(String[]::new);
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    @Nullable String passwordHash() {
        return passwordHash;
    }

    void passwordHash(String hash) {
        passwordHash = hash;
    }

    /// With everything a role includes.
    Set<Role> roles() {
        return Roles.including(grantedRoles());
    }

    /// As they were given.
    Set<Role> grantedRoles() {
        return Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet());
    }

    Set<String> skills() {
        return Set.of(skills);
    }

    Set<String> languages() {
        return Set.of(languages);
    }

    Set<String> queues() {
        return Set.of(queues);
    }

    /// A JSON object of strings, the desk's own.
    String settings() {
        return settings;
    }

    void settings(String json) {
        this.settings = json;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable Instant disabledAt() {
        return disabledAt;
    }

    long version() {
        return version == null ? 0 : version;
    }

    void disable(Instant now) {
        disabledAt = now;
    }

    void enable() {
        disabledAt = null;
    }

    boolean isActive() {
        return disabledAt == null;
    }
}
