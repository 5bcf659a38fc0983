package dev.docket.dto.labels;

/// What a request for a label set would draw from now, before splits, balance and what must be held out.
public record LabelSetPreview(LabelSetFigures figures) {}
