package dev.docket.client.people;

/// The parts of the screen, in the order of their keys.
public enum Section {
    ACCOUNTS,
    KEYS,
    WEBHOOKS,
    AUDIT,
    HEALTH,
    /// Hash banks.
    BANKS,
    /// Blocklists.
    LISTS
}
