package dev.docket.dto.labels;

import java.util.Map;

/// What a label set consists of.
///
/// @param labels balance by label
/// @param languages rows by language
/// @param sources rows by platform
/// @param labelSources rows by how their labels were settled
/// @param months rows by the month of their decision, such as `2026-11`
public record LabelSetFigures(
        long rows,
        Map<String, LabelBalance> labels,
        Map<String, Long> languages,
        Map<String, Long> sources,
        Map<String, Long> labelSources,
        Map<String, Long> months) {}
