package dev.docket.backend.support;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Empty tables before each test, unbroken invariants after it.
public final class DatabaseExtension implements BeforeEachCallback, AfterEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
        TestDatabase.shared().clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!context.getTags().contains(PostgresTest.PLANTS_BREACHES)) {
            Invariants.check(JdbcClient.create(TestDatabase.shared().dataSource()));
        }
    }
}
