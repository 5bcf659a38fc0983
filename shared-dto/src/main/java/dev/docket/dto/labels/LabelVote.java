package dev.docket.dto.labels;

import java.time.Instant;
import java.util.List;

/// What one person found of an item, as it is exported.
///
/// @param rater stands for the person, the same in every set; not their name and not their id
/// @param kind of their look: a decision's kind, or `TRIAL` for the answer to a golden item or a calibration
/// @param outcome `APPROVE`, `VIOLATION` or `CANNOT_DECIDE`
/// @param policies found violated
public record LabelVote(String rater, String kind, String outcome, List<String> policies, Instant at) {}
