package dev.docket.client.records;

/// What a part of the screen shows.
public enum State {
    LOADING,
    READY,
    EMPTY,
    OFFLINE,
    ERROR
}
