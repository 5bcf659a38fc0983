package dev.docket.dto.appeals;

import java.util.List;

/// A statement of reasons as its reader gets it.
///
/// @param language what it is written in: the one asked for, or English
public record Notice(String language, String title, List<Section> sections) {
    public record Section(String heading, String text) {}
}
