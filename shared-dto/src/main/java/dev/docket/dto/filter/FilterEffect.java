package dev.docket.dto.filter;

/// What becomes of an item that a filter matches.
public enum FilterEffect {
    /// Whoever sees the item sees the match; the route stays as it is.
    SIGNAL,
    /// A person sees the item.
    REVIEW,
    /// The policy acts by itself where its automatic action is on; else a person sees the item.
    ACT
}
