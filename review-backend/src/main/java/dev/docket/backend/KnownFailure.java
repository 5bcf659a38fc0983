package dev.docket.backend;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/// Keeps Spring from writing the trace of a failure that the floor tells in a sentence, see [StartFailure].
final class KnownFailure implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return StartFailure.known(failure)
                .map(told -> new FailureAnalysis(told, null, failure))
                .orElse(null);
    }
}
