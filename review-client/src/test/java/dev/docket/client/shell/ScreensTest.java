package dev.docket.client.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.screen.ScreenModel;
import dev.docket.client.common.screen.ScreenView;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcut.Scope;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.shell.ScreenMakers.Screen;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

class ScreensTest {
    private final List<String> calls = new ArrayList<>();
    private final Shortcuts shortcuts = new Shortcuts();

    @Test
    void aScreenIsOpenedWhenItIsFirstShown() {
        var screens = screens(Role.SUPERVISOR, Role.SENIOR, Role.MODERATOR);
        screens.go(DeskScreen.SUPERVISOR);
        screens.go(DeskScreen.REVIEW);
        screens.go(DeskScreen.SUPERVISOR);

        assertThat(calls)
                .containsExactly(
                        "SUPERVISOR opened",
                        "SUPERVISOR focused",
                        "SUPERVISOR hidden",
                        "REVIEW opened",
                        "REVIEW focused",
                        "REVIEW hidden",
                        "SUPERVISOR shown",
                        "SUPERVISOR focused");
    }

    @Test
    void nobodyIsTakenWhereTheyMayNotBe() {
        var screens = screens(Role.MODERATOR);
        screens.go(DeskScreen.SUPERVISOR);

        assertThat(calls).isEmpty();
        assertThat(screens.permitted()).containsExactly(DeskScreen.REVIEW);
        assertThat(screens.deeds()).containsOnlyKeys(Shortcut.GO_REVIEW);
    }

    @Test
    void aScreenThatIsNotBuiltIsNotOffered() {
        assertThat(screens(Role.ADMIN).permitted()).isEmpty();
    }

    @Test
    void everyoneStartsAtTheirOwnWork() {
        var all = List.of(DeskScreen.values());

        assertThat(DeskScreen.homeOf(person(Role.SUPERVISOR, Role.SENIOR, Role.MODERATOR), all))
                .contains(DeskScreen.SUPERVISOR);
        assertThat(DeskScreen.homeOf(person(Role.MODERATOR), all)).contains(DeskScreen.REVIEW);
        assertThat(DeskScreen.homeOf(person(Role.POLICY), all)).contains(DeskScreen.POLICIES);
        assertThat(DeskScreen.homeOf(person(Role.ADMIN), all)).contains(DeskScreen.PEOPLE);
        assertThat(DeskScreen.homeOf(person(Role.ML), List.of())).isEmpty();
    }

    @Test
    void eventsReachHiddenScreensToo() {
        var screens = screens(Role.SUPERVISOR, Role.MODERATOR);
        screens.go(DeskScreen.SUPERVISOR);
        screens.go(DeskScreen.REVIEW);
        calls.clear();
        screens.happened(new LiveEvent("queue.changed", Map.of()));

        assertThat(calls).containsExactlyInAnyOrder("REVIEW queue.changed", "SUPERVISOR queue.changed");
    }

    @Test
    void aHiddenScreenHasNoKeys() {
        var screens = screens(Role.SUPERVISOR, Role.MODERATOR);
        screens.go(DeskScreen.SUPERVISOR);
        shortcuts.install(new Pane(), Scope.REVIEW, Map.of(Shortcut.APPROVE, () -> {}));
        assertThat(shortcuts.bound()).doesNotContainKey(Shortcut.APPROVE);

        screens.go(DeskScreen.REVIEW);
        assertThat(shortcuts.bound()).containsKey(Shortcut.APPROVE);
    }

    @Test
    void leavingClosesWhatWasOpened() {
        var screens = screens(Role.SUPERVISOR, Role.MODERATOR);
        screens.go(DeskScreen.SUPERVISOR);
        calls.clear();
        screens.close();

        assertThat(calls).containsExactly("SUPERVISOR closed");
    }

    private Screens screens(Role... roles) {
        var makers = new EnumMap<DeskScreen, Supplier<Screen>>(DeskScreen.class);
        for (var screen : List.of(DeskScreen.REVIEW, DeskScreen.SUPERVISOR)) {
            makers.put(screen, () -> new Screen(new Seen(screen), new Told(screen)));
        }
        return new Screens(person(roles), makers, shortcuts);
    }

    private static PersonView person(Role... roles) {
        return new PersonView("p1", "p", "P", Set.of(roles), List.of(), List.of("*"), List.of("*"), Map.of());
    }

    private final class Seen implements ScreenView {
        private final DeskScreen screen;
        private final Pane root = new Pane();

        private Seen(DeskScreen screen) {
            this.screen = screen;
        }

        @Override
        public Parent root() {
            return root;
        }

        @Override
        public void focus() {
            calls.add(screen + " focused");
        }
    }

    private final class Told implements ScreenModel {
        private final DeskScreen screen;

        private Told(DeskScreen screen) {
            this.screen = screen;
        }

        @Override
        public void open() {
            calls.add(screen + " opened");
        }

        @Override
        public void close() {
            calls.add(screen + " closed");
        }

        @Override
        public void shown() {
            calls.add(screen + " shown");
        }

        @Override
        public void hidden() {
            calls.add(screen + " hidden");
        }

        @Override
        public void happened(LiveEvent event) {
            calls.add(screen + " " + event.type());
        }
    }
}
