package dev.docket.backend.appeals;

import dev.docket.backend.review.PastDecision;
import java.util.UUID;

/// Items like one whose decision was overturned, and that were decided the same way. Declared here; the precedents
/// module, which knows what is like what, implements it. Joins the caller's transaction.
public interface LikeDecisions {
    /// Has them looked at again by people.
    ///
    /// @param overturned the decision that fell
    /// @return how many items were reopened
    int reopen(UUID item, PastDecision overturned);
}
