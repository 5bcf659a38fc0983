package dev.docket.backend.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

class ProblemAdviceTest {
    private final ProblemAdvice advice = new ProblemAdvice(new Problems(new JsonMapper(), List.of()));
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

    @Test
    void aFaultOfOursTellsNothingOfItself() {
        var answer = advice.broken(new IllegalStateException("canary: what the item said"), request);
        assertThat(answer).isNotNull();
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(String.valueOf(answer.getBody())).doesNotContain("canary").contains("traceId");
    }

    @Test
    void aDatabaseAwayAsksToComeBack() {
        var answer = advice.databaseAway(new DataAccessResourceFailureException("canary"), request);
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThat(String.valueOf(answer.getBody())).doesNotContain("canary");
    }

    @Test
    void extensionsCannotReplaceTheDocumentsOwnMembers() {
        var problem = new DomainProblem(
                CommonProblem.RATE_LIMITED, "Wait.", Map.of("status", 200, "retryAfter", 7, "task", "t-1"));
        var answer = advice.refused(problem, request);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("7");
        assertThat(answer.getBody())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("status", 429)
                .containsEntry("task", "t-1");
    }
}
