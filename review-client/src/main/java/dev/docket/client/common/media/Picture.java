package dev.docket.client.common.media;

import org.jspecify.annotations.Nullable;

/// One picture of an image, or of one second of a video.
///
/// @param jpeg null while it is being fetched, and when there is none
/// @param fault why there is none, in the floor's words; null where it said nothing
public record Picture(
        State state, byte @Nullable [] jpeg, @Nullable String fault) {
    public enum State {
        LOADING,
        SHOWN,
        MISSING,
        OFFLINE
    }

    static final Picture LOADING = new Picture(State.LOADING, null, null);
    static final Picture OFFLINE = new Picture(State.OFFLINE, null, null);

    static Picture of(byte[] jpeg) {
        return new Picture(State.SHOWN, jpeg, null);
    }

    static Picture missing(@Nullable String fault) {
        return new Picture(State.MISSING, null, fault);
    }

    boolean isSettled() {
        return state == State.SHOWN || state == State.MISSING;
    }
}
