package dev.docket.backend.platform;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The version of something that is changed as a whole: its `ETag` (RFC 9110, section 8.8.3), and the `If-Match` that a
/// change must carry, so that of two people who edit at once the second is told and overwrites nothing.
public final class VersionTag {
    private static final Pattern STRONG = Pattern.compile("\"([0-9]{1,18})\"");

    private VersionTag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /// @param ifMatch the header of a change
    /// @param current the version that is stored
    /// @throws DomainProblem 428 `version-required` without the header, 412 `changed-meanwhile` when
    ///     it names another version
    public static void check(@Nullable String ifMatch, long current) {
        if (ifMatch == null) {
            throw new DomainProblem(
                    CommonProblem.VERSION_REQUIRED, "Read it first and send its ETag in an If-Match header.");
        }
        var read = STRONG.matcher(ifMatch.strip());
        if (!read.matches() || Long.parseLong(read.group(1)) != current) {
            throw new DomainProblem(
                    CommonProblem.CHANGED_MEANWHILE,
                    "Somebody changed it since you read it; read it again and repeat your change.");
        }
    }
}
