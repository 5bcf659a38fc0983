package dev.docket.client.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.docket.dto.review.DecisionRequest;
import java.time.Instant;

/// One line of the journal.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Decided.class, name = "decided"),
    @JsonSubTypes.Type(value = Entry.Closed.class, name = "closed")
})
sealed interface Entry {
    String key();

    /// A decision that the person saw accepted.
    record Decided(String key, String taskId, DecisionRequest decision, Instant at) implements Entry {}

    /// The decision of this key needs no sending any more: acknowledged, withdrawn, or kept as a conflict.
    record Closed(String key) implements Entry {}
}
