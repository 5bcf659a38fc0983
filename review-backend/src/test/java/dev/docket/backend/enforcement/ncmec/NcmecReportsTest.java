package dev.docket.backend.enforcement.ncmec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FloorTest
class NcmecReportsTest {
    private static final String REPORTS = "/api/v1/ncmec-reports";

    @Autowired
    private FloorClient anybody;

    @Autowired
    private JdbcClient jdbc;

    private FloorClient preparer;
    private FloorClient releaser;

    @BeforeEach
    void signIn() {
        preparer = anybody.as(TestCallers.person("sen", Role.SENIOR).token());
        releaser = anybody.as(TestCallers.person("sue", Role.SUPERVISOR).token());
    }

    @Test
    void onePreparesAnotherReleasesSomebodyFiles() {
        var item = Decided.item("u-1");
        var decision = Decided.violation(item, 1, 4, "[{\"type\":\"REMOVE\"}]");
        var prepared = preparer.post(REPORTS, """
                {"decisionId":"%s","incident":"ONLINE_ENTICEMENT","includeText":true}""".formatted(decision));
        assertThat(prepared.status()).as(prepared.body()).isEqualTo(201);
        assertThat(prepared.json().path("itemId").asString()).isEqualTo(item.toString());
        assertThat(prepared.body()).as("what it says is not in lists").doesNotContain("idiot", "Zoë");
        var report = REPORTS + "/" + prepared.json().path("id").asString();

        assertThat(preparer.post(report + "/filed", "{\"reportNumber\":\"1\"}").slug())
                .isEqualTo("report-not-ready");
        assertThat(preparer.post(report + "/release", "{}").slug()).isEqualTo("second-approver-needed");
        var document = releaser.get(report + "/document");
        assertThat(document.header("content-type")).startsWith("application/xml");
        assertThat(document.header("cache-control")).contains("no-store");
        assertThat(document.body()).contains("you are an idiot", "a=1&amp;b=2");
        assertThat(ElementOrder.faults(document.body())).isEmpty();
        assertThat(releaser.post(report + "/release", "{}").json().path("state").asString())
                .isEqualTo("READY");
        assertThat(releaser.post(report + "/filed", "{\"reportNumber\":\"x\"}").status())
                .isEqualTo(422);
        var filed = preparer.post(report + "/filed", "{\"reportNumber\":\"4564654\"}");
        assertThat(filed.json().path("state").asString()).isEqualTo("FILED");
        assertThat(preparer.post(report + "/withdraw", "{}").status()).isEqualTo(409);
    }

    @Test
    void everyStepIsInTheTrailAndNothingOfTheContent() {
        var item = Decided.item("u-1");
        var prepared = preparer.post(REPORTS, body(item));
        preparer.get(REPORTS + "/" + prepared.json().path("id").asString() + "/document");
        var details = jdbc.sql("SELECT details::text FROM audit_entry WHERE action LIKE 'ncmec.%'")
                .query(String.class)
                .list();
        assertThat(details).hasSize(2);
        assertThat(details.toString()).doesNotContain("idiot", "Zoë", "u-1");
    }

    @Test
    void anItemHasOneOpenReport() {
        var item = Decided.item("u-1");
        var first = preparer.post(REPORTS, body(item));
        assertThat(preparer.post(REPORTS, body(item)).slug()).isEqualTo("report-not-ready");
        preparer.post(REPORTS + "/" + first.json().path("id").asString() + "/withdraw", "{}");
        assertThat(preparer.post(REPORTS, body(item)).status()).isEqualTo(201);
        assertThat(preparer.get(REPORTS).json().path("items").size()).isEqualTo(2);
    }

    @Test
    void wrongInputIsToldAtOnce() {
        var refused = preparer.post(REPORTS, """
                {"incident":"ONLINE_ENTICEMENT","escalate":"%s"}""".formatted("x".repeat(3_001)));
        assertThat(refused.json().path("errors").size()).isEqualTo(2);
        assertThat(preparer.post(REPORTS, body("01999999-0000-7000-8000-000000000000"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlySeniorsComeNear() {
        for (var role : new Role[] {Role.MODERATOR, Role.POLICY, Role.ML, Role.ADMIN}) {
            var caller =
                    anybody.as(TestCallers.person("p" + role.ordinal(), role).token());
            assertThat(caller.get(REPORTS).status()).as(role.name()).isEqualTo(403);
            assertThat(caller.post(REPORTS, body(Decided.item("u-1"))).status())
                    .as(role.name())
                    .isEqualTo(403);
        }
        assertThat(anybody.as(TestCallers.key(Scope.values())).get(REPORTS).status())
                .isEqualTo(403);
    }

    private static String body(Object item) {
        return "{\"itemId\":\"" + item + "\",\"incident\":\"ONLINE_ENTICEMENT\"}";
    }
}
