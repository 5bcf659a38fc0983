package dev.docket.backend.dropin;

import dev.docket.backend.platform.TextDigest;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Label suggestions, a row each and a row for every score in it.
@Repository
class StoredSuggestions {
    private final JdbcClient jdbc;

    StoredSuggestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param begin of a part, in UTF-16 code units; null for the whole
    record Suggested(
            Attribute attribute,
            @Nullable Integer begin,
            @Nullable Integer end,
            double value) {}

    void insert(UUID id, Instant at, UUID key, String text, List<String> languages, @Nullable String community) {
        jdbc.sql("""
                        INSERT INTO label_suggestion (id, suggested_at, key_id, text, text_digest, languages, community)
                        VALUES (:id, :at, :key, :text, :digest, :languages::text[], :community)
                        """)
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("key", key)
                .param("text", text)
                .param("digest", TextDigest.of(text).bytes())
                .param("languages", languages.toArray(String[]::new))
                .param("community", community, Types.VARCHAR)
                .update();
    }

    void insertScores(UUID id, List<Suggested> scores) {
        jdbc.sql("""
                        INSERT INTO label_suggestion_score (suggestion_id, ordinal, attribute, label, span_start, span_end,
                                                            value)
                        SELECT :id, ordinal, attribute, label, span_start, span_end, value
                          FROM unnest(:ordinals::integer[], :attributes::text[], :labels::text[], :starts::integer[],
                                      :ends::integer[], :values::double precision[])
                               AS score (ordinal, attribute, label, span_start, span_end, value)
                        """)
                .param("id", id)
                .param("ordinals", IntStream.range(0, scores.size()).boxed().toArray(Integer[]::new))
                .param(
                        "attributes",
                        scores.stream().map(score -> score.attribute().name()).toArray(String[]::new))
                .param(
                        "labels",
                        scores.stream()
                                .map(score -> score.attribute().label().orElse(null))
                                .toArray(String[]::new))
                .param("starts", scores.stream().map(Suggested::begin).toArray(Integer[]::new))
                .param("ends", scores.stream().map(Suggested::end).toArray(Integer[]::new))
                .param("values", scores.stream().map(Suggested::value).toArray(Double[]::new))
                .update();
    }

    /// Every suggestion about this very text.
    void forget(TextDigest text) {
        jdbc.sql("DELETE FROM label_suggestion WHERE text_digest = :digest")
                .param("digest", text.bytes())
                .update();
    }
}
