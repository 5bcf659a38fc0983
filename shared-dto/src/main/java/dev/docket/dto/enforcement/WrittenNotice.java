package dev.docket.dto.enforcement;

import java.util.List;

/// A statement of reasons in one language, as messages to platforms carry it and as it is previewed.
///
/// @param path where the floor has it in every language; empty for a preview
/// @param language what it is written in: the one asked for, or English
public record WrittenNotice(String path, String language, String title, List<StatementText.Section> sections) {}
