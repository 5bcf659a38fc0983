package dev.docket.backend.platform.postgres;

/// The embedded PostgreSQL cannot be had; the message says why and what to do about it.
public class PostgresFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PostgresFault(String message) {
        super(message);
    }

    public PostgresFault(String message, Throwable cause) {
        super(message, cause);
    }
}
