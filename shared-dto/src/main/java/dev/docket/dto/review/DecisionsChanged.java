package dev.docket.dto.review;

import java.util.List;

/// The live event `decision.changed`: another decision is in effect on these items, or they were erased.
///
/// @param items their ids, at most 100
/// @param more whether there were more than these
public record DecisionsChanged(List<String> items, boolean more) {}
