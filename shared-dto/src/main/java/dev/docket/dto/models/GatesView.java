package dev.docket.dto.models;

import java.time.Instant;
import java.util.List;

/// All the gates of a model, measured anew.
///
/// @param version of the model
/// @param champion what it was compared with
/// @param passed whether every one holds
public record GatesView(String version, String champion, Instant measuredAt, boolean passed, List<GateView> gates) {}
