package dev.docket.dto.labels;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The quality gates of a label set.
///
/// @param previous the set that label shift is measured against; null when it is the first of its labels
/// @param waiver null unless somebody answered for failed gates
public record LabelSetGates(
        String version,
        GateState state,
        @Nullable String previous,
        List<LabelSetGate> gates,
        @Nullable Waiver waiver) {

    /// Who answered for failed gates, and why.
    public record Waiver(String by, String reason, Instant at) {}
}
