package dev.docket.dto.labels;

/// How often a label was found in a set, and how often it was looked for and not found.
public record LabelBalance(long positives, long negatives) {}
