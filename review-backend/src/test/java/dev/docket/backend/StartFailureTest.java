package dev.docket.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class StartFailureTest {
    private static final Throwable NO_SUCH_ROLE =
            new IllegalStateException("a bean", new SQLException("no password", "28P01"));

    @Test
    void aDatabaseThatCannotBeUsedIsSaidSo() {
        assertThat(StartFailure.explain(NO_SUCH_ROLE)).startsWith("The database cannot be used: no password");
    }

    @Test
    void whatNobodyForesawIsAFaultOfDockets() {
        var fault = new IllegalStateException("a bean", new NullPointerException("null"));

        assertThat(StartFailure.explain(fault))
                .isEqualTo("It is a fault of Docket's: java.lang.NullPointerException: null");
        assertThat(StartFailure.known(fault)).isEmpty();
    }

    /// Once in a sentence and not a second time as a trace.
    @Test
    void springIsKeptFromTellingWhatTheFloorTells() {
        // Some of Spring's own are made with what a context gives them.
        var ours = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((said, fault) -> {}))
                .stream()
                .filter(KnownFailure.class::isInstance)
                .toList();

        assertThat(ours).singleElement().satisfies(analyzer -> {
            assertThat(analyzer.analyze(NO_SUCH_ROLE)).isNotNull();
            assertThat(analyzer.analyze(new IllegalStateException())).isNull();
        });
    }
}
