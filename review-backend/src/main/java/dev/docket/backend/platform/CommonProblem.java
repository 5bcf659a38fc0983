package dev.docket.backend.platform;

import dev.docket.dto.problem.Slug;

/// Refusals that are nobody's in particular.
public final class CommonProblem {
    public static final ProblemKind INVALID_INPUT = new ProblemKind(Slug.INVALID_INPUT, 422, "The input is not valid");
    public static final ProblemKind UNKNOWN_FIELD =
            new ProblemKind(Slug.UNKNOWN_FIELD, 422, "The input has fields that do not exist");
    public static final ProblemKind BAD_REQUEST = new ProblemKind(Slug.BAD_REQUEST, 400, "The request cannot be read");
    public static final ProblemKind MALFORMED_JSON =
            new ProblemKind(Slug.MALFORMED_JSON, 400, "The body is not valid JSON");
    public static final ProblemKind BODY_TOO_LARGE = new ProblemKind(Slug.BODY_TOO_LARGE, 413, "The body is too large");
    public static final ProblemKind UNSUPPORTED_MEDIA_TYPE =
            new ProblemKind(Slug.UNSUPPORTED_MEDIA_TYPE, 415, "The content type is not supported");
    public static final ProblemKind NOT_ACCEPTABLE =
            new ProblemKind(Slug.NOT_ACCEPTABLE, 406, "No answer of that type can be given");
    public static final ProblemKind METHOD_NOT_ALLOWED =
            new ProblemKind(Slug.METHOD_NOT_ALLOWED, 405, "The method is not allowed here");
    public static final ProblemKind UNAUTHENTICATED =
            new ProblemKind(Slug.UNAUTHENTICATED, 401, "A valid credential is needed");
    public static final ProblemKind FORBIDDEN =
            new ProblemKind(Slug.FORBIDDEN, 403, "The credential does not carry this right");
    public static final ProblemKind NOT_FOUND = new ProblemKind(Slug.NOT_FOUND, 404, "There is nothing here");
    public static final ProblemKind VERSION_REQUIRED =
            new ProblemKind(Slug.VERSION_REQUIRED, 428, "A change must say which version it is of");
    public static final ProblemKind CHANGED_MEANWHILE =
            new ProblemKind(Slug.CHANGED_MEANWHILE, 412, "It was changed meanwhile");
    public static final ProblemKind RATE_LIMITED = new ProblemKind(Slug.RATE_LIMITED, 429, "Too many requests");
    public static final ProblemKind OVERLOADED = new ProblemKind(Slug.OVERLOADED, 503, "The floor is overloaded");
    public static final ProblemKind INTERNAL = new ProblemKind(Slug.INTERNAL, 500, "Something went wrong on our side");

    private CommonProblem() {}
}
