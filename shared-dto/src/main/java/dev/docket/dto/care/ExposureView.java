package dev.docket.dto.care;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One's own exposure. Nobody else gets to see it.
///
/// @param dailyCap points after which harsh queues stop offering for the day
/// @param restUntil until when harsh queues rest after much harsh work in one go; null when they do not
/// @param days the last thirty on which there was any, newest first
public record ExposureView(
        ExposureDay today,
        int dailyCap,
        boolean capReached,
        @Nullable Instant restUntil,
        CareSettings settings,
        List<ExposureDay> days) {}
