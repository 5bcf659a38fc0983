package dev.docket.dto.filter;

import java.util.List;

/// How far an import is; one a line while it runs. The last one says `done`, and an answer that
/// ends without it was broken off: what it counted is stored.
///
/// @param lines read so far
/// @param added so far
/// @param known so far: entries that were there already
/// @param faults of the lines since the last one
public record ImportProgress(long lines, long added, long known, List<Fault> faults, boolean done) {
    /// @param line from 1
    /// @param detail what is wrong with it
    public record Fault(long line, String detail) {}
}
