package dev.docket.backend.filters;

import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.policy.Policies;
import org.jspecify.annotations.Nullable;

/// What banks and lists have in common: a name, a source, a policy and a severity.
final class FilterFields {
    static final int USUAL_SEVERITY = 2;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SOURCE = 200;
    private static final int GRAVEST = 4;

    private FilterFields() {}

    static void check(
            String name,
            String source,
            @Nullable String policy,
            @Nullable Integer severity,
            Policies policies,
            FieldErrors errors) {
        text("/name", name, LONGEST_NAME, errors);
        text("/source", source, LONGEST_SOURCE, errors);
        if (policy != null && policies.byKey(policy).isEmpty()) {
            errors.add("/policy", "must be the key of a policy");
        }
        if (severity != null && (severity < 1 || severity > GRAVEST)) {
            errors.add("/severity", "must be 1 to " + GRAVEST);
        }
    }

    private static void text(String pointer, String value, int longest, FieldErrors errors) {
        if (value.isBlank() || value.length() > longest || value.indexOf(0) >= 0) {
            errors.add(pointer, "must have 1 to " + longest + " characters");
        }
    }
}
