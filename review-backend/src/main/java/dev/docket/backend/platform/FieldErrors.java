package dev.docket.backend.platform;

import dev.docket.dto.problem.FieldError;
import java.util.ArrayList;
import java.util.List;

/// Collects everything that is wrong with a submission, so that the caller hears of all of it at once.
public final class FieldErrors {
    private final List<FieldError> errors = new ArrayList<>();
    private boolean unknownFields;

    /// @param pointer RFC 6901
    /// @param detail what is wrong and what is allowed; never the value itself
    public FieldErrors add(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
        return this;
    }

    /// Notes a field that the contract does not know.
    public FieldErrors addUnknown(String pointer) {
        unknownFields = true;
        return add(pointer, "unknown field; remove it");
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> list() {
        return List.copyOf(errors);
    }

    /// @throws InvalidInput if anything was collected
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(unknownFields ? CommonProblem.UNKNOWN_FIELD : CommonProblem.INVALID_INPUT, list());
        }
    }
}
