package dev.docket.client.records;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the last thing asked for.
///
/// @param kind names the words under `records.said`
/// @param of what it was about, such as a file; empty where the words say it all
/// @param slug of a refusal
/// @param errors what the floor found wrong
public record Told(String kind, String of, @Nullable String slug, List<FieldError> errors) {
    static Told done(String kind, String of) {
        return new Told(kind, of, null, List.of());
    }

    static Told of(Exception fault) {
        if (fault instanceof ApiProblem refusal) {
            var errors = refusal.problem().errors();
            return new Told("refused", "", refusal.slug(), errors == null ? List.of() : errors);
        }
        return new Told(fault instanceof Offline ? "offline" : "not-kept", "", null, List.of());
    }
}
