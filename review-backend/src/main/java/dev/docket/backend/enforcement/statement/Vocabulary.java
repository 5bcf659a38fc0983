package dev.docket.backend.enforcement.statement;

import dev.docket.dto.policy.DsaCategory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The words the transparency database knows, version 2 of its interface.
final class Vocabulary {
    static final Set<String> VISIBILITY = named(
            "DECISION_VISIBILITY_",
            "CONTENT_REMOVED CONTENT_DISABLED CONTENT_DEMOTED CONTENT_AGE_RESTRICTED CONTENT_INTERACTION_RESTRICTED"
                    + " CONTENT_LABELLED OTHER");
    static final Set<String> MONETARY = named("DECISION_MONETARY_", "SUSPENSION TERMINATION OTHER");
    static final Set<String> PROVISION =
            named("DECISION_PROVISION_", "PARTIAL_SUSPENSION TOTAL_SUSPENSION PARTIAL_TERMINATION TOTAL_TERMINATION");
    static final Set<String> ACCOUNT = named("DECISION_ACCOUNT_", "SUSPENDED TERMINATED");
    static final Set<String> ACCOUNT_TYPE = named("ACCOUNT_TYPE_", "BUSINESS PRIVATE");
    static final Set<String> GROUND = named("DECISION_GROUND_", "ILLEGAL_CONTENT INCOMPATIBLE_CONTENT");
    static final Set<String> CONTENT_TYPE =
            named("CONTENT_TYPE_", "APP AUDIO IMAGE PRODUCT SYNTHETIC_MEDIA TEXT VIDEO OTHER");
    static final Set<String> SOURCE =
            Set.of("SOURCE_ARTICLE_16", "SOURCE_TRUSTED_FLAGGER", "SOURCE_TYPE_OTHER_NOTIFICATION", "SOURCE_VOLUNTARY");
    static final Set<String> AUTOMATED_DECISION = named("AUTOMATED_DECISION_", "FULLY PARTIALLY NOT_AUTOMATED");
    static final Set<String> YES_NO = Set.of("Yes", "No");
    static final Set<String> CATEGORY =
            Arrays.stream(DsaCategory.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    static final Set<String> KEYWORD = named(
            "KEYWORD_",
            "ADULT_SEXUAL_MATERIAL AGE_SPECIFIC_RESTRICTIONS AGE_SPECIFIC_RESTRICTIONS_MINORS ANIMAL_HARM"
                    + " BIOMETRIC_DATA_BREACH BULLYING_AGAINST_GIRLS CHILD_SEXUAL_ABUSE_MATERIAL"
                    + " CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE CONTENT_PROMOTING_EATING_DISORDERS COORDINATED_HARM"
                    + " COPYRIGHT_INFRINGEMENT CYBER_BULLYING_INTIMIDATION CYBER_HARASSMENT"
                    + " CYBER_HARASSMENT_AGAINST_WOMEN CYBER_INCITEMENT CYBER_STALKING CYBER_STALKING_AGAINST_WOMEN"
                    + " DANGEROUS_TOYS DATA_FALSIFICATION DEFAMATION DESIGN_INFRINGEMENT DISCRIMINATION"
                    + " FEMALE_GENDERED_DISINFORMATION GEOGRAPHICAL_REQUIREMENTS"
                    + " GEOGRAPHIC_INDICATIONS_INFRINGEMENT GOODS_SERVICES_NOT_PERMITTED"
                    + " GROOMING_SEXUAL_ENTICEMENT_MINORS HATE_SPEECH HIDDEN_ADVERTISEMENT HUMAN_EXPLOITATION"
                    + " HUMAN_TRAFFICKING ILLEGAL_ORGANIZATIONS IMPERSONATION_ACCOUNT_HIJACKING"
                    + " INAUTHENTIC_ACCOUNTS INAUTHENTIC_LISTINGS INAUTHENTIC_USER_REVIEWS"
                    + " INCITEMENT_AGAINST_WOMEN INCITEMENT_VIOLENCE_HATRED INSUFFICIENT_INFORMATION_ON_TRADERS"
                    + " LANGUAGE_REQUIREMENTS MISINFORMATION_DISINFORMATION MISLEADING_INFO_CONSUMER_RIGHTS"
                    + " MISLEADING_INFO_GOODS_SERVICES MISSING_PROCESSING_GROUND NONCOMPLIANCE_PRICING"
                    + " NON_CONSENSUAL_IMAGE_SHARING NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN"
                    + " NON_CONSENSUAL_MATERIAL_DEEPFAKE NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN NUDITY OTHER"
                    + " PATENT_INFRINGEMENT PHISHING PROHIBITED_PRODUCTS PYRAMID_SCHEMES RIGHT_TO_BE_FORGOTTEN"
                    + " RISK_ENVIRONMENTAL_DAMAGE RISK_PUBLIC_HEALTH SELF_MUTILATION STALKING SUICIDE"
                    + " TERRORIST_CONTENT TRADEMARK_INFRINGEMENT TRADE_SECRET_INFRINGEMENT TRAFFICKING_WOMEN_GIRLS"
                    + " UNLAWFUL_SALE_ANIMALS UNSAFE_CHALLENGES UNSAFE_PRODUCTS VIOLATION_EU_LAW"
                    + " VIOLATION_NATIONAL_LAW");
    static final Set<String> TERRITORY =
            named("", "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK");
    static final Set<String> LANGUAGE = Arrays.stream(Locale.getISOLanguages())
            .filter(language -> language.length() == 2)
            .map(language -> language.toUpperCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /// Fields with one word of a list.
    static final Map<String, Set<String>> ONE_OF = Map.of(
            "decision_monetary", MONETARY,
            "decision_provision", PROVISION,
            "decision_account", ACCOUNT,
            "account_type", ACCOUNT_TYPE,
            "decision_ground", GROUND,
            "incompatible_content_illegal", YES_NO,
            "category", CATEGORY,
            "content_language", LANGUAGE,
            "source_type", SOURCE,
            "automated_decision", AUTOMATED_DECISION);

    /// Fields with several words of a list.
    static final Map<String, Set<String>> SOME_OF = Map.of(
            "decision_visibility", VISIBILITY,
            "category_addition", CATEGORY,
            "category_specification", KEYWORD,
            "territorial_scope", TERRITORY,
            "content_type", CONTENT_TYPE);

    private Vocabulary() {}

    private static Set<String> named(String prefix, String names) {
        return Arrays.stream(names.split(" ")).map(name -> prefix + name).collect(Collectors.toUnmodifiableSet());
    }
}
