package dev.docket.dto.enforcement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Takes a proposed action.
///
/// @param until when a suspension ends; null for the usual length
/// @param reasons for the author, 1..4,000 characters
public record AcceptProposal(@Nullable Instant until, String reasons) {}
