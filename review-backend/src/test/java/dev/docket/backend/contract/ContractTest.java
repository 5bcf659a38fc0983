package dev.docket.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorClient.Answer;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The calls of the HTTP contract built so far, against the OpenAPI document that the floor
/// serves and against what it really answers.
@FloorTest
class ContractTest {
    @Autowired
    private FloorClient floor;

    private OpenApi openApi;

    @BeforeEach
    void fetchDocument() {
        openApi = new OpenApi(floor.get("/v3/api-docs").json());
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/v1/session,                        200",
        "DELETE, /api/v1/session,                        204",
        "POST,   /api/v1/api-keys,                       201",
        "GET,    /api/v1/me,                             200",
        "POST,   /api/v1/items,                          202",
        "POST,   /api/v1/items,                          200",
        "POST,   /api/v1/items/batch,                    200",
        "GET,    /api/v1/items/{id},                     200",
        "GET,    /api/v1/items,                          200",
        "POST,   /api/v1/items/{id}/reports,             201",
        "POST,   /api/v1/items/{id}/reports,             200",
        "PATCH,  /api/v1/items/{id}/metrics,             200",
        "DELETE, /api/v1/items/{id}/content,             204",
        "GET,    /api/v1/decisions,                      200",
        "POST,   /api/v1/classify,                       200",
        "GET,    /api/v1/queues,                         200",
        "POST,   /api/v1/claims,                         200",
        "POST,   /api/v1/leases/renew,                   200",
        "GET,    /api/v1/tasks/{id},                     200",
        "POST,   /api/v1/tasks/{id}/decision,            201",
        "POST,   /api/v1/tasks/{id}/skip,                204",
        "POST,   /api/v1/tasks/{id}/put-down,            204",
        "POST,   /api/v1/tasks/{id}/escalate,            204",
        "POST,   /api/v1/decisions/{id}/undo,            204",
        "POST,   /api/v1/label-sets,                     201",
        "GET,    /api/v1/label-sets/{version}/export,    200",
        "GET,    /api/v1/label-sets/{version}/card,      200",
        "POST,   /api/v1/models/train,                   202",
        "GET,    /api/v1/models/{version}/run,           200",
        "GET,    /api/v1/models/{version}/evaluation,    200",
        "POST,   /api/v1/models/{version}/evaluation,    202",
        "GET,    /api/v1/jobs,                           200",
        "GET,    /api/v1/jobs/{id},                      200",
        "DELETE, /api/v1/jobs/{id},                      204",
        "GET,    /api/v1/quality/agreement,              200",
        "GET,    /api/v1/quality/moderators/{id},        200",
        "GET,    /api/v1/models,                         200",
        "POST,   /api/v1/models,                         201",
        "GET,    /api/v1/models/{version},               200",
        "POST,   /api/v1/models/{version}/shadow,        200",
        "GET,    /api/v1/models/{version}/shadow,        200",
        "GET,    /api/v1/models/{version}/gates,         200",
        "POST,   /api/v1/models/{version}/approve,       200",
        "POST,   /api/v1/models/{version}/promote,       200",
        "POST,   /api/v1/models/{version}/rollback,      200",
        "POST,   /api/v1/models/rescoring,               202",
        "GET,    /api/v1/models/drift,                   200",
        "POST,   /api/v1/models/proposals/{id}/settle,   200",
        "PUT,    /api/v1/watching,                       200",
        "POST,   /api/v1/golden-items,                   201",
        "GET,    /api/v1/policies/{key},                 200",
        "PUT,    /api/v1/policies/{key},                 200",
        "GET,    /api/v1/policies,                       200",
        "POST,   /api/v1/policies,                       201",
        "GET,    /api/v1/policies/{key}/versions,        200",
        "GET,    /api/v1/policies/{key}/diff,            200",
        "POST,   /api/v1/policies/{key}/automation,      202",
        "POST,   /api/v1/policies/{key}/simulate,        200",
        "GET,    /api/v1/automation,                     200",
        "PUT,    /api/v1/automation,                     200",
        "GET,    /api/v1/audit-share,                    200",
        "GET,    /api/v1/audit,                          200",
        "GET,    /api/v1/audit/verify,                   200",
        "GET,    /api/v1/events,                         200",
        "POST,   /api/v1/appeals,                        201",
        "GET,    /api/v1/appeals/{id},                   200",
        "GET,    /api/v1/appeals,                        200",
        "GET,    /api/v1/appeals/overturns,              200",
        "GET,    /api/v1/appeals/{id}/dossier,           200",
        "POST,   /api/v1/appeals/{id}/reveal,            200",
        "POST,   /api/v1/appeals/{id}/notice,            200",
        "GET,    /api/v1/insights/{panel},               200",
        "POST,   /api/v1/quality/moderators/{id}/cards/{item}/send, 200",
        "POST,   /api/v1/quality/moderators/{id}/cards/{item}/acknowledge, 204",
        "GET,    /api/v1/health,                         200",
        "GET,    /api/v1/metrics/performance,            200",
        "GET,    /api/v1/metrics/ai-inference,           200",
        "GET,    /api/v1/metrics/sla,                    200",
    })
    void theDocumentKnowsEveryCall(String method, String path, String status) {
        assertThat(openApi.has(method, path)).as("%s %s", method, path).isTrue();
        assertThat(openApi.statuses(method, path)).contains(status);
        assertThat(openApi.documentsProblems(method, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/moderations, ModerationRefusal",
        "/v1alpha1/comments:analyze, PerspectiveRefusal",
        "/v1alpha1/comments:suggestscore, PerspectiveRefusal",
    })
    void theDocumentKnowsTheCallsOfOtherServices(String path, String refusal) {
        assertThat(openApi.has("POST", path)).as(path).isTrue();
        assertThat(openApi.statuses("POST", path)).contains("200", "400", "401", "403", "429", "503");
        assertThat(openApi.refusal("POST", path, 400)).isEqualTo(refusal);
    }

    @Test
    void answersAreAsTheDocumentSays() {
        var platform = floor.as(TestCallers.key(Scope.values()));
        var moderator = floor.as(TestCallers.person("ann", Role.MODERATOR).token());
        var admin = floor.as(TestCallers.person("ada", Role.ADMIN).token());
        Tasks.waiting("harassment");
        Tasks.waiting("spam");

        var softly = new SoftAssertions();
        String item = """
                {"source":"forum","externalId":"p-1","text":"good morning","author":{"externalId":"u-1"}}""";
        agrees(softly, "POST", "/api/v1/items", 202, platform.post("/api/v1/items", item));
        agrees(softly, "POST", "/api/v1/items", 200, platform.post("/api/v1/items?wait=true", item));
        agrees(softly, "GET", "/api/v1/items", 200, platform.get("/api/v1/items?source=forum&externalId=p-1"));
        agrees(softly, "GET", "/api/v1/me", 200, moderator.get("/api/v1/me"));
        agrees(
                softly,
                "POST",
                "/v1/moderations",
                200,
                platform.post("/v1/moderations", "{\"input\":[\"good morning\",\"good night\"]}"));
        agrees(softly, "POST", "/v1alpha1/comments:analyze", 200, platform.post("/v1alpha1/comments:analyze", """
                        {"comment":{"text":"good morning"},"requestedAttributes":{"TOXICITY":{}},"clientToken":"t"}"""));
        agrees(softly, "GET", "/api/v1/queues", 200, moderator.get("/api/v1/queues"));
        agrees(softly, "GET", "/api/v1/decisions", 200, platform.get("/api/v1/decisions"));
        var claimed = moderator.post("/api/v1/claims", "{\"queues\":[\"harassment\"],\"count\":1}");
        agrees(softly, "POST", "/api/v1/claims", 200, claimed);
        var task = claimed.json().path("tasks").path(0);
        String id = task.path("id").asString();
        long lease = task.path("lease").path("number").asLong();
        agrees(softly, "GET", "/api/v1/tasks/{id}", 200, moderator.get("/api/v1/tasks/" + id));
        agrees(
                softly,
                "POST",
                "/api/v1/leases/renew",
                200,
                moderator.post(
                        "/api/v1/leases/renew",
                        "{\"leases\":[{\"taskId\":\"%s\",\"number\":%d}]}".formatted(id, lease)));
        agrees(
                softly,
                "POST",
                "/api/v1/tasks/{id}/decision",
                201,
                moderator.post(
                        "/api/v1/tasks/" + id + "/decision",
                        "{\"lease\":%d,\"outcome\":\"APPROVE\"}".formatted(lease),
                        "Idempotency-Key",
                        "k-1"));
        var supervisor = TestCallers.person("sue", Role.SUPERVISOR);
        agrees(
                softly,
                "GET",
                "/api/v1/quality/agreement",
                200,
                floor.as(supervisor.token()).get("/api/v1/quality/agreement"));
        agrees(
                softly,
                "GET",
                "/api/v1/quality/moderators/{id}",
                200,
                floor.as(supervisor.token()).get("/api/v1/quality/moderators/" + supervisor.id()));
        agrees(softly, "GET", "/api/v1/insights/{panel}", 200, moderator.get("/api/v1/insights/queue-ages"));
        agrees(softly, "GET", "/api/v1/policies/{key}", 200, moderator.get("/api/v1/policies/hate"));
        agrees(softly, "GET", "/api/v1/audit", 200, admin.get("/api/v1/audit"));
        agrees(softly, "GET", "/api/v1/audit/verify", 200, admin.get("/api/v1/audit/verify"));
        agrees(softly, "GET", "/api/v1/health", 200, admin.get("/api/v1/health"));
        softly.assertAll();
    }

    @Test
    void refusalsAreProblemDocuments() {
        Answer unknown = floor.as(TestCallers.key(Scope.values())).get("/api/v1/items/nothing");
        Answer nobody = floor.get("/api/v1/me");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(nobody.status()).isEqualTo(401);
        for (Answer answer : new Answer[] {unknown, nobody}) {
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
            assertThat(answer.json().path("type").asString()).startsWith("urn:docket:problem:");
            assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
            assertThat(answer.json().path("traceId").asString()).isNotBlank();
        }
    }

    private void agrees(SoftAssertions softly, String method, String path, int status, Answer answer) {
        softly.assertThat(answer.status()).as("%s %s", method, path).isEqualTo(status);
        softly.assertThat(openApi.departures(method, path, status, answer.json()))
                .as("%s %s", method, path)
                .isEmpty();
    }
}
