package dev.docket.backend.models;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Leaves a failing model alone for a while, then lets one call through to see whether it has recovered.
///
/// Opens after [#TOLERANCE] failures in a row, or at once when told. Searching 32 texts for two bad ones fails up to
/// eleven times in a row though the model is well; the tolerance is above that.
final class Breaker {
    static final int TOLERANCE = 12;

    private final long rest;
    private final LongSupplier nanos;
    private int failures;
    private boolean open;
    private boolean probing;
    private long restsUntil;

    Breaker(Duration rest, LongSupplier nanos) {
        this.rest = rest.toNanos();
        this.nanos = nanos;
    }

    /// Whether a call may go ahead. While the rest is over and nothing proven, one at a time may.
    synchronized boolean admits() {
        if (!open) {
            return true;
        }
        if (probing || nanos.getAsLong() - restsUntil < 0) {
            return false;
        }
        probing = true;
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        open = false;
        probing = false;
    }

    synchronized void failed() {
        failures++;
        if (probing || failures >= TOLERANCE) {
            trip();
        }
    }

    synchronized void trip() {
        open = true;
        probing = false;
        restsUntil = nanos.getAsLong() + rest;
    }

    synchronized boolean isResting() {
        return open;
    }
}
