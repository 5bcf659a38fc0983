package dev.docket.dto.people;

/// What a person may do. Supervisor includes senior, senior includes moderator; the others stand alone.
public enum Role {
    MODERATOR,
    SENIOR,
    SUPERVISOR,
    POLICY,
    ML,
    ADMIN
}
