package dev.docket.dto.queue;

import java.util.List;

/// Questions that wait for one's answer, then those one asked in the last day: `GET /api/v1/me/questions`.
public record Questions(List<QuestionView> toAnswer, List<QuestionView> asked) {}
