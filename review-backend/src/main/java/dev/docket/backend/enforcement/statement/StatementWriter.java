package dev.docket.backend.enforcement.statement;

import dev.docket.backend.classification.Assessments;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.backend.review.PastDecision;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes a decision down in the database's fields, from policy, decision and facts alone. What people
/// typed is left out, because it may name somebody.
@Component
class StatementWriter {
    private static final int LONGEST_GROUND = 500;
    private static final int LONGEST_EXPLANATION = 2_000;

    private final Policies policies;
    private final Items items;
    private final Assessments assessments;
    private final DsaSettings settings;

    StatementWriter(Policies policies, Items items, Assessments assessments, DsaSettings settings) {
        this.policies = policies;
        this.items = items;
        this.assessments = assessments;
        this.settings = settings;
    }

    /// @return fields in the order of the database's own documentation
    Map<String, Object> write(PastDecision decision, Item item, Instant effectiveAt) {
        var statement = new LinkedHashMap<String, Object>();
        var violations = decision.finding().violations().stream()
                .sorted(Comparator.comparing(Violation::severity).reversed())
                .toList();
        measures(statement, decision.finding().actions());
        ground(statement, decision, violations);
        category(statement, decision, violations);
        content(statement, item);
        statement.put("application_date", day(effectiveAt));
        int notices = notices(item.id(), decision.decidedAt());
        boolean detected = isDetected(item.id());
        statement.put("decision_facts", facts(decision, item, violations, notices, detected));
        statement.put("source_type", source(notices));
        statement.put("automated_detection", detected ? "Yes" : "No");
        statement.put("automated_decision", automation(decision));
        statement.put("puid", decision.id().toString());
        return statement;
    }

    private void measures(Map<String, Object> statement, List<Action> actions) {
        var visibility = new ArrayList<String>();
        for (var action : actions) {
            switch (action.type()) {
                case REMOVE -> visibility.add("DECISION_VISIBILITY_CONTENT_REMOVED");
                case RESTRICT -> visibility.add(settings.restriction());
                case SUSPEND -> account(statement, "DECISION_ACCOUNT_SUSPENDED", action);
                case BAN -> account(statement, "DECISION_ACCOUNT_TERMINATED", action);
                case NONE, WARN -> {}
            }
        }
        if (!visibility.isEmpty()) {
            statement.put("decision_visibility", List.copyOf(visibility));
            end(actions, ActionType.RESTRICT)
                    .filter(until -> visibility.size() == 1)
                    .ifPresent(until -> statement.put("end_date_visibility_restriction", day(until)));
        }
    }

    private static void account(Map<String, Object> statement, String decision, Action action) {
        statement.put("decision_account", decision);
        if (action.until() == null) {
            statement.remove("end_date_account_restriction");
        } else {
            statement.put("end_date_account_restriction", day(action.until()));
        }
    }

    private static Optional<Instant> end(List<Action> actions, ActionType type) {
        return actions.stream()
                .filter(action -> action.type() == type)
                .map(Action::until)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// What a platform forbids is incompatible with its terms. That it is illegal too is a statement of law
    /// which no setting of a threshold can make; who wants to make it writes the statement by hand.
    private void ground(Map<String, Object> statement, PastDecision decision, List<Violation> violations) {
        statement.put("decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT");
        if (!settings.rulesUrl().isEmpty()) {
            statement.put("decision_ground_reference_url", settings.rulesUrl());
        }
        var rules = violations.stream()
                .map(violation -> rule(decision, violation.policy()))
                .flatMap(Optional::stream)
                .toList();
        if (!rules.isEmpty()) {
            var named = rules.stream()
                    .map(rule -> "“" + rule.title() + "”, version " + rule.version())
                    .toList();
            statement.put("incompatible_content_ground", cut("Rule " + String.join("; ", named), LONGEST_GROUND));
            statement.put(
                    "incompatible_content_explanation",
                    cut(plain(rules.getFirst().text()), LONGEST_EXPLANATION));
        }
    }

    private Optional<Policy> rule(PastDecision decision, String policy) {
        Integer version = decision.policyVersions().get(policy);
        return version == null ? policies.byKey(policy) : policies.byKey(policy, version);
    }

    /// Without one for the gravest violation there is none, and the statement is incomplete until its policy
    /// says one.
    private void category(Map<String, Object> statement, PastDecision decision, List<Violation> violations) {
        var categories = violations.stream()
                .map(violation -> category(decision, violation))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        var keywords = violations.stream()
                .map(violation -> settings.keyword(violation.policy()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        boolean firstIsKnown = !violations.isEmpty()
                && category(decision, violations.getFirst()).isPresent();
        if (firstIsKnown) {
            statement.put("category", categories.getFirst());
        }
        if (firstIsKnown && categories.size() > 1) {
            statement.put("category_addition", categories.subList(1, categories.size()));
        }
        if (!keywords.isEmpty()) {
            statement.put("category_specification", keywords);
        }
    }

    /// As the version says by which it was decided; where that says none, as the policy does now.
    private Optional<String> category(PastDecision decision, Violation violation) {
        return rule(decision, violation.policy())
                .flatMap(Categories::of)
                .or(() -> policies.byKey(violation.policy()).flatMap(Categories::of));
    }

    private void content(Map<String, Object> statement, Item item) {
        @Nullable ItemContent content = item.content();
        statement.put("content_type", types(content));
        if (!settings.territory().isEmpty()) {
            statement.put("territorial_scope", settings.territory());
        }
        language(content).ifPresent(language -> statement.put("content_language", language));
        @Nullable Instant posted = content == null ? null : content.occurredAt();
        statement.put("content_date", day(posted == null ? item.submittedAt() : posted));
    }

    private static List<String> types(@Nullable ItemContent content) {
        var types = new ArrayList<String>();
        if (content != null && content.text() != null && !content.text().isBlank()) {
            types.add("CONTENT_TYPE_TEXT");
        }
        if (content != null && content.media() != null) {
            content.media().stream()
                    .map(media -> media.kind() == MediaKind.VIDEO ? "CONTENT_TYPE_VIDEO" : "CONTENT_TYPE_IMAGE")
                    .distinct()
                    .forEach(types::add);
        }
        return List.copyOf(types);
    }

    private static Optional<String> language(@Nullable ItemContent content) {
        return Optional.ofNullable(content)
                .map(ItemContent::language)
                .map(tag -> tag.split("-", 2)[0].toUpperCase(Locale.ROOT))
                .filter(Vocabulary.LANGUAGE::contains);
    }

    private static String facts(
            PastDecision decision, Item item, List<Violation> violations, int notices, boolean detected) {
        var facts = new StringBuilder();
        facts.append("An item submitted on ").append(day(item.submittedAt()));
        facts.append(" was decided on ").append(day(decision.decidedAt()));
        facts.append(decision.person() == null ? " by automated means." : " by a person.");
        for (var violation : violations) {
            facts.append(" It was found to break the rule ").append(violation.policy());
            facts.append(" at severity ").append(violation.severity()).append(" of 4");
            var marks = marks(violation);
            facts.append(marks.isEmpty() ? "." : ", with " + String.join(" and ", marks) + " marked.");
        }
        facts.append(notices == 0 ? " Nobody had reported it." : " Reports received before: " + notices + ".");
        facts.append(detected ? " Automated scoring had brought it to review." : "");
        return facts.toString();
    }

    /// How much was marked and in what, the media counted as people do.
    private static List<String> marks(Violation violation) {
        var marks = new ArrayList<String>();
        if (violation.spans() != null && !violation.spans().isEmpty()) {
            marks.add(count(violation.spans().size(), "passage"));
        }
        if (violation.regions() != null) {
            var places = new TreeMap<Integer, Integer>();
            violation.regions().forEach(region -> places.merge(medium(region), 1, Integer::sum));
            places.forEach((medium, number) -> marks.add(count(number, "place") + " in medium " + medium));
        }
        if (violation.seconds() != null) {
            var stretches = new TreeMap<String, Integer>();
            violation.seconds().forEach(seconds -> stretches.merge(video(seconds), 1, Integer::sum));
            stretches.forEach((video, number) -> marks.add(count(number, "stretch") + video));
        }
        return marks;
    }

    private static String video(List<Double> seconds) {
        return seconds.size() == 3
                ? " of the video in medium " + (seconds.get(2).intValue() + 1)
                : " of video";
    }

    private static int medium(List<Double> region) {
        return region.size() == 5 ? region.get(4).intValue() + 1 : 1;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : what.endsWith("ch") ? "es" : "s");
    }

    private String source(int notices) {
        if (notices == 0) {
            return "SOURCE_VOLUNTARY";
        }
        return settings.reportsAreNotices() ? "SOURCE_ARTICLE_16" : "SOURCE_TYPE_OTHER_NOTIFICATION";
    }

    private static String automation(PastDecision decision) {
        if (decision.person() == null) {
            return "AUTOMATED_DECISION_FULLY";
        }
        return decision.kind() == DecisionKind.WAVE
                ? "AUTOMATED_DECISION_PARTIALLY"
                : "AUTOMATED_DECISION_NOT_AUTOMATED";
    }

    private int notices(UUID item, Instant before) {
        return (int) items.reports(item).stream()
                .filter(report -> report.reportedAt().isBefore(before))
                .count();
    }

    private boolean isDetected(UUID item) {
        return assessments
                .latest(item)
                .filter(assessment -> !assessment.unscored() && assessment.samplingProbability() == null)
                .filter(assessment -> assessment.route() != Route.ALLOW)
                .isPresent();
    }

    private static String plain(String markdown) {
        return markdown.replaceAll("[*_#`>]", "").replaceAll("\\s+", " ").strip();
    }

    /// At the end of a sentence where there is one, else of a word.
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        String head = text.substring(0, most - 1);
        int sentence = head.lastIndexOf(". ");
        int word = head.lastIndexOf(' ');
        if (sentence > most / 2) {
            return head.substring(0, sentence + 1);
        }
        return head.substring(0, word > 0 ? word : head.length()) + "…";
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }
}
