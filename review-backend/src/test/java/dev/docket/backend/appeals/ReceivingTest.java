package dev.docket.backend.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorClient.Answer;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FloorTest
class ReceivingTest {
    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    private FloorClient platform;
    private UUID item;

    @BeforeEach
    void anItemOfUNine() {
        platform = floor.as(TestCallers.key(Scope.values()));
        item = Decided.item("u-9");
    }

    @Test
    void anAuthorAppealsAgainstAViolation() {
        Decided.violation(item, 1, 2, "[]");

        var answer = appeal("u-9", "AUTHOR");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("id", "state", "dueAt");
        assertThat(answer.json().path("state").asString()).isEqualTo("RECEIVED");
        var state = platform.get("/api/v1/appeals/" + answer.json().path("id").asString());
        assertThat(state.status()).isEqualTo(200);
        assertThat(state.json().path("state").asString()).isEqualTo("RECEIVED");
        assertThat(state.json().has("outcome")).isFalse();
        assertThat(platform.get("/api/v1/items/" + item)
                        .json()
                        .path("appeals")
                        .path(0)
                        .path("id"))
                .isEqualTo(answer.json().path("id"));
    }

    @Test
    void theItemMayBeNamedAsItsPlatformKnowsIt() {
        Decided.violation(item, 1, 2, "[]");

        var answer = platform.post("/api/v1/appeals", """
                {"source":"forum","externalId":"p-%s","appellant":{"externalId":"u-9","role":"AUTHOR"},"statement":"No."}
                """.formatted(item));

        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void aReporterAppealsAgainstAnApproval() {
        report("u-5");
        Decided.approval(item, 1);

        assertThat(appeal("u-5", "REPORTER").status()).isEqualTo(201);
        assertRefused(appeal("u-6", "REPORTER"), 422, "nothing-to-appeal");
        assertRefused(appeal("u-9", "AUTHOR"), 422, "nothing-to-appeal");
    }

    @Test
    void nobodyAppealsAgainstWhatWentTheirWay() {
        report("u-5");
        assertRefused(appeal("u-9", "AUTHOR"), 422, "nothing-to-appeal");
        Decided.violation(item, 1, 2, "[]");

        assertRefused(appeal("u-5", "REPORTER"), 422, "nothing-to-appeal");
        assertRefused(appeal("somebody-else", "AUTHOR"), 422, "nothing-to-appeal");
    }

    @Test
    void eachAppellantAppealsOnce() {
        Decided.violation(item, 1, 2, "[]");
        appeal("u-9", "AUTHOR");

        assertRefused(appeal("u-9", "AUTHOR"), 409, "appeal-exists");
    }

    @Test
    void ofTwoAppealsAtOnceOneIsTaken() throws Exception {
        Decided.violation(item, 1, 2, "[]");
        Callable<Answer> one = () -> appeal("u-9", "AUTHOR");

        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = senders.invokeAll(List.of(one, one, one, one)).stream()
                    .map(future -> future.resultNow().status())
                    .toList();

            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
        assertThat(count("SELECT count(*) FROM review_task WHERE kind = 'APPEAL'"))
                .isOne();
    }

    @Test
    void sixMonthsAfterTheDecisionItIsTooLate() {
        var decision = Decided.violation(item, 1, 2, "[]");
        effective(decision, "now() - interval '6 months' - interval '1 day'");

        assertRefused(appeal("u-9", "AUTHOR"), 422, "appeal-too-late");

        effective(decision, "now() - interval '6 months' + interval '1 day'");
        assertThat(appeal("u-9", "AUTHOR").status()).isEqualTo(201);
    }

    @Test
    void theMoreSevereIsDueSooner() {
        Decided.violation(item, 1, 2, "[]");
        var other = Decided.item("u-9");
        Decided.violation(other, 1, 4, "[]");

        assertThat(dueIn(appeal(item, "u-9", "AUTHOR"))).isBetween(Duration.ofDays(6), Duration.ofDays(7));
        assertThat(dueIn(appeal(other, "u-9", "AUTHOR"))).isBetween(Duration.ofHours(20), Duration.ofDays(1));
    }

    @Test
    void everyFaultIsTold() {
        var answer = platform.post("/api/v1/appeals", """
                {"source":"forum","appellant":{"externalId":" ","role":"AUTHOR"},"statement":" "}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/externalId", "/appellant/externalId", "/statement");
        var neither = platform.post("/api/v1/appeals", """
                {"appellant":{"externalId":"u","role":"AUTHOR"},"statement":"x"}""");
        assertThat(neither.json().path("errors").path(0).path("pointer").asString("none"))
                .isEmpty();
        var unknown = platform.post("/api/v1/appeals", """
                {"itemId":"x","appellant":{"externalId":"u","role":"FRIEND"},"statement":"x","mood":"bad"}""");
        assertThat(unknown.slug()).isEqualTo("unknown-field");
        assertThat(appeal(UUID.randomUUID(), "u-9", "AUTHOR").status()).isEqualTo(404);
    }

    @Test
    void itTakesTheScopeToAppeal() {
        var other = floor.as(TestCallers.key(Scope.ITEMS_WRITE, Scope.ITEMS_READ));

        assertThat(other.post("/api/v1/appeals", "{}").status()).isEqualTo(403);
    }

    @Test
    void thePlatformIsTold() {
        Decided.violation(item, 1, 2, "[]");

        appeal("u-9", "AUTHOR");

        assertThat(jdbc.sql("SELECT payload ->> 'type' FROM outbox_message WHERE item_id = :item")
                        .param("item", item)
                        .query(String.class)
                        .list())
                .contains("appeal.received");
        assertThat(count("SELECT count(*) FROM audit_entry WHERE action = 'appeal.received'"))
                .isOne();
    }

    @Test
    void moderatorsDoNotLearnOfAppealsFromTheItem() {
        Decided.violation(item, 1, 2, "[]");
        appeal("u-9", "AUTHOR");
        var moderator = floor.as(TestCallers.person("ann", Role.MODERATOR).token());
        var senior = floor.as(TestCallers.person("sen", Role.SENIOR).token());

        assertThat(moderator.get("/api/v1/items/" + item).json().path("appeals").size())
                .isZero();
        assertThat(senior.get("/api/v1/items/" + item).json().path("appeals").size())
                .isOne();
    }

    @Test
    void erasureWithdrawsAnAppealAndForgetsItsWords() {
        Decided.violation(item, 1, 2, "[]");
        String id = appeal("u-9", "AUTHOR").json().path("id").asString();

        platform.delete("/api/v1/items/" + item + "/content");

        assertThat(platform.get("/api/v1/appeals/" + id).json().path("state").asString())
                .isEqualTo("WITHDRAWN");
        assertThat(count("SELECT count(*) FROM appeal WHERE statement IS NOT NULL"))
                .isZero();
        assertRefused(appeal("u-9", "AUTHOR"), 422, "nothing-to-appeal");
    }

    @Test
    void theBoardSortsByDeadline() {
        Decided.violation(item, 1, 2, "[]");
        var urgent = Decided.item("u-7");
        Decided.violation(urgent, 1, 4, "[]");
        appeal(item, "u-9", "AUTHOR");
        String first = appeal(urgent, "u-7", "AUTHOR").json().path("id").asString();
        jdbc.sql("UPDATE appeal SET due_at = now() - interval '1 hour' WHERE id = :id::uuid")
                .param("id", first)
                .update();
        var senior = floor.as(TestCallers.person("sen", Role.SENIOR).token());

        var board = senior.get("/api/v1/appeals?zone=Europe/Berlin").json();

        assertThat(board.path("counts").path("overdue").asInt()).isOne();
        assertThat(board.path("counts").path("thisWeek").asInt()
                        + board.path("counts").path("later").asInt())
                .isOne();
        assertThat(board.path("appeals").path(0).path("id").asString()).isEqualTo(first);
        assertThat(board.path("appeals").path(0).path("due").asString()).isEqualTo("overdue");
        assertThat(board.path("appeals").path(0).path("independent").asBoolean())
                .isTrue();
        assertThat(senior.get("/api/v1/appeals?due=overdue")
                        .json()
                        .path("appeals")
                        .size())
                .isOne();
        assertThat(senior.get("/api/v1/appeals?state=nope&due=never&zone=Mars")
                        .json()
                        .path("errors"))
                .hasSize(3);
        var moderator = floor.as(TestCallers.person("ann", Role.MODERATOR).token());
        assertThat(moderator.get("/api/v1/appeals").status()).isEqualTo(403);
    }

    private Answer appeal(String appellant, String role) {
        return appeal(item, appellant, role);
    }

    private Answer appeal(UUID of, String appellant, String role) {
        return platform.post("/api/v1/appeals", """
                {"itemId":"%s","appellant":{"externalId":"%s","role":"%s"},"statement":"I was quoting."}
                """.formatted(of, appellant, role));
    }

    private void report(String reporter) {
        platform.post(
                "/api/v1/items/" + item + "/reports",
                "{\"reporter\":\"%s\",\"policy\":\"harassment\"}".formatted(reporter));
    }

    private void effective(UUID decision, String at) {
        jdbc.sql("UPDATE decision SET effective_at = " + at + " WHERE id = :id")
                .param("id", decision)
                .update();
    }

    private static Duration dueIn(Answer receipt) {
        return Duration.between(
                Instant.now(), Instant.parse(receipt.json().path("dueAt").asString()));
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static void assertRefused(Answer answer, int status, String slug) {
        assertThat(answer.slug()).isEqualTo(slug);
        assertThat(answer.status()).isEqualTo(status);
    }
}
