package dev.docket.dto.policy;

/// @param share 0..1
public record ChangeAuditShare(double share) {}
