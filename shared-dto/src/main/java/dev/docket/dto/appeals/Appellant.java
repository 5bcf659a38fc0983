package dev.docket.dto.appeals;

/// Who appeals.
///
/// @param externalId the platform's id, 1..256 characters
public record Appellant(String externalId, AppellantRole role) {}
