package dev.docket.backend.enforcement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.dto.problem.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementRulesTest {
    @Test
    void theDatabasesListsAreWhole() {
        assertThat(Vocabulary.CATEGORY).hasSize(16);
        assertThat(Vocabulary.TERRITORY).hasSize(30);
        assertThat(Vocabulary.KEYWORD).hasSizeGreaterThanOrEqualTo(70);
    }

    @Test
    void aWholeStatementHasNoFault() {
        assertThat(StatementRules.faults(whole(), Set.of("u-9"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decision_ground",
                "content_type",
                "category",
                "content_date",
                "application_date",
                "decision_facts",
                "source_type",
                "automated_detection",
                "automated_decision",
                "puid",
                "decision_visibility",
                "incompatible_content_ground",
                "incompatible_content_explanation"
            })
    void whatIsRequiredIsMissed(String field) {
        assertThat(faultsWith(field, null)).containsExactly("/" + field);
    }

    @ParameterizedTest
    @CsvSource({
        "incompatible_content_ground, 500",
        "incompatible_content_explanation, 2000",
        "decision_facts, 5000",
        "puid, 500",
        "source_identity, 500",
        "decision_ground_reference_url, 500"
    })
    void lengthsAreKept(String field, int most) {
        assertThat(faultsWith(field, "x".repeat(most))).isEmpty();
        assertThat(faultsWith(field, "x".repeat(most + 1))).containsExactly("/" + field);
    }

    @ParameterizedTest
    @CsvSource({
        "decision_account, DECISION_ACCOUNT_GONE",
        "decision_ground, DECISION_GROUND_TASTE",
        "category, STATEMENT_CATEGORY_PORNOGRAPHY_OR_SEXUALIZED_CONTENT",
        "source_type, SOURCE_OTHER",
        "automated_decision, AUTOMATED_DECISION_NO",
        "automated_detection, yes",
        "content_language, english",
        "content_date, 20.11.2026",
        "content_date, 1999-12-31",
        "application_date, 2019-12-31",
        "puid, a b",
        "url, https://example.com/p/1"
    })
    void whatTheDatabaseDoesNotKnowIsAFault(String field, String value) {
        assertThat(faultsWith(field, value)).containsExactly("/" + field);
    }

    @Test
    void otherMustBeExplained() {
        assertThat(faultsWith("decision_visibility", List.of("DECISION_VISIBILITY_OTHER")))
                .containsExactly("/decision_visibility_other");
        assertThat(faultsWith("content_type", List.of("CONTENT_TYPE_OTHER"))).containsExactly("/content_type_other");
        assertThat(faultsWith("category_specification", List.of("KEYWORD_OTHER")))
                .containsExactly("/category_specification_other");
    }

    @Test
    void illegalContentNeedsItsLaw() {
        assertThat(faultsWith("decision_ground", "DECISION_GROUND_ILLEGAL_CONTENT"))
                .containsExactly("/illegal_content_explanation", "/illegal_content_legal_ground");
    }

    @Test
    void nobodyIsNamed() {
        assertThat(faultsWith("decision_facts", "Written by zoë example at noon."))
                .containsExactly("/decision_facts");
        assertThat(faultsWith("decision_facts", "Write to zoe@example.com")).containsExactly("/decision_facts");
        assertThat(faultsWith("decision_facts", "About u-9.")).containsExactly("/decision_facts");
        assertThat(faultsWith("decision_facts", "About u-99.")).isEmpty();
    }

    private static List<String> faultsWith(String field, @Nullable Object value) {
        var statement = whole();
        if (value == null) {
            statement.remove(field);
        } else {
            statement.put(field, value);
        }
        return StatementRules.faults(statement, Set.of("u-9", "Zoë Example")).stream()
                .map(FieldError::pointer)
                .toList();
    }

    private static Map<String, Object> whole() {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("decision_visibility", List.of("DECISION_VISIBILITY_CONTENT_REMOVED"));
        statement.put("decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT");
        statement.put("incompatible_content_ground", "Rule 4");
        statement.put("incompatible_content_explanation", "Insults are not allowed.");
        statement.put("content_type", List.of("CONTENT_TYPE_TEXT"));
        statement.put("category", "STATEMENT_CATEGORY_CYBER_VIOLENCE");
        statement.put("content_language", "EN");
        statement.put("content_date", "2026-11-20");
        statement.put("application_date", "2026-11-21");
        statement.put("decision_facts", "It was found to break the rule.");
        statement.put("source_type", "SOURCE_VOLUNTARY");
        statement.put("automated_detection", "Yes");
        statement.put("automated_decision", "AUTOMATED_DECISION_NOT_AUTOMATED");
        statement.put("puid", "0199-a_b");
        return statement;
    }
}
