package dev.docket.dto.queue;

import org.jspecify.annotations.Nullable;

/// Takes a task, held or not, and puts it elsewhere: `POST /api/v1/tasks/{id}/reassign`.
///
/// @param to null puts it back into its queue, for anybody
/// @param comment why; at most 2,000 characters
public record ReassignRequest(@Nullable Target to, @Nullable String comment) {
    /// Exactly one of the two.
    ///
    /// @param person sign-in name
    public record Target(@Nullable String queue, @Nullable String person) {}
}
