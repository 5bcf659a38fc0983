package dev.docket.backend.intake.s3;

/// A store did not do what it was asked. The message says to people what to mend; it has no key in it.
public class BucketFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /// @param passing it may go away by itself: nobody answered, or the store was busy
    public BucketFault(String message, boolean passing) {
        super(message);
        this.passing = passing;
    }

    public boolean isPassing() {
        return passing;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
