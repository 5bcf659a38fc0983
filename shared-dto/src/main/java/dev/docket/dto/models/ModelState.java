package dev.docket.dto.models;

/// Where a model version is in its life.
public enum ModelState {
    /// It is here and whole, and scores nothing.
    CANDIDATE,
    /// Scores what the champion scores; nobody and nothing sees what it says.
    SHADOW,
    /// Its scores count for a share of the items.
    CANARY,
    /// Its scores count.
    CHAMPION,
    /// Kept, and scores nothing any more.
    RETIRED
}
