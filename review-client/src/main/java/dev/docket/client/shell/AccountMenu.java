package dev.docket.client.shell;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.people.PersonView;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// Who is at the desk, how it looks, and the way out.
final class AccountMenu extends MenuButton {
    private static final int INITIALS = 2;

    private final Messages messages;
    private final DeskDeeds deeds;

    AccountMenu(PersonView person, Messages messages, DeskDeeds deeds) {
        this.messages = messages;
        this.deeds = deeds;
        setId("account");
        getStyleClass().add("account");
        setText(initials(person.displayName()));
        setAccessibleText(messages.get("shell.account", person.displayName()));
        getItems().addAll(who(person), new SeparatorMenuItem());
        addThemes();
        var keys = new MenuItem(messages.get("shortcut.keys"));
        keys.setOnAction(event -> deeds.openKeys());
        var out = new MenuItem(messages.get("shell.account.sign-out"));
        out.setId("sign-out");
        out.setOnAction(event -> deeds.signOut());
        getItems().add(new SeparatorMenuItem());
        if (DeskScreen.REVIEW.admits(person)) {
            var coaching = new MenuItem(messages.get("coaching.open"));
            coaching.setOnAction(event -> deeds.openCoaching());
            getItems().add(coaching);
        }
        getItems().addAll(keys, out);
    }

    private CustomMenuItem who(PersonView person) {
        var name = new Label(person.displayName());
        name.getStyleClass().add("strong");
        var roles = new Label(person.roles().stream()
                .max(Comparator.comparing(role -> role.ordinal()))
                .map(role -> messages.get("shell.role." + role.name().toLowerCase(Locale.ROOT)))
                .orElse(""));
        roles.getStyleClass().add("secondary");
        var who = new CustomMenuItem(new VBox(2, name, roles));
        who.setHideOnClick(false);
        who.getStyleClass().add("account-who");
        return who;
    }

    private void addThemes() {
        var group = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            String word = theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
            var item = new RadioMenuItem(messages.get("shell.theme." + word));
            item.setToggleGroup(group);
            item.setSelected(theme == deeds.theme());
            item.setOnAction(event -> deeds.wear(theme));
            getItems().add(item);
        }
        setOnShowing(event -> group.getToggles().get(deeds.theme().ordinal()).setSelected(true));
    }

    private static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(INITIALS)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
