package dev.docket.client.supervisor;

/// A card that floats over the screen until it is confirmed or cancelled; while it does, no other key holds.
interface FloatingCard {
    boolean isOpen();

    void confirm();

    void cancel();

    /// Goes up or down in it.
    default void step(int by) {}

    /// Goes left or right in it.
    default void turn(int by) {}

    /// Goes to where something is written in it.
    default void write() {}

    /// Ends what is looked at.
    default void retire() {}

    /// Begins another.
    default void begin() {}
}
