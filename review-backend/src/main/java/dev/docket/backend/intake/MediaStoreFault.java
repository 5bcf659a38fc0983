package dev.docket.backend.intake;

/// Media cannot be kept where the settings say, and only a person can mend it; the message says how. It has no key in
/// it.
public class MediaStoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MediaStoreFault(String message) {
        super(message);
    }
}
