package dev.docket.backend.classification.verdict;

/// What verdicts are on, each with tables of its own: a file of the same bytes as a text is something else.
enum Kind {
    TEXT("verdict", "text_digest"),
    MEDIA("media_verdict", "media_digest");

    private final String table;
    private final String digest;

    Kind(String table, String digest) {
        this.table = table;
        this.digest = digest;
    }

    /// A statement about this kind's tables, which it calls `VERDICT` and `DIGEST`.
    String sql(String statement) {
        return statement.replace("VERDICT", table).replace("DIGEST", digest);
    }
}
