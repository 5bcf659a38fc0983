package dev.docket.backend.enforcement.statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this platform's policies and measures read in the words of the transparency database.
///
/// @param keywords policy key to keyword, for policies of the platform's own and to correct ours
/// @param territory country codes of the EEA in which measures hold; empty leaves it unsaid
/// @param restriction what a RESTRICT does, as a word of `decision_visibility`
/// @param reportsAreNotices whether users' reports come by the mechanism of Article 16
/// @param rulesUrl where the platform's rules can be read
@ConfigurationProperties("docket.dsa")
record DsaSettings(
        @DefaultValue Map<String, String> keywords,
        @DefaultValue List<String> territory,
        @DefaultValue("DECISION_VISIBILITY_CONTENT_DEMOTED") String restriction,
        @DefaultValue("false") boolean reportsAreNotices,
        @DefaultValue("") String rulesUrl) {
    private static final Map<String, String> KEYWORDS = Map.of(
            "hate", "KEYWORD_HATE_SPEECH",
            "harassment", "KEYWORD_CYBER_HARASSMENT",
            "violence", "KEYWORD_INCITEMENT_VIOLENCE_HATRED",
            "sexual", "KEYWORD_ADULT_SEXUAL_MATERIAL",
            "misinformation", "KEYWORD_MISINFORMATION_DISINFORMATION",
            "copyright", "KEYWORD_COPYRIGHT_INFRINGEMENT");

    Optional<String> keyword(String policy) {
        return Optional.ofNullable(keywords.getOrDefault(policy, KEYWORDS.get(policy)));
    }
}
