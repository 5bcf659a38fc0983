package dev.docket.client.review;

/// What the screen as a whole shows.
public enum ReviewScreen {
    /// The first items are on their way.
    LOADING,
    /// An item is open.
    ITEM,
    /// Nothing waits for this person.
    EMPTY,
    /// The floor cannot be reached and no item is in hand.
    OFFLINE,
    /// The floor refused, and no item is in hand.
    ERROR
}
