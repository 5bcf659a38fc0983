package dev.docket.backend.support;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Points a Spring context at the shared database, and leaves nothing to chance.
final class TestSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Map<String, Object> NO_DRAWS = Map.of(
            "docket.classification.audit-share", "0",
            "docket.quality.golden-share", "0",
            "docket.review.second-look-share", "0",
            // A handful of decisions is all that a test takes.
            "docket.release.least-decisions", "10",
            "docket.release.least-in-cell", "10",
            "docket.release.canary-decisions", "10",
            "docket.watching.reference-items", "60",
            "docket.watching.least-items", "40",
            // Two builds share this machine's cores: a ratio of times says little here.
            "docket.release.most-latency", "3",
            // The machine that builds is busy; who waits is not told to come back.
            "docket.limits.connection-wait", "10s");

    /// Who scores unseen is asked about all of the few items that a test submits.
    private static final Map<String, Object> WHOLE_SHADOW = Map.of("docket.model.shadow-share", "1");

    private static final Map<String, Object> REPORTER = Map.of(
            "docket.ncmec.first-name", "Rae",
            "docket.ncmec.last-name", "Porter",
            "docket.ncmec.email", "trust@example.org",
            "docket.ncmec.legal-url", "https://example.org/legal?a=1&b=2");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource("test-draws", NO_DRAWS));
        sources.addFirst(new MapPropertySource("test-shadow", WHOLE_SHADOW));
        sources.addFirst(new MapPropertySource("test-reporter", REPORTER));
        var database = TestDatabase.shared();
        sources.addFirst(new MapPropertySource(
                "test-database",
                Map.of(
                        "spring.test.print-condition-evaluation-report", "false",
                        "docket.home", "target/test-home",
                        "docket.ffmpeg", SampleVideo.program(),
                        "docket.db.url", database.application().url(),
                        "docket.db.user", database.application().user(),
                        "docket.db.password", database.application().password(),
                        "docket.db.owner-user", database.owner().user(),
                        "docket.db.owner-password", database.owner().password())));
    }
}
