package dev.docket.backend.people;

import java.util.UUID;

/// What a person may take on was changed, or they may not work here any more. Published synchronously inside the
/// transaction of the change: whoever gave the person work looks again at what they may keep.
public record ClearanceChanged(UUID person) {}
