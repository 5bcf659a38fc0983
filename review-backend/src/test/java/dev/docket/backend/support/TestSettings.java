package dev.docket.backend.support;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Points a Spring context at the shared database.
final class TestSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = TestDatabase.shared();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-database",
                        Map.of(
                                "spring.test.print-condition-evaluation-report", "false",
                                "docket.home", "target/test-home",
                                "docket.classification.audit-share", "0",
                                "docket.quality.golden-share", "0",
                                "docket.db.url", database.application().url(),
                                "docket.db.user", database.application().user(),
                                "docket.db.password", database.application().password(),
                                "docket.db.owner-user", database.owner().user(),
                                "docket.db.owner-password", database.owner().password())));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-reporter",
                        Map.of(
                                "docket.ncmec.first-name", "Rae",
                                "docket.ncmec.last-name", "Porter",
                                "docket.ncmec.email", "trust@example.org",
                                "docket.ncmec.legal-url", "https://example.org/legal?a=1&b=2")));
    }
}
