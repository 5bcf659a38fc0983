package dev.docket.client.shell;

import dev.docket.client.api.Floor;
import dev.docket.client.api.HttpSessionApi;
import dev.docket.client.care.CareSheet;
import dev.docket.client.coaching.CoachingSheet;
import dev.docket.client.common.control.Overlay;
import dev.docket.client.common.shortcut.Command;
import dev.docket.client.common.shortcut.CommandPalette;
import dev.docket.client.common.shortcut.KeySheet;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcut.Scope;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.theme.Theme;
import dev.docket.client.journal.JournalInUse;
import dev.docket.client.questions.QuestionsSheet;
import dev.docket.client.signin.SessionApi;
import dev.docket.client.signin.SignInState;
import dev.docket.client.signin.SignInView;
import dev.docket.client.signin.SignInViewModel;
import dev.docket.dto.people.Session;
import java.io.IOException;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window's inside: the sign-in screen or one person's workplace, and whatever floats above.
///
/// The composition root. Everything is built here by constructor; nothing looks anything up.
final class Shell implements DeskDeeds {
    private static final Logger log = LoggerFactory.getLogger(Shell.class);

    private final Surroundings here;
    private final Connection connection;
    private final Floor floor;
    private final SessionApi sessions;
    private final Shortcuts shortcuts;
    private final Overlay overlay = new Overlay();
    private final StackPane root = new StackPane();
    private final Scene scene = new Scene(root);
    private final SignInViewModel signIn;
    private final SignInView signInView;
    private final Commands commands;
    private Theme theme;
    private @Nullable Workplace workplace;
    private Runnable unbind = () -> {};

    Shell(Surroundings here, Theme theme) {
        this.here = here;
        this.theme = theme;
        connection = new Connection(here.background());
        floor = Floor.at(here.server(), connection);
        sessions = new HttpSessionApi(floor);
        shortcuts = new Shortcuts(here.settings().keymap());
        commands = new Commands(here.messages(), shortcuts, this);
        signIn = new SignInViewModel(sessions, here.background(), here.clock(), this::signedIn);
        signInView = Fxml.load(SignInView.class, () -> new SignInView(signIn, here.messages(), here.server()));
        root.getStyleClass().add("desk");
        root.getStylesheets()
                .add(Objects.requireNonNull(Shell.class.getResource("shell.css"))
                        .toExternalForm());
        connection.stateProperty().subscribe(this::connectionIs);
        theme.apply(scene);
    }

    Scene scene() {
        return scene;
    }

    /// Comes up with the sign-in screen.
    void open() {
        askWho(new SignInState.Ready());
    }

    void close() {
        leave();
        floor.close();
    }

    @Nullable Workplace workplace() {
        return workplace;
    }

    SignInState signInState() {
        return signIn.stateProperty().get();
    }

    @Override
    public void go(DeskScreen screen) {
        if (workplace != null) {
            workplace.screens().go(screen);
        }
    }

    @Override
    public void openPalette() {
        if (workplace != null) {
            var palette = new CommandPalette(commands.of(workplace), here.messages(), this::choose);
            overlay.show(palette, palette.query());
        }
    }

    @Override
    public void openKeys() {
        var sheet = new KeySheet(shortcuts, here.messages(), overlay::close);
        overlay.show(sheet, sheet.close());
    }

    @Override
    public void openConflicts() {
        if (workplace != null) {
            var decisions = workplace.decisions();
            var sheet = new ConflictSheet(decisions.conflicts(), here.messages(), overlay::close, () -> {
                overlay.close();
                decisions.forgetConflicts();
            });
            overlay.show(sheet, sheet.close());
        }
    }

    @Override
    public void openCoaching() {
        if (workplace != null && workplace.mayReview()) {
            var coaching = workplace.coaching();
            var sheet = new CoachingSheet(coaching, here.messages(), overlay::close);
            overlay.show(sheet, sheet.focusFirst());
            coaching.open();
        }
    }

    @Override
    public void openCare() {
        if (workplace != null && workplace.mayReview()) {
            var sheet = new CareSheet(workplace.care(), here.messages(), overlay::close);
            overlay.show(sheet, sheet.focusFirst());
            workplace.care().look();
        }
    }

    @Override
    public void openQuestions() {
        if (workplace != null && workplace.mayReview()) {
            var sheet = new QuestionsSheet(workplace.questions(), here.messages(), here.clock(), overlay::close);
            overlay.show(sheet, sheet.focusFirst());
        }
    }

    @Override
    public void wear(Theme chosen) {
        theme = chosen;
        theme.apply(scene);
        here.settings().theme(chosen);
    }

    @Override
    public Theme theme() {
        return theme;
    }

    @Override
    public void signOut() {
        if (workplace == null) {
            return;
        }
        String token = workplace.token();
        int kept = leave();
        here.background()
                .run(() -> {
                    sessions.signOut(token);
                    return true;
                })
                .onFailure(fault -> log.atInfo().log("The floor did not hear of the sign-out"));
        askWho(kept == 0 ? new SignInState.Ready() : new SignInState.LeftBehind(kept));
    }

    private void signedIn(Session session) {
        here.settings().lastName(here.server(), session.person().username());
        connection.reset();
        try {
            enter(Workplace.of(here, floor, connection, session));
        } catch (JournalInUse e) {
            askWho(new SignInState.AlreadyOpen());
        } catch (IOException e) {
            log.atWarn().setCause(e).log("The journal cannot be opened");
            askWho(new SignInState.NoJournal());
        }
    }

    private void enter(Workplace entered) {
        workplace = entered;
        var makers = new ScreenMakers(entered, here.messages(), shortcuts).all();
        var screens = new Screens(entered.person(), makers, shortcuts);
        var main = Fxml.load(MainView.class, () -> new MainView(entered, here.messages(), shortcuts, this, screens));
        show(main.root());
        var deeds = screens.deeds();
        deeds.put(Shortcut.PALETTE, this::openPalette);
        deeds.put(Shortcut.KEYS, this::openKeys);
        if (entered.mayReview()) {
            deeds.put(Shortcut.QUESTIONS, this::openQuestions);
            deeds.put(Shortcut.CARE, this::openCare);
            deeds.put(Shortcut.COACHING, this::openCoaching);
        }
        unbind = shortcuts.install(main.root(), Scope.EVERYWHERE, deeds);
        entered.open(screens);
        main.root().requestFocus();
        DeskScreen.homeOf(entered.person(), screens.permitted()).ifPresent(screens::go);
    }

    private void connectionIs(Connection.State state) {
        if (state == Connection.State.SIGNED_OUT && workplace != null) {
            int kept = leave();
            askWho(new SignInState.SessionEnded(kept));
        }
    }

    /// Puts the workplace down and says how many decisions it leaves in the journal.
    private int leave() {
        if (workplace == null) {
            return 0;
        }
        int kept = workplace.decisions().pending().get();
        workplace.close();
        workplace = null;
        unbind.run();
        overlay.close();
        return kept;
    }

    private void askWho(SignInState why) {
        signIn.greet(here.settings().lastName(here.server()), why);
        show(signInView.root());
        signInView.focus();
    }

    private void show(Parent screen) {
        root.getChildren().setAll(screen, overlay);
    }

    private void choose(Command command) {
        overlay.close();
        command.deed().run();
    }
}
