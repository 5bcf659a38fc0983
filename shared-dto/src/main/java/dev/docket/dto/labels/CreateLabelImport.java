package dev.docket.dto.labels;

import org.jspecify.annotations.Nullable;

/// Announces labels from elsewhere. Their rows follow in calls of their own.
///
/// @param name 1..100 characters
/// @param licence under which they may be used, 1..500 characters
/// @param weight 0..1, what a row counts for beside one that the floor settled; default 0.5
/// @param evaluation whether they are there to evaluate by and must not be trained on; default false
public record CreateLabelImport(
        String name,
        String licence,
        @Nullable Double weight,
        @Nullable Boolean evaluation) {}
