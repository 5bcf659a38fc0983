package dev.docket.backend.enforcement.webhook;

import org.jspecify.annotations.Nullable;

/// What a receiver answered.
///
/// @param status null when it did not
/// @param error in words, without anything the receiver said
record Reply(@Nullable Integer status, @Nullable String error) {
    private static final int GONE = 410;

    boolean isSuccess() {
        return status != null && status >= 200 && status < 300;
    }

    boolean isGone() {
        return status != null && status == GONE;
    }
}
