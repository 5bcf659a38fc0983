package dev.docket.backend.policy;

import java.util.List;

/// The labels that models score: those that ship with Docket, as the contract lists them, and those that
/// models brought. Stored scores are in this order: new labels go to the end, and none ever leaves.
///
/// Only grows, so what this process has read of it may be old and is never wrong, see [LabelSchemas].
public final class LabelSchema {
    /// Those that ship with Docket.
    public static final List<String> SHIPPED = List.of(
            "toxicity", "hate", "harassment", "threat", "sexual", "profanity", "spam", "self_harm", "suggestive");

    private static volatile List<String> known = SHIPPED;

    private LabelSchema() {}

    /// All of them, in their order.
    public static List<String> labels() {
        return known;
    }

    static void know(List<String> all) {
        known = List.copyOf(all);
    }
}
