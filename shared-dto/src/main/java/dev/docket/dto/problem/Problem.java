package dev.docket.dto.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An RFC 9457 problem document as the floor writes it.
///
/// @param type `urn:docket:problem:` and a slug of [Slug]
/// @param detail what to do about it
/// @param errors every field that is wrong; absent for problems that are not about input
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String traceId,
        @Nullable List<FieldError> errors) {

    public static final String TYPE_PREFIX = "urn:docket:problem:";

    /// The slug behind [#TYPE_PREFIX], or the whole type if it is not one of ours.
    public String slug() {
        return type.startsWith(TYPE_PREFIX) ? type.substring(TYPE_PREFIX.length()) : type;
    }
}
