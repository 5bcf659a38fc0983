package dev.docket.backend.enforcement.statement;

import dev.docket.dto.problem.FieldError;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the transparency database accepts. A statement is checked when it is written, not when somebody
/// sends it half a year later and nobody remembers the case.
final class StatementRules {
    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("decision_visibility_other", 500),
            Map.entry("decision_monetary_other", 500),
            Map.entry("decision_ground_reference_url", 500),
            Map.entry("illegal_content_legal_ground", 500),
            Map.entry("illegal_content_explanation", 2_000),
            Map.entry("incompatible_content_ground", 500),
            Map.entry("incompatible_content_explanation", 2_000),
            Map.entry("category_specification_other", 500),
            Map.entry("content_type_other", 500),
            Map.entry("source_identity", 500),
            Map.entry("decision_facts", 5_000),
            Map.entry("puid", 500));
    private static final Map<String, LocalDate> EARLIEST = Map.of(
            "content_date", LocalDate.of(2000, 1, 1),
            "application_date", LocalDate.of(2020, 1, 1),
            "end_date_visibility_restriction", LocalDate.of(2020, 1, 1),
            "end_date_monetary_restriction", LocalDate.of(2020, 1, 1),
            "end_date_service_restriction", LocalDate.of(2020, 1, 1),
            "end_date_account_restriction", LocalDate.of(2020, 1, 1));
    private static final List<String> REQUIRED = List.of(
            "decision_ground",
            "content_type",
            "category",
            "content_date",
            "application_date",
            "decision_facts",
            "source_type",
            "automated_detection",
            "automated_decision",
            "puid");
    private static final List<String> DECISIONS =
            List.of("decision_visibility", "decision_monetary", "decision_provision", "decision_account");
    private static final Pattern PUID = Pattern.compile("[a-zA-Z0-9_-]+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]{1,64}\\.[^\\s@]{2,64}");
    private static final int SHORTEST_NAME = 3;

    private final Map<String, Object> statement;
    private final List<FieldError> faults = new ArrayList<>();

    private StatementRules(Map<String, Object> statement) {
        this.statement = statement;
    }

    /// @param names of whom the statement must not speak: the author's name and id
    /// @return every fault there is; empty for a statement that may be sent
    static List<FieldError> faults(Map<String, Object> statement, Collection<String> names) {
        var rules = new StatementRules(statement);
        rules.unknown();
        rules.required();
        rules.words();
        rules.lengths();
        rules.dates();
        rules.ground();
        rules.others();
        rules.personalData(names);
        return List.copyOf(rules.faults);
    }

    private void unknown() {
        statement.keySet().stream()
                .filter(field -> !LONGEST.containsKey(field)
                        && !EARLIEST.containsKey(field)
                        && !Vocabulary.ONE_OF.containsKey(field)
                        && !Vocabulary.SOME_OF.containsKey(field)
                        && !field.equals("automated_detection"))
                .forEach(field -> fault(field, "the database knows no such field"));
    }

    private void required() {
        REQUIRED.stream().filter(field -> !has(field)).forEach(field -> fault(field, "is required"));
        if (DECISIONS.stream().noneMatch(this::has)) {
            fault("decision_visibility", "at least one of visibility, monetary, provision and account is required");
        }
    }

    private void words() {
        Vocabulary.ONE_OF.forEach((field, known) -> {
            if (has(field) && !known.contains(text(field))) {
                fault(field, "is no word of the database's list");
            }
        });
        Vocabulary.SOME_OF.forEach((field, known) -> {
            if (has(field) && !(statement.get(field) instanceof List<?> words && known.containsAll(words))) {
                fault(field, "must be a list of the database's words");
            }
        });
        if (has("automated_detection") && !Vocabulary.YES_NO.contains(text("automated_detection"))) {
            fault("automated_detection", "Yes or No");
        }
        if (has("puid") && !PUID.matcher(text("puid")).matches()) {
            fault("puid", "letters, digits, hyphens and underscores");
        }
    }

    private void lengths() {
        LONGEST.forEach((field, most) -> {
            int length = text(field).codePointCount(0, text(field).length());
            if (length > most) {
                fault(field, "at most " + most + " characters; this has " + length);
            }
        });
    }

    private void dates() {
        EARLIEST.forEach((field, earliest) -> {
            if (has(field)) {
                date(field, earliest);
            }
        });
    }

    private void date(String field, LocalDate earliest) {
        try {
            if (LocalDate.parse(text(field)).isBefore(earliest)) {
                fault(field, "not before " + earliest);
            }
        } catch (DateTimeParseException notADate) {
            fault(field, "a date as in 2026-11-20");
        }
    }

    private void ground() {
        Set<String> needed = switch (text("decision_ground")) {
            case "DECISION_GROUND_ILLEGAL_CONTENT" ->
                Set.of("illegal_content_legal_ground", "illegal_content_explanation");
            case "DECISION_GROUND_INCOMPATIBLE_CONTENT" ->
                Set.of("incompatible_content_ground", "incompatible_content_explanation");
            default -> Set.of();
        };
        needed.stream()
                .filter(field -> !has(field))
                .sorted()
                .forEach(field -> fault(field, "is required by this ground"));
    }

    private void others() {
        other("decision_visibility", "DECISION_VISIBILITY_OTHER", "decision_visibility_other");
        other("decision_monetary", "DECISION_MONETARY_OTHER", "decision_monetary_other");
        other("content_type", "CONTENT_TYPE_OTHER", "content_type_other");
        other("category_specification", "KEYWORD_OTHER", "category_specification_other");
    }

    private void other(String field, String word, String explained) {
        @Nullable Object value = statement.get(field);
        boolean said = word.equals(value) || value instanceof List<?> words && words.contains(word);
        if (said && !has(explained)) {
            fault(explained, "is required by " + word);
        }
    }

    private void personalData(Collection<String> names) {
        LONGEST.keySet().stream().filter(this::has).sorted().forEach(field -> {
            if (ADDRESS.matcher(text(field)).find()) {
                fault(field, "holds an e-mail address");
            }
            if (names.stream().anyMatch(name -> speaksOf(text(field), name))) {
                fault(field, "names the author");
            }
        });
    }

    /// As a word of its own: an author called "Al" must not make every "also" a fault.
    private static boolean speaksOf(String text, String name) {
        String sought = name.strip().toLowerCase(Locale.ROOT);
        if (sought.length() < SHORTEST_NAME) {
            return false;
        }
        String all = text.toLowerCase(Locale.ROOT);
        for (int at = all.indexOf(sought); at >= 0; at = all.indexOf(sought, at + 1)) {
            int end = at + sought.length();
            boolean opens = at == 0 || !Character.isLetterOrDigit(all.charAt(at - 1));
            boolean closes = end == all.length() || !Character.isLetterOrDigit(all.charAt(end));
            if (opens && closes) {
                return true;
            }
        }
        return false;
    }

    private boolean has(String field) {
        @Nullable Object value = statement.get(field);
        return value instanceof Collection<?> many
                ? !many.isEmpty()
                : value != null && !text(field).isBlank();
    }

    private String text(String field) {
        return statement.get(field) instanceof String text ? text : "";
    }

    private void fault(String field, String detail) {
        faults.add(new FieldError("/" + field, detail));
    }
}
