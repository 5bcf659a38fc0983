package dev.docket.dto.policy;

import org.jspecify.annotations.Nullable;

/// From which score of a label on a policy asks for a person or acts by itself, for one language.
///
/// @param language BCP 47, or `*` for every language without a threshold of its own; null is `*`
/// @param review score from which the item goes to review, 0..1
/// @param act score from which the policy acts while its automation is on; not below `review`; null
///     for never
/// @param primary whether a violation of the policy teaches this label; exactly one label of a
///     policy does
public record PolicyLabel(
        String label,
        @Nullable String language,
        double review,
        @Nullable Double act,
        @Nullable Boolean primary) {}
