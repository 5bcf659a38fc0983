package dev.docket.backend.platform;

import java.util.Map;

/// A rule said no; nothing was changed. Rendered as a problem document by the one advice.
public class DomainProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemKind kind;
    private final transient Map<String, Object> extensions;

    /// @param detail what the caller should do; never content, names or tokens
    public DomainProblem(ProblemKind kind, String detail) {
        this(kind, detail, Map.of());
    }

    /// @param extensions extension members of the document, such as ids
    public DomainProblem(ProblemKind kind, String detail, Map<String, Object> extensions) {
        super(detail);
        this.kind = kind;
        this.extensions = Map.copyOf(extensions);
    }

    public ProblemKind kind() {
        return kind;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
