package dev.docket.backend.enforcement.statement;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// Which of the EU's categories a policy falls under.
@Component
public class Categories {
    private final DsaSettings settings;

    Categories(DsaSettings settings) {
        this.settings = settings;
    }

    public Optional<String> of(String policy) {
        return settings.category(policy);
    }
}
