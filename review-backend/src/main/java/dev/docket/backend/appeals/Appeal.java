package dev.docket.backend.appeals;

import dev.docket.dto.appeals.AppealState;
import dev.docket.dto.appeals.Appellant;
import dev.docket.dto.appeals.AppellantRole;
import dev.docket.dto.review.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Somebody's request to look at a decision again, from its receipt to its answer.
///
/// The answer is a decision like any other, with a grace time: until that ends the appeal only
/// knows of it, and forgets it when it is undone.
@Entity
@Table(name = "appeal")
class Appeal {
    @Id
    private UUID id;

    private UUID itemId;
    private UUID decisionId;
    private UUID chainId;

    @Enumerated(EnumType.STRING)
    private AppellantRole role;

    private String appellant;
    private @Nullable String statement;
    private String language;

    @Enumerated(EnumType.STRING)
    private AppealState state;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    private int severity;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private String[] policies;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private String[] modelVersions;

    private @Nullable UUID firstDecider;
    private UUID taskId;
    private Instant receivedAt;
    private Instant dueAt;
    private boolean blind;
    private @Nullable String provisional;
    private @Nullable UUID revealedBy;
    private @Nullable Instant revealedAt;
    private @Nullable UUID resolutionId;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable String reasons;
    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Appeal() {}

    Appeal(UUID id, Disputed disputed, Appellant appellant, String statement, Instant receivedAt, Instant dueAt) {
        this.id = id;
        this.itemId = disputed.item();
        this.decisionId = disputed.decision();
        this.chainId = disputed.chain();
        this.role = appellant.role();
        this.appellant = appellant.externalId();
        this.statement = statement;
        this.language = disputed.language();
        this.state = AppealState.RECEIVED;
        this.severity = disputed.severity();
        this.policies = disputed.policies().toArray(String[]::new);
        this.modelVersions = disputed.modelVersions().toArray(String[]::new);
        this.firstDecider = disputed.decider();
        this.taskId = disputed.task();
        this.receivedAt = receivedAt;
        this.dueAt = dueAt;
    }

    /// The decision that is disputed, and what is kept of it.
    record Disputed(
            UUID item,
            UUID decision,
            UUID chain,
            UUID task,
            @Nullable UUID decider,
            int severity,
            Collection<String> policies,
            Collection<String> modelVersions,
            String language) {}

    UUID id() {
        return id;
    }

    UUID item() {
        return itemId;
    }

    UUID decision() {
        return decisionId;
    }

    UUID chain() {
        return chainId;
    }

    UUID task() {
        return taskId;
    }

    Appellant appellant() {
        return new Appellant(appellant, role);
    }

    @Nullable String statement() {
        return statement;
    }

    String language() {
        return language;
    }

    AppealState state() {
        return state;
    }

    int severity() {
        return severity;
    }

    List<String> policies() {
        return List.of(policies);
    }

    List<String> modelVersions() {
        return List.of(modelVersions);
    }

    /// Who took the decision it is against, as overturns are counted: a person's id, or `automation`.
    String decider() {
        return firstDecider == null ? "automation" : firstDecider.toString();
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    boolean isOpen() {
        return state == AppealState.RECEIVED || state == AppealState.IN_REVIEW;
    }

    /// Withholds the earlier decision until [#reveal].
    void veil() {
        blind = true;
    }

    boolean isBlind() {
        return blind;
    }

    boolean isVeiledFrom(UUID person) {
        return blind && !person.equals(revealedBy);
    }

    /// @param finding what they found before, as JSON
    void reveal(UUID person, String finding, Instant now) {
        provisional = finding;
        revealedBy = person;
        revealedAt = now;
    }

    /// What this person found before the reveal, as JSON.
    @Nullable String provisionalOf(UUID person) {
        return person.equals(revealedBy) ? provisional : null;
    }

    /// A decision answers it, and can still be undone.
    void answer(UUID resolution, Outcome outcome, @Nullable String reasons, @Nullable UUID person) {
        this.resolutionId = resolution;
        this.outcome = outcome;
        this.reasons = reasons;
        this.decidedBy = person;
        this.state = AppealState.IN_REVIEW;
    }

    /// The answer was undone.
    void reopen() {
        resolutionId = null;
        outcome = null;
        reasons = null;
        decidedBy = null;
        state = AppealState.RECEIVED;
    }

    /// The answer took effect.
    void settle(Instant now) {
        state = AppealState.DECIDED;
        decidedAt = now;
    }

    /// Another decision of the same kind took the place of the one appealed against.
    void dispute(UUID decision) {
        decisionId = decision;
    }

    void withdraw() {
        state = AppealState.WITHDRAWN;
    }

    /// The appellant's own words go; what was decided, and that there was an appeal, stays.
    void forgetWords() {
        statement = null;
        provisional = null;
        reasons = null;
    }

    @Nullable UUID resolution() {
        return resolutionId;
    }

    boolean isDecidedBy(UUID person) {
        return person.equals(decidedBy);
    }

    @Nullable Outcome outcome() {
        return outcome;
    }

    @Nullable String reasons() {
        return reasons;
    }

    @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
