package dev.docket.dto.enforcement;

import java.util.List;

/// A statement of reasons in words.
public record StatementText(String title, List<Section> sections) {
    public record Section(String heading, String text) {}
}
