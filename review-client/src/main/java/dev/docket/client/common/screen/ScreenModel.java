package dev.docket.client.common.screen;

/// A screen's view-model, as the window drives it. Every call comes on the FX thread.
///
/// It is opened when its screen is shown for the first time and closed when the person signs out. In between it is
/// told when it is hidden and shown again; its state stays, so that coming back is coming back to the same place.
public interface ScreenModel {
    /// The screen is shown for the first time: read what it needs.
    void open();

    /// The person leaves: stop every timer.
    void close();

    /// The screen is shown again.
    default void shown() {}

    /// Another screen took its place. It goes on hearing events, and should ask the floor for nothing it can do
    /// without.
    default void hidden() {}

    /// Something changed on the floor; told to every opened screen, shown or hidden.
    default void happened(LiveEvent event) {}

    /// The stream of events stands again after an outage: events may have been missed.
    default void reconnected() {}
}
