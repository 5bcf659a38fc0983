package dev.docket.backend.policy.web;

import dev.docket.backend.platform.Requires;
import dev.docket.backend.policy.LabelSchemas;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.policy.SchemaLabel;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The labels that there are, and which of them a policy may name.
@RestController
class LabelSchemaController {
    private final LabelSchemas labels;

    LabelSchemaController(LabelSchemas labels) {
        this.labels = labels;
    }

    @GetMapping(Paths.LABEL_SCHEMA)
    @Requires(roles = {Role.MODERATOR, Role.POLICY, Role.ML, Role.ADMIN})
    List<SchemaLabel> all() {
        return labels.all();
    }
}
