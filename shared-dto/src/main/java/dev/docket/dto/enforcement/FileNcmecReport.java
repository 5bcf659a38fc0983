package dev.docket.dto.enforcement;

/// Notes that a report was filed.
///
/// @param reportNumber what the CyberTipline answered, 1..40 digits
public record FileNcmecReport(String reportNumber) {}
