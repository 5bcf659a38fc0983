package dev.docket.dto.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks for heads to be trained.
///
/// @param labelSet version of a set that is READY
/// @param base version of the model to start from; null for the champion
/// @param name 1..100 characters, for people
/// @param seed default 1; equal seeds and rows give equal weights
/// @param replayShare 0..1, how strongly the base holds on to what it learned; default 0.5
/// @param labels which to train; null for every label the set has enough rows of
/// @param overrideGates train although the set's quality gates fail; needs `reason`
/// @param reason why the gates may be passed over, kept in the run record
public record TrainRequest(
        String labelSet,
        @Nullable String base,
        String name,
        @Nullable Long seed,
        @Nullable Double replayShare,
        @Nullable List<String> labels,
        @Nullable Boolean overrideGates,
        @Nullable String reason) {}
