package dev.docket.dto.quality;

import java.util.List;

/// Puts the same items before several people, each blind to the others.
///
/// @param name 1..100 characters
/// @param itemIds 1..500
/// @param people ids or sign-in names, 2..50
public record CreateCalibration(String name, List<String> itemIds, List<String> people) {}
