package dev.docket.client.labels.part;

import dev.docket.client.common.screen.LiveEvent;

/// A section's view-model, as the screen drives it.
public interface PartModel {
    /// Reads what is shown, for the first time or again.
    void read();

    /// Something changed on the floor; told while the section is shown.
    default void happened(LiveEvent event) {}

    /// Another section or screen took its place.
    default void hidden() {}

    /// The person leaves.
    default void close() {}
}
