package dev.docket.client.labels.part;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.jobs.JobState;
import dev.docket.dto.problem.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of the last thing asked for.
///
/// @param kind names the words under `labels.said`
/// @param of what it was about, such as a set's name; empty where the words say it all
/// @param slug of a refusal
/// @param detail the floor's own words on a refusal; empty where there are none
/// @param errors what the floor found wrong, field by field
/// @param job that goes on while this is so; null for what stays so
public record Told(
        String kind,
        String of,
        @Nullable String slug,
        String detail,
        List<FieldError> errors,
        @Nullable UUID job) {
    public Told(String kind, String of, @Nullable String slug, String detail, List<FieldError> errors) {
        this(kind, of, slug, detail, errors, null);
    }

    public static Told done(String kind, String of) {
        return new Told(kind, of, null, "", List.of());
    }

    /// Something that a job is at.
    ///
    /// @param kind has its words for when the job is over, too: `labels.said.KIND.done` and so on
    public static Told during(String kind, String of, @Nullable UUID job) {
        return new Told(kind, of, null, "", List.of(), job);
    }

    /// The same once its job is over.
    public Told over(JobState state) {
        return done(kind + "." + state.name().toLowerCase(Locale.ROOT), of);
    }

    /// Why something did not happen.
    public static Told of(Exception fault) {
        if (fault instanceof ApiProblem refusal) {
            var problem = refusal.problem();
            var errors = problem.errors() == null ? List.<FieldError>of() : problem.errors();
            return new Told("refused", "", refusal.slug(), problem.detail() == null ? "" : problem.detail(), errors);
        }
        return done(fault instanceof Offline ? "offline" : "not-kept", "");
    }
}
