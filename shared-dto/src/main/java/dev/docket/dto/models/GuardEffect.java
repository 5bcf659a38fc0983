package dev.docket.dto.models;

import java.util.List;
import java.util.UUID;

/// What one guard against poisoned labels did in a training.
///
/// @param guard `moderator-cap`, `golden-disagreement`, `outlier` or `propensity-clip`
/// @param rows weighed down
/// @param left rows left out altogether
/// @param weight the weight that was taken away, as a share of all
/// @param items some of the rows' items, those hit hardest first
/// @param moderators whom it concerned
public record GuardEffect(
        String guard, long rows, long left, double weight, List<UUID> items, List<UUID> moderators, String detail) {}
