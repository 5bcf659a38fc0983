package dev.docket.backend.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.InvalidInput;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.people.CreateApiKey;
import dev.docket.dto.people.Scope;
import dev.docket.dto.problem.FieldError;
import dev.docket.dto.review.DecisionRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private final StrictJson json = new StrictJson();

    @Test
    void readsARecordAsItWasSent() {
        var item = json.read("""
                {"source":"forum","externalId":"p-1","text":"ü 😀","occurredAt":"2026-11-20T11:00:00+01:00",
                 "media":[{"kind":"IMAGE","url":"https://a.example/b.png"}],"metadata":{"a":"b"},"author":null}
                """, ItemContent.class);
        assertThat(item.text()).isEqualTo("ü 😀");
        assertThat(item.occurredAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(item.media()).hasSize(1);
        assertThat(item.metadata()).containsEntry("a", "b");
        assertThat(item.author()).isNull();
    }

    @Test
    void readsEnumsByTheirNameOnTheWire() {
        var request = json.read("{\"name\":\"k\",\"scopes\":[\"items:write\"]}", CreateApiKey.class);
        assertThat(request.scopes()).containsExactly(Scope.ITEMS_WRITE);
    }

    @Test
    void tellsOfEveryFaultAtOnce() {
        var problem = refusal("""
                {"lease":"7","outcome":"MAYBE","violations":[{"policy":1,"severity":2.5,"spans":[[0,"x"],null]}],
                 "a/b":1,"note":"a\\u0000b","reasons":"\\ud800","elapsedMs":1e30}
                """, DecisionRequest.class);
        assertThat(problem.kind()).isEqualTo(CommonProblem.UNKNOWN_FIELD);
        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/a~1b",
                        "/lease",
                        "/outcome",
                        "/violations/0/policy",
                        "/violations/0/severity",
                        "/violations/0/spans/0/1",
                        "/violations/0/spans/1",
                        "/note",
                        "/reasons",
                        "/elapsedMs");
    }

    @Test
    void asksForWhatIsMissing() {
        assertThat(refusal("{}", ItemContent.class).errors())
                .containsExactly(
                        new FieldError("/source", "is required"), new FieldError("/externalId", "is required"));
    }

    @Test
    void namesTheConstantsThatExist() {
        assertThat(refusal("{\"name\":\"k\",\"scopes\":[\"root\"]}", CreateApiKey.class)
                        .errors())
                .singleElement()
                .extracting(FieldError::detail)
                .asString()
                .contains("items:write", "decisions:read");
    }

    @Test
    void doesNotAnswerWithMoreThanAHundredFaults() {
        assertThat(refusal("{\"queues\":[" + "1,".repeat(5000) + "1]}", dev.docket.dto.queue.ClaimRequest.class)
                        .errors())
                .hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}{}",
                "{} x",
                "{'a':1}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":NaN}",
                "\uFEFF{}",
                "// c\n{}",
                "{\"a\":01}",
                "{\"a\":\"\t\"}"
            })
    void refusesWhatIsNotJson(String body) {
        assertMalformed(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertMalformed(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});
        assertMalformed("{}".getBytes(StandardCharsets.UTF_16));
    }

    @Test
    void refusesAbsurdDepthWithoutFalling() {
        assertMalformed("[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        assertMalformed(("{\"a\":".repeat(40) + "1" + "}".repeat(40)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesAListWhereAnObjectBelongs() {
        assertThat(refusal("[]", ItemContent.class).errors())
                .isEqualTo(List.of(new FieldError("", "must be an object")));
        assertThat(refusal("null", ItemContent.class).errors())
                .isEqualTo(List.of(new FieldError("", "must not be null")));
    }

    private InvalidInput refusal(String body, Class<?> type) {
        return catchThrowableOfType(InvalidInput.class, () -> json.read(body, type));
    }

    private void assertMalformed(byte[] body) {
        assertThatThrownBy(() -> json.read(body, ItemContent.class))
                .isInstanceOfSatisfying(
                        DomainProblem.class, p -> assertThat(p.kind()).isEqualTo(CommonProblem.MALFORMED_JSON));
    }
}
