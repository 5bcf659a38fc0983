package dev.docket.backend.platform;

import dev.docket.dto.problem.FieldError;
import java.util.List;

/// A submission with wrong fields, all of them listed.
public class InvalidInput extends DomainProblem {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public InvalidInput(ProblemKind kind, List<FieldError> errors) {
        super(kind, "Mend the listed fields and send it again.");
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
