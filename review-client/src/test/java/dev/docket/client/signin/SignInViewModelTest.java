package dev.docket.client.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Session;
import dev.docket.dto.people.SignIn;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.problem.Slug;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeSessions sessions = new FakeSessions();
    private final List<String> arrived = new ArrayList<>();
    private final SignInViewModel model = new SignInViewModel(
            sessions,
            background,
            background.clock(),
            session -> arrived.add(session.person().username()));

    @BeforeEach
    void type() {
        model.usernameProperty().set(" ann ");
        model.passwordProperty().set("secret");
    }

    @Test
    void theRightPasswordLetsIn() {
        model.signIn();

        assertThat(arrived).containsExactly("ann");
        assertThat(model.passwordProperty().get()).isEmpty();
    }

    @Test
    void theWrongPasswordIsSaidAndForgotten() {
        sessions.refusal = problem(Slug.BAD_CREDENTIALS, null);
        model.signIn();

        assertThat(model.stateProperty().get()).isEqualTo(new SignInState.WrongCredentials());
        assertThat(model.passwordProperty().get()).isEmpty();
        assertThat(model.usernameProperty().get()).isEqualTo(" ann ");
    }

    @Test
    void tooManyTriesCountDownUntilTheNext() {
        sessions.refusal = problem(Slug.RATE_LIMITED, Duration.ofSeconds(3));
        model.signIn();
        assertThat(model.stateProperty().get()).isEqualTo(new SignInState.Throttled(3));

        background.advance(Duration.ofSeconds(2));
        model.signIn();
        assertThat(model.stateProperty().get()).isEqualTo(new SignInState.Throttled(1));
        assertThat(sessions.asked).isEqualTo(1);

        background.advance(Duration.ofSeconds(1));
        assertThat(model.stateProperty().get()).isEqualTo(new SignInState.Ready());
    }

    @Test
    void aFloorOutOfReachKeepsThePasswordForTheNextTry() {
        sessions.offline = true;
        model.signIn();
        assertThat(model.stateProperty().get()).isEqualTo(new SignInState.Unreachable());

        sessions.offline = false;
        model.signIn();
        assertThat(arrived).containsExactly("ann");
    }

    @Test
    void nothingIsAskedWithoutAName() {
        model.usernameProperty().set(" ");
        model.signIn();

        assertThat(model.stateProperty().get()).isEqualTo(new SignInState.Incomplete(true));
        assertThat(sessions.asked).isZero();
    }

    @Test
    void aSecondPressWhileAskingAsksOnce() {
        background.hold();
        model.signIn();
        model.signIn();
        background.release();

        assertThat(sessions.asked).isEqualTo(1);
    }

    @Test
    void aFaultOfTheFloorNamesItsTrace() {
        sessions.refusal = problem(Slug.INTERNAL, null);
        model.signIn();

        assertThat(model.stateProperty().get()).isEqualTo(new SignInState.Failed("trace-1"));
    }

    private static ApiProblem problem(String slug, Duration retryAfter) {
        return new ApiProblem(new Problem(Problem.TYPE_PREFIX + slug, slug, 400, null, "trace-1", null), retryAfter);
    }

    private static final class FakeSessions implements SessionApi {
        private ApiProblem refusal;
        private boolean offline;
        private int asked;

        @Override
        public Session signIn(SignIn credentials) throws ApiProblem, Offline {
            asked++;
            if (offline) {
                throw new Offline(new ConnectException());
            }
            if (refusal != null) {
                throw refusal;
            }
            var person = new PersonView(
                    "p1",
                    credentials.username(),
                    "Ann",
                    Set.of(Role.MODERATOR),
                    List.of(),
                    List.of("*"),
                    List.of("*"),
                    Map.of());
            return new Session("token", java.time.Instant.EPOCH, person);
        }

        @Override
        public void signOut(String token) {}
    }
}
