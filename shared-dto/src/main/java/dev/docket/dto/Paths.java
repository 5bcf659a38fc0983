package dev.docket.dto;

/// Every path of the HTTP contract, so that the floor and the desk cannot disagree.
public final class Paths {
    public static final String API = "/api/v1";
    public static final String SESSION = API + "/session";
    public static final String API_KEYS = API + "/api-keys";
    public static final String ME = API + "/me";
    public static final String PEOPLE = API + "/people";
    public static final String ACCOUNTS = API + "/accounts";
    public static final String ITEMS = API + "/items";
    public static final String CLASSIFY = API + "/classify";
    public static final String QUEUES = API + "/queues";
    public static final String CLAIMS = API + "/claims";
    public static final String LEASES_RENEW = API + "/leases/renew";
    public static final String TASKS = API + "/tasks";
    public static final String DECISIONS = API + "/decisions";
    public static final String LABEL_SETS = API + "/label-sets";
    public static final String LABEL_IMPORTS = API + "/label-imports";
    public static final String MODELS = API + "/models";
    public static final String MODELS_TRAIN = MODELS + "/train";
    public static final String JOBS = API + "/jobs";
    public static final String RETRAINING_PROPOSALS = MODELS + "/proposals";
    public static final String MODELS_DRIFT = MODELS + "/drift";
    public static final String WATCHING = API + "/watching";
    public static final String WEBHOOKS = API + "/webhooks";
    public static final String AUDIT = API + "/audit";
    public static final String POLICIES = API + "/policies";
    public static final String LABEL_SCHEMA = API + "/label-schema";
    public static final String AUTOMATION = API + "/automation";
    public static final String AUDIT_SHARE = API + "/audit-share";
    public static final String APPEALS = API + "/appeals";
    public static final String QUALITY = API + "/quality";
    public static final String GOLDEN_ITEMS = API + "/golden-items";
    public static final String FLOOR = API + "/floor";
    public static final String FLOOR_MOVE = FLOOR + "/move";
    public static final String FLOOR_HAND_ON = FLOOR + "/hand-on";
    public static final String FLOOR_FORECAST = FLOOR + "/forecast";
    public static final String QUESTIONS = API + "/questions";
    public static final String MY_QUESTIONS = ME + "/questions";
    public static final String SEARCH = API + "/search";
    public static final String WAVES = API + "/waves";
    public static final String STRIKES = API + "/strikes";
    public static final String STATEMENTS = API + "/statements-of-reasons";
    public static final String TRANSPARENCY = API + "/transparency-report";
    public static final String NCMEC_REPORTS = API + "/ncmec-reports";
    public static final String EXPOSURE = ME + "/exposure";
    public static final String CARE = API + "/care";
    public static final String INSIGHTS = API + "/insights";
    public static final String HASH_BANKS = API + "/hash-banks";
    public static final String BLOCKLISTS = API + "/blocklists";
    public static final String EVENTS = API + "/events";
    public static final String HEALTH = API + "/health";
    public static final String METRICS = API + "/metrics";

    /// OpenAI's path, for its clients.
    public static final String MODERATIONS = "/v1/moderations";
    /// Perspective's paths, for its clients.
    public static final String COMMENTS = "/v1alpha1/comments";

    public static final String COMMENTS_ANALYZE = COMMENTS + ":analyze";
    public static final String COMMENTS_SUGGESTSCORE = COMMENTS + ":suggestscore";

    private Paths() {}
}
