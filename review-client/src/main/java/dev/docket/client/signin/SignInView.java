package dev.docket.client.signin;

import dev.docket.client.common.control.Mark;
import dev.docket.client.common.i18n.Messages;
import java.net.URI;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// The sign-in screen.
public final class SignInView {
    private static final PseudoClass GOOD_NEWS = PseudoClass.getPseudoClass("good-news");
    private static final double MARK_SIZE = 40;

    private final SignInViewModel model;
    private final Messages messages;
    private final URI server;

    @FXML
    private StackPane root;

    @FXML
    private StackPane mark;

    @FXML
    private Label title;

    @FXML
    private Label address;

    @FXML
    private Label nameLabel;

    @FXML
    private TextField name;

    @FXML
    private Label passwordLabel;

    @FXML
    private PasswordField password;

    @FXML
    private Button enter;

    @FXML
    private ProgressIndicator progress;

    @FXML
    private HBox saying;

    @FXML
    private FontIcon sayingIcon;

    @FXML
    private Label sayingText;

    @SuppressWarnings("NullAway.Init") // The loader sets the fields before initialize().
    public SignInView(SignInViewModel model, Messages messages, URI server) {
        this.model = model;
        this.messages = messages;
        this.server = server;
    }

    @FXML
    void initialize() {
        mark.getChildren().add(new Mark(MARK_SIZE));
        title.setText(messages.get("signin.title"));
        address.setText(messages.get("signin.address", server.getAuthority()));
        nameLabel.setText(messages.get("signin.name"));
        nameLabel.setLabelFor(name);
        passwordLabel.setText(messages.get("signin.password"));
        passwordLabel.setLabelFor(password);
        name.textProperty().bindBidirectional(model.usernameProperty());
        password.textProperty().bindBidirectional(model.passwordProperty());
        progress.visibleProperty().bind(model.busyProperty());
        enter.setDefaultButton(true);
        enter.setOnAction(event -> model.signIn());
        model.stateProperty().subscribe(this::show);
        model.busyProperty().subscribe(busy -> enter.setText(word(busy)));
    }

    public Parent root() {
        return root;
    }

    /// Puts the cursor where the person will type first.
    public void focus() {
        if (name.getText().isEmpty()) {
            name.requestFocus();
        } else {
            password.requestFocus();
        }
    }

    private String word(boolean busy) {
        if (busy) {
            return messages.get("signin.entering");
        }
        return messages.get(
                model.stateProperty().get() instanceof SignInState.Unreachable ? "signin.retry" : "signin.enter");
    }

    private void show(SignInState state) {
        var text = words(state);
        saying.setVisible(!text.isEmpty());
        sayingText.setText(text);
        saying.pseudoClassStateChanged(
                GOOD_NEWS, state instanceof SignInState.SessionEnded || state instanceof SignInState.LeftBehind);
        sayingIcon.setIconLiteral(icon(state));
        enter.setDisable(state instanceof SignInState.Throttled);
        enter.setText(word(model.busyProperty().get()));
        switch (state) {
            case SignInState.WrongCredentials wrong -> password.requestFocus();
            case SignInState.Incomplete incomplete -> (incomplete.nameMissing() ? name : password).requestFocus();
            default -> {}
        }
    }

    private static String icon(SignInState state) {
        return switch (state) {
            case SignInState.Unreachable unreachable -> "mdi2c-cloud-off-outline";
            case SignInState.Throttled throttled -> "mdi2t-timer-sand";
            case SignInState.SessionEnded ended -> "mdi2i-information-outline";
            case SignInState.LeftBehind left -> "mdi2i-information-outline";
            default -> "mdi2a-alert-circle-outline";
        };
    }

    private String words(SignInState state) {
        return switch (state) {
            case SignInState.Ready ready -> "";
            case SignInState.Incomplete incomplete ->
                messages.get(incomplete.nameMissing() ? "signin.name-missing" : "signin.password-missing");
            case SignInState.WrongCredentials wrong -> messages.get("signin.wrong-credentials");
            case SignInState.Throttled throttled -> messages.get("signin.throttled", throttled.seconds());
            case SignInState.Unreachable unreachable -> messages.get("signin.unreachable");
            case SignInState.SessionEnded ended -> messages.get("signin.session-ended", ended.kept());
            case SignInState.LeftBehind left -> messages.get("signin.left-behind", left.kept());
            case SignInState.AlreadyOpen open -> messages.get("signin.already-open");
            case SignInState.NoJournal none -> messages.get("signin.no-journal");
            case SignInState.Failed failed ->
                failed.traceId() == null
                        ? messages.get("signin.failed")
                        : messages.get("signin.failed-trace", failed.traceId());
        };
    }
}
