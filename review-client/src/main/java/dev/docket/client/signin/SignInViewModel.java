package dev.docket.client.signin;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.people.Session;
import dev.docket.dto.people.SignIn;
import dev.docket.dto.problem.Slug;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Signing in without its looks. The password is forgotten as soon as the floor has answered.
public final class SignInViewModel {
    private static final Duration WAIT_IF_UNSAID = Duration.ofMinutes(1);

    private final SessionApi sessions;
    private final Background background;
    private final InstantSource clock;
    private final Consumer<Session> signedIn;
    private final StringProperty username = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<SignInState> state = new ReadOnlyObjectWrapper<>(new SignInState.Ready());
    private @Nullable Cancellable countdown;

    public SignInViewModel(
            SessionApi sessions, Background background, InstantSource clock, Consumer<Session> signedIn) {
        this.sessions = sessions;
        this.background = background;
        this.clock = clock;
        this.signedIn = signedIn;
    }

    /// Comes up with a name already there and something to say, such as why the last session ended.
    public void greet(String name, SignInState why) {
        username.set(name);
        password.set("");
        show(why);
    }

    public void signIn() {
        if (busy.get() || state.get() instanceof SignInState.Throttled) {
            return;
        }
        if (username.get().isBlank() || password.get().isEmpty()) {
            show(new SignInState.Incomplete(username.get().isBlank()));
            return;
        }
        busy.set(true);
        var credentials = new SignIn(username.get().strip(), password.get());
        background
                .run(() -> sessions.signIn(credentials))
                .onSuccess(this::arrived)
                .onProblem(Slug.BAD_CREDENTIALS, problem -> refused(new SignInState.WrongCredentials()))
                .onProblem(Slug.UNAUTHENTICATED, problem -> refused(new SignInState.WrongCredentials()))
                .onProblem(Slug.RATE_LIMITED, this::throttled)
                .onOffline(fault -> failed(new SignInState.Unreachable()))
                .onFailure(fault -> failed(SignInState.Failed.of(fault)));
    }

    private void arrived(Session session) {
        busy.set(false);
        password.set("");
        show(new SignInState.Ready());
        signedIn.accept(session);
    }

    private void refused(SignInState why) {
        password.set("");
        failed(why);
    }

    private void failed(SignInState why) {
        busy.set(false);
        show(why);
    }

    private void throttled(ApiProblem problem) {
        busy.set(false);
        var until = clock.instant().plus(problem.retryAfter().orElse(WAIT_IF_UNSAID));
        countDown(until);
        countdown = background.every(Duration.ofSeconds(1), () -> countDown(until));
    }

    private void countDown(Instant until) {
        var left = Duration.between(clock.instant(), until);
        if (left.isPositive()) {
            // Rounded up, so that "0 s" is never shown.
            state.set(new SignInState.Throttled(left.plusMillis(999).toSeconds()));
        } else {
            show(new SignInState.Ready());
        }
    }

    private void show(SignInState next) {
        if (countdown != null) {
            countdown.cancel();
            countdown = null;
        }
        state.set(next);
    }

    public StringProperty usernameProperty() {
        return username;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    /// Whether the floor is being asked.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SignInState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
