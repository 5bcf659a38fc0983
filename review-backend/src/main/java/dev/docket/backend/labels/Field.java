package dev.docket.backend.labels;

import dev.docket.backend.labels.parquet.Column;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns that every export as a table begins with, in their order; labels and scores follow.
enum Field {
    ITEM_ID("itemId", Column::strings),
    SOURCE("source", Column::words),
    EXTERNAL_ID("externalId", Column::strings),
    SPLIT("split", Column::words),
    TEXT("text", Column::strings),
    LANGUAGE("language", Column::words),
    OUTCOME("outcome", Column::words),
    VIOLATIONS("violations", Column::words),
    DECISION_ID("decisionId", Column::strings),
    DECIDED_AT("decidedAt", Column::instants),
    POLICY_VERSIONS("policyVersions", Column::words),
    MODEL_VERSION("modelVersion", Column::words),
    SCORES_VISIBLE("scoresVisible", Column::booleans),
    SAMPLING_PROBABILITY("samplingProbability", Column::doubles),
    LABEL_SOURCE("labelSource", Column::words),
    WEIGHT("weight", Column::doubles),
    KEPT_PROBABILITY("keptProbability", Column::doubles),
    LOOKS("looks", Column::integers),
    AGREEMENT("agreement", Column::doubles),
    VOTES("votes", Column::strings),
    ADJUDICATED("adjudicated", Column::booleans),
    GOLDEN("golden", Column::booleans),
    EVALUATION("evaluation", Column::booleans),
    APPEAL_OUTCOME("appealOutcome", Column::words),
    EFFECTIVE_AT("effectiveAt", Column::instants),
    GROUP("group", Column::strings);

    private static final Map<String, Field> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Field::key, field -> field));

    private final String key;
    private final byte[] utf8;
    private final Function<String, Column> column;

    Field(String key, Function<String, Column> column) {
        this.key = key;
        utf8 = key.getBytes(StandardCharsets.UTF_8);
        this.column = column;
    }

    String key() {
        return key;
    }

    /// Not to be changed.
    byte[] utf8() {
        return utf8;
    }

    Column column() {
        return column.apply(key);
    }

    static @Nullable Field of(String key) {
        return BY_NAME.get(key);
    }
}
