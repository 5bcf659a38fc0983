package dev.docket.dto.enforcement;

import dev.docket.dto.problem.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What an item's author or its reporters are told of a decision, and the author's in its form
/// for the EU's transparency database.
///
/// @param texts language to the words for whoever reads them
/// @param statement in the fields of the database; empty for reporters
/// @param faults what the database would refuse; empty for a statement that can be sent
public record StatementOfReasons(
        String decisionId,
        String itemId,
        Instant issuedAt,
        Map<String, StatementText> texts,
        Map<String, Object> statement,
        List<FieldError> faults) {}
