package dev.docket.backend.labels;

import dev.docket.backend.platform.FieldErrors;
import dev.docket.dto.labels.ImportedRow;

/// What an imported row may be.
final class ImportRules {
    private static final int LONGEST_SOURCE = 100;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_LABELS = 100;

    private ImportRules() {}

    /// @throws dev.docket.backend.platform.InvalidInput with everything that is wrong
    static void check(ImportedRow row) {
        var errors = new FieldErrors();
        length("/source", row.source(), LONGEST_SOURCE, errors);
        length("/externalId", row.externalId(), LONGEST_ID, errors);
        length("/text", row.text(), LONGEST_TEXT, errors);
        if (row.author() != null) {
            length("/author", row.author(), LONGEST_ID, errors);
        }
        if (row.language() != null && !row.language().matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
            errors.add("/language", "must be a BCP 47 tag such as en or pt-BR");
        }
        if (row.weight() != null && !(row.weight() > 0)) {
            errors.add("/weight", "must be more than 0; what is above 1 counts as 1");
        }
        labels(row, errors);
        errors.throwIfAny();
    }

    private static void labels(ImportedRow row, FieldErrors errors) {
        if (row.labels().isEmpty() || row.labels().size() > MOST_LABELS) {
            errors.add("/labels", "must name 1 to " + MOST_LABELS + " labels");
        }
        row.labels().forEach((label, value) -> {
            if (!label.matches("[a-z][a-z0-9_]{0,63}")) {
                errors.add("/labels", "must be named with lower-case letters, digits and _");
            } else if (value < 0 || value > 1) {
                errors.add("/labels/" + label, "must be 0 or 1");
            }
        });
    }

    private static void length(String pointer, String value, int most, FieldErrors errors) {
        if (value.isBlank() || value.length() > most || value.indexOf('\0') >= 0) {
            errors.add(pointer, "must have 1 to " + most + " characters, and no NUL");
        }
    }
}
