package dev.docket.backend.queue;

import java.util.Collection;
import java.util.UUID;

/// What became of reports: how far their reporters can be trusted follows from it. Joins the
/// caller's transaction.
public interface JudgedReports {
    /// Notes whether the reports on an item were right, by what was found of it. What was noted before is replaced: a
    /// later decision knows better.
    ///
    /// @param violated keys of the policies that were violated; empty when none was
    void judge(UUID item, Collection<String> violated);
}
