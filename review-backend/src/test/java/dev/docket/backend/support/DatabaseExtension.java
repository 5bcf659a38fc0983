package dev.docket.backend.support;

import dev.docket.backend.policy.PolicyMemory;
import dev.docket.backend.queue.QueueMemory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Empty tables before each test, and nothing that the floor remembers of what was in them; unbroken invariants after
/// it.
public final class DatabaseExtension implements BeforeEachCallback, AfterEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
        TestDatabase.shared().clear();
        if (context.getRequiredTestClass().isAnnotationPresent(FloorTest.class)) {
            var floor = SpringExtension.getApplicationContext(context);
            PolicyMemory.forget(floor);
            QueueMemory.forget(floor);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!context.getTags().contains(PostgresTest.PLANTS_BREACHES)) {
            Invariants.check(JdbcClient.create(TestDatabase.shared().dataSource()));
        }
    }
}
