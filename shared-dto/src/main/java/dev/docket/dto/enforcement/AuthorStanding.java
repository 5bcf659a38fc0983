package dev.docket.dto.enforcement;

import java.util.List;

/// What counts against an author.
///
/// @param points of strikes that neither lapsed nor were given back
/// @param strikes all of the last two hundred, newest first
public record AuthorStanding(String source, String author, int points, List<StrikeView> strikes) {}
