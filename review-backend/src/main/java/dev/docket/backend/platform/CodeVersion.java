package dev.docket.backend.platform;

import org.jspecify.annotations.Nullable;

/// Which code runs: for health, and for records that somebody may want to repeat.
public final class CodeVersion {
    private static final String VARIABLE = "DOCKET_BUILD";
    private static final String UNKNOWN = "development";

    private CodeVersion() {}

    /// Version and commit, as whoever started the process told it, such as `0.1.0+3f2c1ab`; `-dirty` at its end where
    /// something was not committed. `development` where nobody told.
    public static String ofThisProcess() {
        return told(System.getenv(VARIABLE));
    }

    static String told(@Nullable String build) {
        return build == null || build.isBlank() ? UNKNOWN : build.strip();
    }
}
