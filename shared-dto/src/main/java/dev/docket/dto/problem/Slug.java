package dev.docket.dto.problem;

/// Problem slugs. They are part of the contract and never change.
public final class Slug {
    public static final String INVALID_INPUT = "invalid-input";
    public static final String UNKNOWN_FIELD = "unknown-field";
    public static final String BAD_REQUEST = "bad-request";
    public static final String MALFORMED_JSON = "malformed-json";
    public static final String BODY_TOO_LARGE = "body-too-large";
    public static final String UNSUPPORTED_MEDIA_TYPE = "unsupported-media-type";
    public static final String NOT_ACCEPTABLE = "not-acceptable";
    public static final String METHOD_NOT_ALLOWED = "method-not-allowed";
    public static final String UNAUTHENTICATED = "unauthenticated";
    public static final String BAD_CREDENTIALS = "bad-credentials";
    public static final String FORBIDDEN = "forbidden";
    public static final String NOT_FOUND = "not-found";
    public static final String RATE_LIMITED = "rate-limited";
    public static final String OVERLOADED = "overloaded";
    public static final String INTERNAL = "internal";
    public static final String ITEM_CHANGED = "item-changed";
    public static final String ITEM_ERASED = "item-erased";
    public static final String LEASE_LOST = "lease-lost";
    public static final String ALREADY_DECIDED = "already-decided";
    public static final String IDEMPOTENCY_KEY_REQUIRED = "idempotency-key-required";
    public static final String IDEMPOTENCY_KEY_REUSED = "idempotency-key-reused";
    public static final String UNDO_EXPIRED = "undo-expired";
    public static final String NOT_IN_EFFECT = "not-in-effect";
    public static final String ALREADY_ANSWERED = "already-answered";
    public static final String NOT_INDEPENDENT = "not-independent";
    public static final String NOT_CLEARED = "not-cleared";
    public static final String UNKNOWN_POLICY = "unknown-policy";
    public static final String UNKNOWN_LABEL = "unknown-label";
    public static final String UNKNOWN_QUEUE = "unknown-queue";
    public static final String ACTION_NOT_ALLOWED = "action-not-allowed";
    public static final String CLASSIFIER_UNAVAILABLE = "classifier-unavailable";
    public static final String LABEL_SET_EMPTY = "label-set-empty";
    public static final String RANGE_NOT_SATISFIABLE = "range-not-satisfiable";
    public static final String LABEL_SET_NOT_READY = "label-set-not-ready";
    public static final String LABEL_SET_GATES_FAILED = "label-set-gates-failed";
    public static final String LABEL_IMPORT_WITHDRAWN = "label-import-withdrawn";
    public static final String MODEL_REFUSED = "model-refused";
    public static final String PROMOTION_BLOCKED = "promotion-blocked";
    public static final String STEP_NOT_POSSIBLE = "step-not-possible";
    public static final String NAME_TAKEN = "name-taken";
    public static final String VERSION_REQUIRED = "version-required";
    public static final String CHANGED_MEANWHILE = "changed-meanwhile";
    public static final String SECOND_APPROVER_NEEDED = "second-approver-needed";
    public static final String APPEAL_EXISTS = "appeal-exists";
    public static final String APPEAL_TOO_LATE = "appeal-too-late";
    public static final String NOTHING_TO_APPEAL = "nothing-to-appeal";
    public static final String DECISION_VEILED = "decision-veiled";
    public static final String EXPOSURE_LIMIT_REACHED = "exposure-limit-reached";
    public static final String WAVE_TOO_LARGE = "wave-too-large";
    public static final String TOO_FEW_PEOPLE = "too-few-people";
    public static final String LAST_ADMINISTRATOR = "last-administrator";
    public static final String STATEMENT_INCOMPLETE = "statement-incomplete";
    public static final String ALREADY_GOLDEN = "already-golden";
    public static final String PROPOSAL_SETTLED = "proposal-settled";
    public static final String REPORT_NOT_READY = "report-not-ready";
    public static final String NOT_AUTOMATIC = "not-automatic";
    public static final String POLICY_EXISTS = "policy-exists";
    public static final String MEDIUM_NOT_SHOWN = "medium-not-shown";
    public static final String JOB_FINISHED = "job-finished";
    public static final String NOTHING_TO_LEARN = "nothing-to-learn";
    public static final String BASE_UNFIT = "base-unfit";

    public static final String SCORES_HIDDEN = "scores-hidden";
    public static final String NOTHING_TO_EXPLAIN = "nothing-to-explain";

    private Slug() {}
}
