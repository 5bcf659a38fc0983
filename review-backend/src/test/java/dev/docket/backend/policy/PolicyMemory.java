package dev.docket.backend.policy;

import org.springframework.context.ApplicationContext;

/// What a floor under test remembers of policies, for a fraction of a second in which a test may be over.
public final class PolicyMemory {
    private PolicyMemory() {}

    public static void forget(ApplicationContext floor) {
        floor.getBean(PolicyBook.class).changed();
    }
}
