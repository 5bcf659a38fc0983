package dev.docket.dto.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes an effective decision's place.
///
/// @param reasons 1..4,000 characters, for the author
/// @param outcome APPROVE or VIOLATION; null for APPROVE
/// @param violations required with VIOLATION
/// @param actions null for the default of the first violated policy
public record ReverseRequest(
        String reasons,
        @Nullable Outcome outcome,
        @Nullable List<Violation> violations,
        @Nullable List<Action> actions) {}
