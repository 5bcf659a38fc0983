package dev.docket.client.people;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.people.Scope;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The form of a new API key.
final class KeyPane extends VBox {
    private final PeopleViewModel model;
    private final TextField name = new TextField();
    private final Map<Scope, CheckBox> scopes = new EnumMap<>(Scope.class);

    KeyPane(PeopleViewModel model, Messages messages, Shortcuts shortcuts) {
        this.model = model;
        getStyleClass().add("people-form");
        var title = new Label(messages.get("people.keys.new"));
        title.getStyleClass().add("title");
        var label = new Label(messages.get("people.keys.name"));
        label.setLabelFor(name);
        var named = new VBox(label, name);
        named.getStyleClass().add("field");
        var boxes = new VBox(6, new Label(messages.get("people.keys.scopes")));
        boxes.getStyleClass().add("field");
        for (var scope : Scope.values()) {
            var box = new CheckBox(scope.wire());
            scopes.put(scope, box);
            boxes.getChildren().add(box);
        }
        var make = new KeyButton(messages.get("people.keys.make"), shortcuts.display(Shortcut.SAVE));
        make.getStyleClass().add("primary");
        make.setOnAction(event -> make());
        getChildren().setAll(title, named, boxes, make);
    }

    void focusFirst() {
        name.requestFocus();
    }

    void make() {
        var chosen = EnumSet.noneOf(Scope.class);
        scopes.forEach((scope, box) -> {
            if (box.isSelected()) {
                chosen.add(scope);
            }
        });
        model.makeKey(name.getText(), chosen);
    }

    void clear() {
        name.clear();
        scopes.values().forEach(box -> box.setSelected(false));
    }
}
