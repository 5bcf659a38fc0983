package dev.docket.dto.review;

import dev.docket.dto.Phrase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A review task with everything its screen needs.
///
/// @param first earlier decisions, for adjudication and appeals only
/// @param unscored the model could not score the item; a person must judge without it
/// @param reason why it was routed here, in words
/// @param reasonSaid `reason` by its codes, one for each of its sentences; null where a person wrote it or there is no
/// code
/// @param note what somebody wrote who handed it on or skipped it; null where nobody did
public record Task(
        String id,
        TaskKind kind,
        String queue,
        Instant dueAt,
        @Nullable Lease lease,
        TaskItem item,
        Evidence evidence,
        List<PolicyBrief> policies,
        @Nullable List<EffectiveDecision> first,
        @Nullable AppealBrief appeal,
        boolean unscored,
        @Nullable String reason,
        @Nullable List<Phrase> reasonSaid,
        @Nullable String note) {
    /// A task that nobody handed on.
    public Task(
            String id,
            TaskKind kind,
            String queue,
            Instant dueAt,
            @Nullable Lease lease,
            TaskItem item,
            Evidence evidence,
            List<PolicyBrief> policies,
            @Nullable List<EffectiveDecision> first,
            @Nullable AppealBrief appeal,
            boolean unscored,
            @Nullable String reason) {
        this(id, kind, queue, dueAt, lease, item, evidence, policies, first, appeal, unscored, reason, null, null);
    }

    /// The appeal behind an APPEAL task.
    public record AppealBrief(String id, String role, String statement, Instant dueAt) {}
}
