package dev.docket.model;

/// A calibrated score: among texts scored `s`, a share of about `s` carries the label.
///
/// @param label a label of the schema, such as `harassment`
/// @param score 0..1
/// @param modelVersion the version of the head that gave the score
public record LabelScore(String label, double score, String modelVersion) {}
