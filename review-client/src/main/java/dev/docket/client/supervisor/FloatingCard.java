package dev.docket.client.supervisor;

/// A card that floats over the screen until it is confirmed or cancelled; while it does, no other key holds.
interface FloatingCard {
    boolean isOpen();

    void confirm();

    void cancel();
}
