package dev.docket.backend.enforcement;

import dev.docket.backend.policy.Policies;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes statements from the bundle `statement`, section by section: what was decided, about what, by which rule, who
/// decided, why, and what the reader can do about it. Article 17 of the Digital Services Act asks for each of them.
@Component
class WrittenStatements implements Statements {
    private static final String BUNDLE = "dev.docket.backend.enforcement.statement";
    private static final Map<String, Locale> WRITTEN = Map.of("en", Locale.ENGLISH, "de", Locale.GERMAN);
    private static final int LONGEST_QUOTE = 200;

    private final Policies policies;

    WrittenStatements(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Statement write(Facts facts, String language) {
        String primary = language.toLowerCase(Locale.ROOT).split("-", 2)[0];
        Locale locale = WRITTEN.getOrDefault(primary, Locale.ENGLISH);
        var words = new Words(
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                locale);
        var sections = new ArrayList<Section>();
        sections.add(words.section("decision", decision(facts, words)));
        sections.add(words.section("item", item(facts, words)));
        if (!facts.finding().violations().isEmpty()) {
            sections.add(words.section("rule", rules(facts, words)));
        }
        sections.add(words.section("means", words.say(facts.automated() ? "means.automation" : "means.person")));
        String reasons = facts.finding().reasons();
        if (reasons != null && !reasons.isBlank()) {
            sections.add(words.section("reasons", reasons.strip()));
        }
        sections.add(words.section("recourse", recourse(facts, words)));
        return new Statement(locale.getLanguage(), words.say("title." + subject(facts)), sections);
    }

    @Override
    public Set<String> languages() {
        return WRITTEN.keySet();
    }

    private static String subject(Facts facts) {
        return facts.appealOutcome() == null ? "decision" : "appeal";
    }

    private static String decision(Facts facts, Words words) {
        String reader = facts.reader().name().toLowerCase(Locale.ROOT);
        String found = facts.finding().outcome() == Outcome.VIOLATION ? "violation" : "approval";
        var lines = new ArrayList<String>();
        Outcome appeal = facts.appealOutcome();
        if (appeal != null) {
            lines.add(words.say("appeal." + appeal.name().toLowerCase(Locale.ROOT)));
        }
        lines.add(words.say("decision." + found + "." + reader));
        facts.finding().actions().stream()
                .filter(action -> action.type() != ActionType.NONE)
                .map(words::action)
                .forEach(lines::add);
        return String.join("\n", lines);
    }

    private static String item(Facts facts, Words words) {
        var content = facts.item().content();
        Instant posted =
                content == null || content.occurredAt() == null ? facts.item().submittedAt() : content.occurredAt();
        var lines = new ArrayList<String>();
        lines.add(words.say("item.posted", facts.item().externalId(), words.day(posted)));
        String text = content == null ? null : content.text();
        if (text != null && !text.isBlank()) {
            lines.add(words.say("item.text", shortened(text.strip())));
        }
        return String.join("\n", lines);
    }

    private String rules(Facts facts, Words words) {
        return facts.finding().violations().stream()
                .map(violation -> rule(violation, facts, words))
                .collect(Collectors.joining("\n"));
    }

    private String rule(Violation violation, Facts facts, Words words) {
        Integer version = facts.policyVersions().get(violation.policy());
        var policy = version == null ? policies.byKey(violation.policy()) : policies.byKey(violation.policy(), version);
        String title = policy.map(found -> found.title()).orElse(violation.policy());
        String passages = passages(violation, facts);
        return passages.isEmpty()
                ? words.say("rule.one", title, number(version))
                : words.say("rule.passage", title, number(version), passages);
    }

    private static String passages(Violation violation, Facts facts) {
        var content = facts.item().content();
        String text = content == null ? null : content.text();
        List<List<Integer>> spans = violation.spans();
        if (text == null || spans == null) {
            return "";
        }
        return spans.stream()
                .filter(span -> span.size() == 2 && span.getFirst() >= 0 && span.get(1) <= text.length())
                .filter(span -> span.getFirst() < span.get(1))
                .limit(3)
                .map(span -> "“"
                        + shortened(text.substring(span.getFirst(), span.get(1)).strip()) + "”")
                .collect(Collectors.joining(", "));
    }

    private static String recourse(Facts facts, Words words) {
        var ways = new ArrayList<String>();
        if (facts.appealOutcome() == null) {
            ways.add(words.say("recourse.appeal"));
        }
        ways.add(words.say("recourse.settlement"));
        ways.add(words.say("recourse.court"));
        return String.join("\n", ways);
    }

    private static String number(@Nullable Integer version) {
        return version == null ? "–" : version.toString();
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_QUOTE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return text.substring(0, end) + "…";
    }

    /// One language's words.
    private record Words(ResourceBundle bundle, Locale locale) {
        Section section(String name, String text) {
            return new Section(say("heading." + name), text);
        }

        String say(String key, Object... with) {
            return new MessageFormat(bundle.getString(key), locale).format(with);
        }

        String action(Action action) {
            String name = "action." + action.type().name().toLowerCase(Locale.ROOT);
            return action.until() == null ? say(name) : say(name + ".until", day(action.until()));
        }

        String day(Instant at) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(locale)
                    .format(at.atZone(ZoneOffset.UTC));
        }
    }
}
