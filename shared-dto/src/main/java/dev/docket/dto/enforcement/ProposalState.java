package dev.docket.dto.enforcement;

/// What became of a proposed action.
public enum ProposalState {
    OPEN,
    ACCEPTED,
    DISMISSED,
    /// The strikes behind it lapsed or were given back, or a stronger action was proposed.
    WITHDRAWN
}
