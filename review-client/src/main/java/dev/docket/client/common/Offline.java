package dev.docket.client.common;

/// The floor could not be reached, or its answer did not arrive: nothing is known of what it did.
public class Offline extends Exception {
    private static final long serialVersionUID = 1L;

    public Offline(Throwable cause) {
        super(cause);
    }
}
