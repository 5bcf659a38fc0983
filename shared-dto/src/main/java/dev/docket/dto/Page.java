package dev.docket.dto;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param next an opaque cursor to pass as `after`; null on the last page
public record Page<T>(List<T> items, @Nullable String next) {}
