package dev.docket.client.review;

/// Why a moderator passes an item on. The names travel; they never change.
public enum SkipReason {
    LANGUAGE,
    UNCLEAR,
    TOO_HARD,
    CONFLICT,
    NOT_NOW
}
