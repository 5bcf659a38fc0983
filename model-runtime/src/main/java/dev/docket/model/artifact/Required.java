package dev.docket.model.artifact;

import org.jspecify.annotations.Nullable;

/// What a manifest has to say. JSON leaves out what nobody wrote, and the reader would not
/// notice.
final class Required {
    private Required() {}

    /// @param namesAndValues in turn
    static void fields(@Nullable Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null) {
                throw new IllegalArgumentException("the manifest does not say '" + namesAndValues[i] + "'");
            }
        }
    }
}
