package dev.docket.client.shell;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.screen.ScreenModel;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.shell.ScreenMakers.Screen;
import dev.docket.dto.people.PersonView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One person's screens: which they may see, which is shown, and those opened so far with their state.
///
/// A screen is built and opened when it is first gone to: nobody's desk claims tasks or asks for figures that they
/// do not look at.
final class Screens {
    private final Map<DeskScreen, Supplier<Screen>> makers;
    private final Shortcuts shortcuts;
    private final List<DeskScreen> permitted;
    private final Map<DeskScreen, Screen> opened = new EnumMap<>(DeskScreen.class);
    private final ReadOnlyObjectWrapper<@Nullable DeskScreen> current = new ReadOnlyObjectWrapper<>();

    Screens(PersonView person, Map<DeskScreen, Supplier<Screen>> makers, Shortcuts shortcuts) {
        this.makers = makers;
        this.shortcuts = shortcuts;
        permitted = DeskScreen.admitting(person).stream()
                .filter(makers::containsKey)
                .toList();
    }

    /// Those that this person may see, in the order of the rail.
    List<DeskScreen> permitted() {
        return permitted;
    }

    /// The one that is shown; null for somebody who may see none.
    ReadOnlyObjectProperty<@Nullable DeskScreen> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Shows a screen, as it was left.
    void go(DeskScreen screen) {
        if (!permitted.contains(screen) || screen == current.get()) {
            return;
        }
        shown().ifPresent(before -> before.model().hidden());
        var first = opened.get(screen);
        var next = first == null ? make(screen) : first;
        shortcuts.show(screen.scope());
        current.set(screen);
        if (first == null) {
            next.model().open();
        } else {
            next.model().shown();
        }
        next.view().focus();
    }

    /// Shows a screen, and there what somebody was sent to see.
    <T extends ScreenModel> void go(DeskScreen screen, Class<T> of, Consumer<T> sight) {
        go(screen);
        shown().map(Screen::model).filter(of::isInstance).map(of::cast).ifPresent(sight);
    }

    Optional<Screen> shown() {
        var shown = current.get();
        return shown == null ? Optional.empty() : Optional.ofNullable(opened.get(shown));
    }

    /// The keys that go from screen to screen.
    Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        permitted.forEach(screen -> deeds.put(screen.shortcut(), () -> go(screen)));
        return deeds;
    }

    void happened(LiveEvent event) {
        opened.values().forEach(screen -> screen.model().happened(event));
    }

    void reconnected() {
        opened.values().forEach(screen -> screen.model().reconnected());
    }

    void close() {
        opened.values().forEach(screen -> screen.model().close());
        shortcuts.show(null);
    }

    private Screen make(DeskScreen screen) {
        var maker = makers.get(screen);
        if (maker == null) {
            throw new IllegalStateException("no way to build " + screen);
        }
        var made = maker.get();
        opened.put(screen, made);
        return made;
    }
}
