package dev.docket.client.labels.part;

/// What a place on the screen shows.
public enum State {
    LOADING,
    READY,
    EMPTY,
    OFFLINE,
    ERROR
}
