package dev.docket.client.shell;

import dev.docket.client.review.SampleWire;
import dev.docket.dto.Paths;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Session;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.quality.ModeratorQuality;
import dev.docket.dto.queue.ClaimedTasks;
import dev.docket.dto.queue.Questions;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.queue.RenewResult;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.Task;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A floor that speaks the contract over real HTTP, with a few tasks in its hands.
final class FakeFloorServer extends Dispatcher implements AutoCloseable {
    final List<String> decided = new CopyOnWriteArrayList<>();
    volatile boolean reachable = true;
    volatile boolean sessionValid = true;
    volatile @Nullable String refuseDecisionsWith;
    volatile int throttleSignIn;
    volatile Set<Role> roles = Set.of(Role.MODERATOR);
    final List<String> asked = new CopyOnWriteArrayList<>();

    volatile Questions questions = new Questions(List.of(), List.of());
    volatile ModeratorQuality coaching = SampleWire.coaching();
    private static final String ME = "0197a1b2-0000-7000-8000-000000000001";
    private static final String MINE = Paths.QUALITY + "/moderators/" + ME;

    private final MockWebServer server = new MockWebServer();
    private final JsonMapper json = new JsonMapper();
    private final Deque<Task> waiting = new ArrayDeque<>(SampleWire.tasks());

    FakeFloorServer() throws IOException {
        server.setDispatcher(this);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        if (!reachable) {
            return new MockResponse.Builder()
                    .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                    .build();
        }
        String path = request.getUrl().encodedPath();
        asked.add(path);
        if (path.equals(Paths.SESSION)) {
            return session(request);
        }
        if (!sessionValid) {
            return problem(401, "unauthenticated");
        }
        return switch (path) {
            case Paths.QUEUES -> answer(200, queues());
            case Paths.CLAIMS -> answer(200, new ClaimedTasks(claim()));
            case Paths.LEASES_RENEW -> answer(200, new RenewResult(List.of(), List.of()));
            case Paths.MY_QUESTIONS -> answer(200, questions);
            case Paths.EXPOSURE -> answer(200, SampleWire.exposure());
            case Paths.EVENTS -> new MockResponse(200, Headers.of("Content-Type", "text/event-stream"), ": hello\n\n");
            case MINE -> answer(200, coaching);
            default -> path.endsWith("/decision") ? decision(path) : new MockResponse(204, Headers.EMPTY, "");
        };
    }

    private MockResponse session(RecordedRequest request) {
        if (request.getMethod().equals("DELETE")) {
            return new MockResponse(204, Headers.EMPTY, "");
        }
        if (throttleSignIn > 0) {
            var headers = Headers.of("Retry-After", Integer.toString(throttleSignIn));
            return new MockResponse(429, headers, problemBody(429, "rate-limited"));
        }
        if (!request.getBody().utf8().contains("\"docket-demo\"")) {
            return problem(401, "bad-credentials");
        }
        sessionValid = true;
        giveBackEverything();
        var person = new PersonView(ME, "mod1", "Mina Okafor", roles, List.of(), List.of("*"), List.of("*"), Map.of());
        return answer(200, new Session("token", Instant.now().plusSeconds(3600), person));
    }

    private MockResponse decision(String path) {
        if (refuseDecisionsWith != null) {
            return problem(409, refuseDecisionsWith);
        }
        String taskId = path.split("/")[4];
        decided.add(taskId);
        var undoUntil = Instant.now().plusSeconds(5);
        return answer(201, new DecisionReceipt("d-" + taskId, DecisionState.HELD, undoUntil));
    }

    /// Who signs in anew finds the tasks again that an ended session held.
    private synchronized void giveBackEverything() {
        waiting.clear();
        waiting.addAll(SampleWire.tasks());
    }

    private synchronized List<Task> claim() {
        var next = waiting.pollFirst();
        return next == null ? List.of() : List.of(leased(next));
    }

    private static Task leased(Task task) {
        return new Task(
                task.id(),
                task.kind(),
                task.queue(),
                Instant.now().plusSeconds(7800),
                new Lease(7, Instant.now().plusSeconds(292)),
                task.item(),
                task.evidence(),
                task.policies(),
                task.first(),
                task.appeal(),
                task.unscored(),
                task.reason());
    }

    private static List<QueueView> queues() {
        var soon = Instant.now().plusSeconds(600);
        return List.of(
                new QueueView("harassment", "Harassment", 34, 2, soon, soon, 3),
                new QueueView("hate", "Hate", 12, 1, soon, soon, 0),
                new QueueView("spam", "Spam", 87, 4, soon, soon, 0),
                new QueueView("violence", "Violence", 5, 0, soon, soon, 1),
                new QueueView("self_harm", "Self-harm", 2, 0, soon, soon, 0));
    }

    private MockResponse problem(int status, String slug) {
        return new MockResponse(
                status, Headers.of("Content-Type", "application/problem+json"), problemBody(status, slug));
    }

    private String problemBody(int status, String slug) {
        return json.writeValueAsString(new Problem(Problem.TYPE_PREFIX + slug, slug, status, null, "4f1c", null));
    }

    private MockResponse answer(int status, Object body) {
        return new MockResponse(status, Headers.of("Content-Type", "application/json"), json.writeValueAsString(body));
    }
}
