package dev.docket.backend.models;

import dev.docket.model.ModelFault;

/// The model cannot be asked, or hangs: no text is to blame, and trying them one by one would only lose time.
public class ModelUnavailable extends ModelFault {
    private static final long serialVersionUID = 1L;

    public ModelUnavailable(String message) {
        super(message);
    }

    public ModelUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
