package dev.docket.client.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.people.SignIn;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FloorTest {
    private final MockWebServer server = new MockWebServer();
    private final List<String> watched = new ArrayList<>();
    private Floor floor;

    @BeforeEach
    void start() throws IOException {
        server.start();
        floor = Floor.at(server.url("/").uri(), new Watched());
    }

    @AfterEach
    void stop() {
        floor.close();
        server.close();
    }

    @Test
    void aDecisionTravelsWithTokenAndKey() throws Exception {
        answer(201, "{\"decisionId\":\"d1\",\"state\":\"HELD\",\"undoUntil\":\"2026-11-20T10:00:05Z\"}");
        var decision = new DecisionRequest(7, Outcome.APPROVE, null, null, "fine", 900L, null, null);
        var receipt = new HttpReviewApi(floor.as("secret")).decide("t1", decision, "key-1");

        var request = server.takeRequest();
        assertThat(receipt.state()).isEqualTo(DecisionState.HELD);
        assertThat(receipt.undoUntil()).isEqualTo(Instant.parse("2026-11-20T10:00:05Z"));
        assertThat(request.getUrl().encodedPath()).isEqualTo("/api/v1/tasks/t1/decision");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer secret");
        assertThat(request.getHeaders().get("Idempotency-Key")).isEqualTo("key-1");
        assertThat(request.getBody().utf8()).contains("\"lease\":7", "\"outcome\":\"APPROVE\"");
    }

    @Test
    void aFieldTheDeskDoesNotKnowIsIgnored() throws Exception {
        answer(200, "{\"tasks\":[],\"mood\":\"new\"}");

        assertThat(new HttpReviewApi(floor).claim(new ClaimRequest(null, 3))).isEmpty();
    }

    @Test
    void aRefusalCarriesTheFloorsWords() {
        answer(
                409,
                "{\"type\":\"urn:docket:problem:lease-lost\",\"title\":\"Gone\",\"status\":409,\"traceId\":\"abc\"}");
        var problem = catchThrowableOfType(ApiProblem.class, () -> new HttpReviewApi(floor).undo("d1"));

        assertThat(problem.slug()).isEqualTo(Slug.LEASE_LOST);
        assertThat(problem.problem().traceId()).isEqualTo("abc");
        assertThat(watched).containsExactly("reached");
    }

    @Test
    void throttlingSaysHowLong() {
        server.enqueue(new MockResponse(
                429,
                Headers.of("Retry-After", "42"),
                "{\"type\":\"urn:docket:problem:rate-limited\",\"title\":\"Slow down\",\"status\":429}"));
        var problem = catchThrowableOfType(ApiProblem.class, this::signIn);

        assertThat(problem.retryAfter()).contains(Duration.ofSeconds(42));
    }

    @Test
    void anAnswerThatIsNoProblemDocumentIsKnownByItsStatus() {
        answer(403, "<html>no</html>");
        var problem = catchThrowableOfType(ApiProblem.class, this::signIn);

        assertThat(problem.slug()).isEqualTo(Slug.FORBIDDEN);
    }

    @Test
    void anAnswerThatCannotBeReadIsAFaultOfTheFloor() {
        answer(200, "<html>welcome</html>");
        var problem = catchThrowableOfType(ApiProblem.class, this::signIn);

        assertThat(problem.slug()).isEqualTo(Slug.INTERNAL);
    }

    @Test
    void anExpiredTokenIsNoticed() {
        answer(401, "{\"type\":\"urn:docket:problem:unauthenticated\",\"title\":\"Who?\",\"status\":401}");
        catchThrowableOfType(ApiProblem.class, () -> new HttpReviewApi(floor.as("old")).queues());

        assertThat(watched).containsExactly("reached", "signedOut");
    }

    @Test
    void aWrongPasswordIsNotAnExpiredToken() {
        answer(401, "{\"type\":\"urn:docket:problem:bad-credentials\",\"title\":\"No\",\"status\":401}");
        catchThrowableOfType(ApiProblem.class, this::signIn);

        assertThat(watched).containsExactly("reached");
    }

    @Test
    void aGatewayThatCannotReachTheFloorMeansOffline() {
        answer(502, "Bad Gateway");

        assertThat(catchThrowableOfType(Offline.class, this::signIn)).isNotNull();
        assertThat(watched).containsExactly("unreachable");
    }

    @Test
    void aFloorThatIsNotThereMeansOffline() {
        floor = Floor.at(URI.create("http://127.0.0.1:1"), new Watched());

        assertThat(catchThrowableOfType(Offline.class, this::signIn)).isNotNull();
        assertThat(watched).containsExactly("unreachable");
    }

    @Test
    void aFloorBelowAPathIsFound() throws Exception {
        answer(200, "[]");
        new HttpReviewApi(Floor.at(server.url("/docket/").uri(), new Watched())).queues();

        assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/docket/api/v1/queues");
    }

    @Test
    void signingOutRevokesTheToken() throws Exception {
        server.enqueue(new MockResponse(204, Headers.EMPTY, ""));
        new HttpSessionApi(floor).signOut("secret");

        var request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("DELETE");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer secret");
    }

    private void signIn() throws ApiProblem, Offline {
        new HttpSessionApi(floor).signIn(new SignIn("ann", "wrong"));
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse(status, Headers.of("Content-Type", "application/json"), body));
    }

    private final class Watched implements Floor.Watcher {
        @Override
        public void reached() {
            watched.add("reached");
        }

        @Override
        public void unreachable() {
            watched.add("unreachable");
        }

        @Override
        public void signedOut() {
            watched.add("signedOut");
        }
    }
}
