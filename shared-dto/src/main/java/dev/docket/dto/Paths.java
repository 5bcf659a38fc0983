package dev.docket.dto;

/// Every path of the HTTP contract, so that the floor and the desk cannot disagree.
public final class Paths {
    public static final String API = "/api/v1";
    public static final String SESSION = API + "/session";
    public static final String API_KEYS = API + "/api-keys";
    public static final String ME = API + "/me";
    public static final String PEOPLE = API + "/people";
    public static final String ITEMS = API + "/items";
    public static final String CLASSIFY = API + "/classify";
    public static final String QUEUES = API + "/queues";
    public static final String CLAIMS = API + "/claims";
    public static final String LEASES_RENEW = API + "/leases/renew";
    public static final String TASKS = API + "/tasks";
    public static final String DECISIONS = API + "/decisions";
    public static final String LABEL_SETS = API + "/label-sets";
    public static final String WEBHOOKS = API + "/webhooks";
    public static final String AUDIT = API + "/audit";
    public static final String EVENTS = API + "/events";
    public static final String HEALTH = API + "/health";
    public static final String METRICS = API + "/metrics";

    private Paths() {}
}
