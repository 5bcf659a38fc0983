package dev.docket.backend.audit;

import dev.docket.backend.platform.Actor;
import java.util.Map;

/// Writes down who did what. Called inside the transaction that does it, never after.
public interface AuditTrail {
    /// Appends an entry to the caller's transaction.
    ///
    /// @param action past tense with a dot, such as `task.claimed`
    /// @param details small, and free of content, names and tokens
    /// @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
    void append(Actor actor, String action, String subjectKind, String subjectId, Map<String, ?> details);

    /// Appends the same action on several subjects, at the cost of one.
    ///
    /// @param details subject id to details
    default void appendAll(
            Actor actor, String action, String subjectKind, Map<String, ? extends Map<String, ?>> details) {
        details.forEach((subject, known) -> append(actor, action, subjectKind, subject, known));
    }
}
