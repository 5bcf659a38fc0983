package dev.docket.backend.policy;

import java.util.List;

/// The labels that models score, as the contract lists them. Stored scores are in this order: new labels go to the end.
public final class LabelSchema {
    public static final List<String> LABELS = List.of(
            "toxicity", "hate", "harassment", "threat", "sexual", "profanity", "spam", "self_harm", "suggestive");

    private LabelSchema() {}
}
