package dev.docket.dto.models;

/// How a model version came.
public enum ModelOrigin {
    /// With Docket itself.
    SHIPPED,
    /// By `./docket models import`, or laid into the home.
    IMPORTED,
    /// Over HTTP.
    UPLOADED,
    /// Trained here on a label set.
    TRAINED
}
