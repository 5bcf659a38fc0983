package dev.docket.dto.enforcement;

/// How far a report to the CyberTipline is. Docket never sends one.
public enum NcmecReportState {
    /// By one person, for another to release.
    PREPARED,
    /// Released: somebody files it by hand.
    READY,
    FILED,
    WITHDRAWN
}
