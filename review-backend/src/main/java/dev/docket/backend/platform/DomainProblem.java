package dev.docket.backend.platform;

import dev.docket.dto.Phrase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rule said no; nothing was changed. Rendered as a problem document by the one advice.
public class DomainProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemKind kind;
    private final transient Map<String, Object> extensions;
    private final transient @Nullable Phrase said;

    /// @param detail what the caller should do; never content, names or tokens
    public DomainProblem(ProblemKind kind, String detail) {
        this(kind, detail, Map.of());
    }

    /// @param extensions extension members of the document, such as ids
    public DomainProblem(ProblemKind kind, String detail, Map<String, Object> extensions) {
        super(detail);
        this.kind = kind;
        this.extensions = Map.copyOf(extensions);
        this.said = null;
    }

    /// One that programs can say in another language, such as why a job failed.
    public DomainProblem(ProblemKind kind, Sentence detail) {
        super(detail.english());
        this.kind = kind;
        this.extensions = Map.of();
        this.said = detail.phrase();
    }

    /// What is wrong, in words; those without a phrase of their own are said by their kind.
    public Sentence sentence() {
        return new Sentence(String.valueOf(getMessage()), said == null ? new Phrase("problem." + kind.slug()) : said);
    }

    public ProblemKind kind() {
        return kind;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
