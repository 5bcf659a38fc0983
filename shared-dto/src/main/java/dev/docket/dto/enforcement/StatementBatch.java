package dev.docket.dto.enforcement;

import java.util.List;
import java.util.Map;

/// At most a hundred statements, as the EU's transparency database takes them.
public record StatementBatch(List<Map<String, Object>> statements) {}
