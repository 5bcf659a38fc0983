package dev.docket.dto.models;

/// What is done to learn more of the model than its own choice of items tells.
///
/// @param hiddenScoresShare of the tasks on which people see no scores, 0 to 0.5
/// @param exploredShare of the queues that is kept for items that the model is unsure of, 0 to
///     0.5
public record WatchSettings(double hiddenScoresShare, double exploredShare) {}
