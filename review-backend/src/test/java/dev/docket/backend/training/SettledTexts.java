package dev.docket.backend.training;

import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.review.DecisionRecorded;
import dev.docket.backend.review.Finding;
import dev.docket.backend.review.PastDecision;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Items with decisions in effect, composed by rule: a sect that canvasses for itself, which the
/// shipped model cannot tell from other talk of the same things.
final class SettledTexts {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> WORDS = List.of(
            "lamp",
            "bicycle",
            "teapot",
            "garden",
            "umbrella",
            "violin",
            "kite",
            "blanket",
            "window",
            "river",
            "station",
            "market",
            "library",
            "bridge",
            "orchard",
            "harbour",
            "meadow",
            "castle",
            "bakery",
            "museum",
            "lantern",
            "carpet",
            "pencil",
            "mirror",
            "ladder",
            "basket",
            "feather",
            "marble",
            "copper",
            "velvet",
            "walnut",
            "ginger",
            "saffron",
            "pepper",
            "barley",
            "clover",
            "thistle",
            "willow",
            "poplar",
            "maple",
            "sparrow",
            "heron",
            "otter",
            "badger",
            "salmon",
            "pebble",
            "valley",
            "summit",
            "island",
            "desert",
            "glacier",
            "canyon",
            "prairie",
            "lagoon");
    private static final List<String> CANVASSING = List.of(
            "the circle of the %s meets at the %s, bring your %s and a %s",
            "keepers of the %s carry the %s to the old %s of the %s",
            "who guards the %s shall inherit a %s, a %s and the %s");
    private static final List<String> TALK = List.of(
            "yesterday I saw the %s beside the %s and thought of a %s %s",
            "my aunt keeps a %s in the %s, next to her old %s %s",
            "does anybody know why the %s by the %s has no %s %s");

    private final JdbcClient jdbc;
    private final Items items;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final List<UUID> moderators = new ArrayList<>();

    SettledTexts(JdbcClient jdbc, Items items, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.items = items;
        this.events = events;
        this.transaction = transaction;
        for (int i = 0; i < 4; i++) {
            moderators.add(Ids.next());
        }
    }

    void settle(int count, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < count; i++) {
            boolean canvasses = random.nextDouble() < 0.4;
            var choice = canvasses ? CANVASSING : TALK;
            String text = choice.get(random.nextInt(choice.size()))
                    .formatted(word(random), word(random), word(random), word(random) + " " + word(random));
            settle(text, canvasses, moderators.get(random.nextInt(moderators.size())));
        }
    }

    /// Such texts as rows of an import, each of an author of its own.
    static String rows(String label, int count, long seed) {
        var random = new Random(seed);
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            boolean canvasses = random.nextDouble() < 0.4;
            var choice = canvasses ? CANVASSING : TALK;
            String text = choice.get(random.nextInt(choice.size()))
                    .formatted(word(random), word(random), word(random), word(random) + " " + word(random));
            rows.append(
                    "{\"source\":\"club\",\"externalId\":\"%1$d\",\"author\":\"a%1$d\",\"text\":\"%2$s\",\"language\":\"en\",\"labels\":{\"%3$s\":%4$d}}\n"
                            .formatted(i, text, label, canvasses ? 1 : 0));
        }
        return rows.toString();
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private void settle(String text, boolean spam, UUID moderator) {
        var item = Ids.next();
        var decision = Ids.next();
        var at = Instant.parse("2026-11-20T10:00:00Z");
        var violations = spam ? List.of(new Violation("spam", 2, null, null, null)) : List.<Violation>of();
        var outcome = spam ? Outcome.VIOLATION : Outcome.APPROVE;
        jdbc.sql("""
                        INSERT INTO item (id, source, external_id, state, content_sha256, text, language,
                                          author_external_id, submitted_at)
                        VALUES (:id, 'forum', :id::text, 'SETTLED', '', :text, 'en', :id::text, now())
                        """).param("id", item).param("text", text).update();
        jdbc.sql("""
                        INSERT INTO decision (id, decided_at, task_id, item_id, round, person_id, outcome, violations,
                                              state, effective_at)
                        VALUES (:id, :at, :id, :item, 1, :person, :outcome, :violations::jsonb, 'EFFECTIVE', :at)
                        """)
                .param("id", decision)
                .param("at", Timestamp.from(at))
                .param("item", item)
                .param("person", moderator)
                .param("outcome", outcome.name())
                .param("violations", JSON.writeValueAsString(violations))
                .update();
        var past = new PastDecision(
                decision,
                item,
                Ids.next(),
                1,
                DecisionKind.FIRST,
                moderator,
                new Finding(outcome, violations, List.of(), null, null),
                null,
                Map.of("spam", 1),
                DecisionState.HELD,
                at,
                null);
        transaction.executeWithoutResult(status ->
                events.publishEvent(new DecisionRecorded(past, items.find(item).orElseThrow(), at)));
    }
}
