package dev.docket.dto.classify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks for scores without storing anything.
///
/// @param items 1..256
public record ClassifyRequest(List<Input> items, @Nullable Boolean explain) {
    public record Input(@Nullable String text, @Nullable String imageBase64) {}
}
