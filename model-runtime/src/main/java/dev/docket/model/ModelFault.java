package dev.docket.model;

/// The model could not score: broken package, failed or timed-out run, invalid score. Never carries content.
public class ModelFault extends Exception {
    private static final long serialVersionUID = 1L;

    public ModelFault(String message) {
        super(message);
    }

    public ModelFault(String message, Throwable cause) {
        super(message, cause);
    }
}
