package dev.docket.backend.precedents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.intake.Items;
import dev.docket.backend.models.ServingModel;
import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Printed;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestDatabase;
import dev.docket.dto.people.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Search over HTTP, and what it must not give away.
@FloorTest
class SearchTest {
    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Neighbourhood neighbourhood;

    @Autowired
    private Items items;

    @Autowired
    private ServingModel model;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private Printed printed;
    private FloorClient senior;
    private FloorClient supervisor;

    @BeforeEach
    void prepare() {
        neighbourhood.forgetAll();
        printed = new Printed(items, model, events, transaction);
        senior = floor.as(TestCallers.person("sen", Role.SENIOR).token());
        supervisor = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
    }

    @Test
    void wordsAreFoundByTheirBeginningsEvenInDisguise() {
        UUID plain = printed.item(Tasks.item("Selling cheap watches, write to me"));
        UUID disguised = printed.item(Tasks.item("s\u200Bell\u0456ng CHE\u0410P w\u0430tches here"));
        printed.item(Tasks.item("The council met on Tuesday"));

        assertThat(ids(senior, "q=" + encoded("cheap watch")))
                .startsWith(disguised.toString(), plain.toString())
                .hasSize(2);
    }

    @Test
    void aPastedIdFindsItsItemFirstAndSaysHow() {
        UUID named = printed.item(called("forum", "p-123", "The council met on Tuesday"));
        UUID worded = printed.item(Tasks.item("p 123 is what the part is called"));

        var platforms = hits(senior, "q=p-123");
        var ours = hits(senior, "q=" + named);

        assertThat(platforms.findValuesAsString("itemId")).containsExactly(named.toString(), worded.toString());
        assertThat(platforms.findValuesAsString("foundBy")).containsExactly("EXTERNAL_ID", "MATCH");
        assertThat(platforms.path(0).path("similarity").isNull()).isTrue();
        assertThat(ours.findValuesAsString("itemId")).containsExactly(named.toString());
        assertThat(ours.findValuesAsString("foundBy")).containsExactly("ID");
        assertThat(hits(senior, "q=P-123").findValuesAsString("foundBy"))
                .as("exactly so")
                .doesNotContain("EXTERNAL_ID");
    }

    @Test
    void whatSeveralSourcesCallTheSameIsAllFound() {
        UUID older = called("forum", "p 5/a", "one");
        UUID younger = called("shop", "p 5/a", "two");
        called("wiki", "p 5/b", "three");

        assertThat(ids(senior, "q=" + encoded(" p 5/a "))).containsExactly(younger.toString(), older.toString());
        assertThat(ids(senior, "q=" + encoded("p 5/a") + "&source=forum")).containsExactly(older.toString());
        assertThat(ids(senior, "q=" + encoded("p 5/a") + "&outcome=VIOLATION")).isEmpty();
    }

    @Test
    void anIdThatLooksLikeAHashIsAnIdToo() {
        UUID item = called("forum", "ab".repeat(32), "one");

        var found = hits(senior, "hash=" + "ab".repeat(32));

        assertThat(found.findValuesAsString("itemId")).containsExactly(item.toString());
        assertThat(found.findValuesAsString("foundBy")).containsExactly("EXTERNAL_ID");
    }

    @Test
    void anIdTellsNothingThatMustNotBeKnownYet() {
        UUID item = printed.item(itemOf(Tasks.waiting("harassment")));
        Decided.violation(item, 1, 2, "[]");

        var hit = hits(senior, "q=" + item).path(0);

        assertThat(hit.path("foundBy").asString()).isEqualTo("ID");
        assertThat(hit.path("decisions")).isEmpty();
        assertThat(hit.path("decisionsHidden").asBoolean()).isTrue();
        assertThat(hits(supervisor, "q=" + item).path(0).path("decisions")).hasSize(1);
        assertThat(hits(senior, "q=" + item + "&outcome=VIOLATION")).isEmpty();
    }

    @Test
    void whatWasErasedIsNotFoundByItsIdEither() {
        UUID item = called("forum", "gone", "one");
        jdbc.sql("UPDATE item SET state = 'ERASED' WHERE id = :item")
                .param("item", item)
                .update();

        assertThat(hits(senior, "q=gone")).isEmpty();
        assertThat(hits(senior, "q=" + item)).isEmpty();
        assertThat(senior.get("/api/v1/search?q=a%00b").status()).isEqualTo(200);
    }

    @Test
    void pagesAfterAnIdHaveNoGapsOrRepeatsEither() {
        var all = new HashSet<>(Set.of(printed.item(called("forum", "page", "page by name"))));
        for (int i = 0; i < 4; i++) {
            all.add(printed.item(Tasks.item("page number " + i)));
        }
        var found = new ArrayList<String>();
        @Nullable String next = "";
        while (next != null) {
            var page = senior.get("/api/v1/search?q=page&limit=1" + (next.isEmpty() ? "" : "&after=" + next))
                    .json();
            found.addAll(page.path("items").findValuesAsString("itemId"));
            next = page.path("next").isNull() ? null : page.path("next").asString();
        }

        assertThat(found)
                .hasSize(5)
                .containsAll(all.stream().map(UUID::toString).toList());
        assertThat(hits(senior, "q=page").path(0).path("externalId").asString()).isEqualTo("page");
    }

    @Test
    void decisionsAreFoldedIntoTheResult() {
        UUID item = printed.item(Decided.item("u-9"));
        Decided.violation(item, 1, 2, "[{\"type\":\"REMOVE\"}]");

        var hit = hits(senior, "author=u-9&policy=harassment&outcome=VIOLATION").path(0);

        assertThat(hit.path("itemId").asString()).isEqualTo(item.toString());
        assertThat(hit.path("author").asString()).isEqualTo("Zoë Example");
        assertThat(hit.path("decisions")).hasSize(1);
        assertThat(hit.path("decisions").path(0).path("outcome").asString()).isEqualTo("VIOLATION");
        assertThat(hit.path("decisions").path(0).path("actions").path(0).asString())
                .isEqualTo("REMOVE");
        assertThat(hits(senior, "author=u-9&policy=spam")).isEmpty();
    }

    @Test
    void whatSomebodyIsToLookAtAgainShowsNoDecision() {
        UUID item = printed.item(itemOf(Tasks.waiting("harassment")));
        Decided.violation(item, 1, 2, "[]");

        var hit = hits(senior, "q=idiot").path(0);
        assertThat(hit.path("decisions")).isEmpty();
        assertThat(hit.path("decisionsHidden").asBoolean()).isTrue();
        assertThat(hits(senior, "q=idiot&outcome=VIOLATION")).isEmpty();
        assertThat(hits(supervisor, "q=idiot").path(0).path("decisions")).hasSize(1);

        supervisor.post("/api/v1/claims", "{}");
        assertThat(hits(supervisor, "q=idiot").path(0).path("decisions")).isEmpty();
    }

    @Test
    void likeAnItemFindsItsNeighbours() {
        UUID item = printed.item(Tasks.item("you are an idiot"));
        UUID near = printed.item(Tasks.item("you are a complete idiot"));
        printed.item(Tasks.item("The library opens at nine on weekdays."));
        neighbourhood.catchUp();

        var found = hits(senior, "like=" + item);

        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("itemId").asString()).isEqualTo(near.toString());
        assertThat(found.path(0).path("similarity").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void meaningFollowsWhereWordsRunOut() {
        UUID near = printed.item(Tasks.item("Your puppy is adorable and so playful"));
        neighbourhood.catchUp();

        var found = hits(senior, "q=" + encoded("cute dog"));

        assertThat(found.path(0).path("itemId").asString()).isEqualTo(near.toString());
        assertThat(found.path(0).path("similarity").isNumber()).isTrue();
    }

    @Test
    void pagesFollowOneAnotherWithoutGapsOrRepeats() {
        for (int i = 0; i < 5; i++) {
            printed.item(Tasks.item("page number " + i));
        }
        var first = senior.get("/api/v1/search?q=page&limit=3").json();
        var second = senior.get("/api/v1/search?q=page&limit=3&after="
                        + first.path("next").asString())
                .json();

        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(first.path("items").findValuesAsString("itemId"))
                .doesNotContainAnyElementsOf(second.path("items").findValuesAsString("itemId"));
    }

    @Test
    void everySearchIsAuditedWithoutItsText() {
        senior.get("/api/v1/search?q=secret&author=u-1");

        var details = jdbc.sql("SELECT details::text FROM audit_entry WHERE action = 'search.run'")
                .query(String.class)
                .single();
        assertThat(details).contains("words", "author").doesNotContain("secret", "u-1");
    }

    @Test
    void aBadQuerySaysEverythingThatIsWrong() {
        var answer = senior.get("/api/v1/search?hash=12&like=x&outcome=UPHOLD&after=***");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/hash", "/like", "/outcome", "/after");
    }

    @Test
    void moderatorsSearchNothing() {
        var moderator = floor.as(TestCallers.person("mo", Role.MODERATOR).token());
        assertThat(moderator.get("/api/v1/search?q=idiot").status()).isEqualTo(403);
    }

    @Test
    void wordsAreLookedUpInTheirIndex() {
        jdbc.sql("""
                        INSERT INTO item (id, source, external_id, state, content_sha256, text, submitted_at)
                        SELECT gen_random_uuid(), 'filler', n::text, 'SETTLED', '\\x00', 'filler', now()
                          FROM generate_series(1, 20000) n
                        """).update();
        jdbc.sql("""
                        INSERT INTO fingerprint (item_id, words)
                        SELECT id, to_tsvector('simple', 'filler number ' || external_id) FROM item WHERE source = 'filler'
                        """).update();
        JdbcClient.create(TestDatabase.shared().ownerDataSource())
                .sql("VACUUM ANALYZE fingerprint, item")
                .update();
        var plan = jdbc.sql("""
                        EXPLAIN SELECT item.id FROM item
                        """ + StoredSearch.WORDS.replace(":words", "'needle:*'"))
                .query(String.class)
                .list();
        assertThat(String.join("\n", plan)).contains("fingerprint_words");
    }

    @Test
    void anIdIsLookedUpInTheIndexEvenOfFewItems() {
        jdbc.sql("""
                        INSERT INTO item (id, source, external_id, state, content_sha256, text, submitted_at)
                        SELECT gen_random_uuid(), 'filler' || n % 7, n::text, 'SETTLED', '\\x00', 'filler', now()
                          FROM generate_series(1, :items) n
                        """).param("items", 3000).update();
        JdbcClient.create(TestDatabase.shared().ownerDataSource())
                .sql("VACUUM ANALYZE item")
                .update();
        var plan = String.join(
                "\n",
                jdbc.sql("EXPLAIN "
                                + StoredSearch.EXTERNAL_ID
                                        .replace(":externalId", "'12'")
                                        .replace(":most", "20"))
                        .query(String.class)
                        .list());

        assertThat(plan).contains("item_source_external_id_key").doesNotContain("Seq Scan");
        assertThat(hits(senior, "q=12").path(0).path("externalId").asString()).isEqualTo("12");
    }

    private UUID called(String source, String externalId, String text) {
        UUID item = Tasks.item(text);
        jdbc.sql("UPDATE item SET source = :source, external_id = :externalId WHERE id = :item")
                .param("source", source)
                .param("externalId", externalId)
                .param("item", item)
                .update();
        return item;
    }

    private static JsonNode hits(FloorClient person, String query) {
        return person.get("/api/v1/search?" + query).json().path("items");
    }

    private static List<String> ids(FloorClient person, String query) {
        return hits(person, query).findValuesAsString("itemId");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private UUID itemOf(UUID task) {
        return jdbc.sql("SELECT item_id FROM review_task WHERE id = :task")
                .param("task", task)
                .query((row, number) -> row.getObject("item_id", UUID.class))
                .single();
    }
}
