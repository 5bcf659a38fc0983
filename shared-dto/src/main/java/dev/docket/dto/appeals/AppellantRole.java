package dev.docket.dto.appeals;

/// As what somebody appeals: an author against a violation, a reporter against an approval.
public enum AppellantRole {
    AUTHOR,
    REPORTER
}
