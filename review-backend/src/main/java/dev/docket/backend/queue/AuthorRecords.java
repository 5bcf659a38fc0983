package dev.docket.backend.queue;

import dev.docket.backend.intake.Item;
import dev.docket.dto.review.Evidence;

/// What is known of an item's author. Declared here for the task's evidence; the review module, which knows decisions,
/// implements it.
public interface AuthorRecords {
    Evidence.History of(Item item);
}
