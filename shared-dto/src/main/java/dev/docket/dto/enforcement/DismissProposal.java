package dev.docket.dto.enforcement;

/// Leaves a proposed action.
///
/// @param reason for colleagues, 1..1,000 characters
public record DismissProposal(String reason) {}
