package dev.docket.backend.enforcement.statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this platform's policies and measures read in the words of the transparency database.
///
/// @param categories policy key to category, for policies of the platform's own and to correct ours
/// @param keywords policy key to keyword, likewise
/// @param territory country codes of the EEA in which measures hold; empty leaves it unsaid
/// @param restriction what a RESTRICT does, as a word of `decision_visibility`
/// @param reportsAreNotices whether users' reports come by the mechanism of Article 16
/// @param rulesUrl where the platform's rules can be read
@ConfigurationProperties("docket.dsa")
record DsaSettings(
        @DefaultValue Map<String, String> categories,
        @DefaultValue Map<String, String> keywords,
        @DefaultValue List<String> territory,
        @DefaultValue("DECISION_VISIBILITY_CONTENT_DEMOTED") String restriction,
        @DefaultValue("false") boolean reportsAreNotices,
        @DefaultValue("") String rulesUrl) {
    private static final Map<String, String> CATEGORIES = Map.of(
            "hate", "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
            "harassment", "STATEMENT_CATEGORY_CYBER_VIOLENCE",
            "violence", "STATEMENT_CATEGORY_VIOLENCE",
            "sexual", "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
            "self_harm", "STATEMENT_CATEGORY_SELF_HARM",
            "spam", "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
            "profanity", "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
            "misinformation", "STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
            "copyright", "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS",
            "illegal_other", "STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY");
    private static final Map<String, String> KEYWORDS = Map.of(
            "hate", "KEYWORD_HATE_SPEECH",
            "harassment", "KEYWORD_CYBER_HARASSMENT",
            "violence", "KEYWORD_INCITEMENT_VIOLENCE_HATRED",
            "sexual", "KEYWORD_ADULT_SEXUAL_MATERIAL",
            "misinformation", "KEYWORD_MISINFORMATION_DISINFORMATION",
            "copyright", "KEYWORD_COPYRIGHT_INFRINGEMENT");

    /// @return empty for a policy that nobody gave a category: its statements are incomplete until somebody does
    Optional<String> category(String policy) {
        return Optional.ofNullable(categories.getOrDefault(policy, CATEGORIES.get(policy)));
    }

    Optional<String> keyword(String policy) {
        return Optional.ofNullable(keywords.getOrDefault(policy, KEYWORDS.get(policy)));
    }
}
