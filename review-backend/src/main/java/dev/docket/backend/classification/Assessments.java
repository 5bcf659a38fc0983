package dev.docket.backend.classification;

import java.util.Optional;
import java.util.UUID;

/// Reads assessments.
public interface Assessments {
    Optional<Assessment> latest(UUID item);
}
