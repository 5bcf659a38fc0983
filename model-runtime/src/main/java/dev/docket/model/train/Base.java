package dev.docket.model.train;

import dev.docket.model.head.Heads;
import org.jspecify.annotations.Nullable;

/// What a training begins at.
///
/// @param replay what the heads have to hold on to; null where nobody knows
record Base(Heads heads, @Nullable Replay replay) {}
