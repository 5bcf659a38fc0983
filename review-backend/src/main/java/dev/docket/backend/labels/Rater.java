package dev.docket.backend.labels;

import java.util.Set;
import java.util.UUID;

/// One person's look at an item, for whoever trains on it and asks how much of a model rests on whom.
///
/// @param person who looked
/// @param kind of the look: a decision's kind, or `TRIAL` for the answer to a golden item or a calibration
/// @param outcome `APPROVE`, `VIOLATION` or `CANNOT_DECIDE`
/// @param policies found violated
public record Rater(UUID person, String kind, String outcome, Set<String> policies) {}
