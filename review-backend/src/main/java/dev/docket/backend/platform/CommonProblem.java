package dev.docket.backend.platform;

import dev.docket.dto.problem.Slug;

/// Refusals that are nobody's in particular.
public enum CommonProblem implements ProblemKind {
    INVALID_INPUT(Slug.INVALID_INPUT, 422, "The input is not valid"),
    UNKNOWN_FIELD(Slug.UNKNOWN_FIELD, 422, "The input has fields that do not exist"),
    BAD_REQUEST(Slug.BAD_REQUEST, 400, "The request cannot be read"),
    MALFORMED_JSON(Slug.MALFORMED_JSON, 400, "The body is not valid JSON"),
    BODY_TOO_LARGE(Slug.BODY_TOO_LARGE, 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(Slug.UNSUPPORTED_MEDIA_TYPE, 415, "The content type is not supported"),
    NOT_ACCEPTABLE(Slug.NOT_ACCEPTABLE, 406, "No answer of that type can be given"),
    METHOD_NOT_ALLOWED(Slug.METHOD_NOT_ALLOWED, 405, "The method is not allowed here"),
    UNAUTHENTICATED(Slug.UNAUTHENTICATED, 401, "A valid credential is needed"),
    FORBIDDEN(Slug.FORBIDDEN, 403, "The credential does not carry this right"),
    NOT_FOUND(Slug.NOT_FOUND, 404, "There is nothing here"),
    VERSION_REQUIRED(Slug.VERSION_REQUIRED, 428, "A change must say which version it is of"),
    CHANGED_MEANWHILE(Slug.CHANGED_MEANWHILE, 412, "It was changed meanwhile"),
    RATE_LIMITED(Slug.RATE_LIMITED, 429, "Too many requests"),
    OVERLOADED(Slug.OVERLOADED, 503, "The floor is overloaded"),
    INTERNAL(Slug.INTERNAL, 500, "Something went wrong on our side");

    private final String slug;
    private final int status;
    private final String title;

    CommonProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
