package dev.docket.dto.enforcement;

import dev.docket.dto.review.Action;

/// An action that no longer holds, and what takes it back.
public record CompensatedAction(Action action, Compensation compensation) {}
