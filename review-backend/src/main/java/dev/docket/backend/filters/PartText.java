package dev.docket.backend.filters;

/// A text of an item that is not its own, such as what was read in one of its images.
///
/// @param origin as a pointer into the item, such as `/media/0/text`
public record PartText(String origin, String text) {}
