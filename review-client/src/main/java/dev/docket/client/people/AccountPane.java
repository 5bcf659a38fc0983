package dev.docket.client.people;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.people.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The form of one person: who they are, what they may do and take on.
final class AccountPane extends VBox {
    private final PeopleViewModel model;
    private final Messages messages;
    private final Label title = new Label();
    private final TextField username = new TextField();
    private final TextField displayName = new TextField();
    private final Map<Role, CheckBox> roles = new EnumMap<>(Role.class);
    private final TextField skills = new TextField();
    private final TextField languages = new TextField();
    private final TextField queues = new TextField();
    private final Map<String, Label> faults = new java.util.HashMap<>();
    private final Button save;
    private final KeyButton away;
    private final Button reset;
    private boolean showing;

    AccountPane(PeopleViewModel model, Messages messages, Shortcuts shortcuts) {
        this.model = model;
        this.messages = messages;
        save = new KeyButton(messages.get("people.form.save"), shortcuts.display(Shortcut.SAVE));
        save.getStyleClass().add("primary");
        save.setOnAction(event -> model.save());
        away = new KeyButton("", shortcuts.display(Shortcut.TOGGLE));
        reset = new KeyButton(messages.get("people.form.reset"), shortcuts.display(Shortcut.RESET_PASSWORD));
        reset.setOnAction(event -> model.resetPassword());
        away.setOnAction(event -> model.toggleAway());
        title.getStyleClass().add("title");
        getStyleClass().add("people-form");
        var close = new KeyButton(messages.get("people.form.close"), shortcuts.display(Shortcut.HIDE));
        close.getStyleClass().add("quiet");
        close.setOnAction(event -> model.putAside());
        var boxes = new VBox(6);
        for (var role : Role.values()) {
            var box = new CheckBox(messages.get("people.role." + role.name().toLowerCase(Locale.ROOT)));
            box.selectedProperty().subscribe(on -> typed());
            roles.put(role, box);
            boxes.getChildren().add(box);
        }
        for (var field : List.of(username, displayName, skills, languages, queues)) {
            field.textProperty().subscribe(text -> typed());
        }
        getChildren()
                .setAll(
                        title,
                        field("username", username),
                        field("displayName", displayName),
                        field("roles", boxes),
                        field("skills", skills),
                        field("languages", languages),
                        field("queues", queues),
                        new HBox(8, save, close),
                        new FlowPane(8, 8, reset, away));
        model.formProperty().subscribe(this::show);
        model.noticeProperty().subscribe(this::showFaults);
        model.busyProperty().subscribe(busy -> setDisable(busy));
    }

    void focusFirst() {
        (username.isDisabled() ? displayName : username).requestFocus();
    }

    private Node field(String name, Node input) {
        var label = new Label(messages.get("people.form." + name.toLowerCase(Locale.ROOT)));
        label.setLabelFor(input);
        var fault = new Label();
        fault.getStyleClass().add("fault");
        fault.setVisible(false);
        fault.setManaged(false);
        faults.put(name, fault);
        var field = new VBox(label, input, fault);
        field.getStyleClass().add("field");
        return field;
    }

    private void show(@Nullable AccountForm form) {
        if (form == null) {
            return;
        }
        showing = true;
        title.setText(form.isNew() ? messages.get("people.form.new") : form.username());
        set(username, form.username());
        username.setDisable(!form.isNew());
        set(displayName, form.displayName());
        roles.forEach((role, box) -> box.setSelected(form.roles().contains(role)));
        set(skills, form.skills());
        set(languages, form.languages());
        set(queues, form.queues());
        showing = false;
        save.setDisable(!form.isComplete());
        var base = form.base();
        reset.setVisible(base != null);
        away.setVisible(base != null);
        boolean isAway = base != null && base.disabledAt() != null;
        away.setText(messages.get(isAway ? "people.form.enable" : "people.form.disable"));
    }

    private static void set(TextField field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private void typed() {
        var form = model.formProperty().get();
        if (showing || form == null) {
            return;
        }
        var chosen = EnumSet.noneOf(Role.class);
        roles.forEach((role, box) -> {
            if (box.isSelected()) {
                chosen.add(role);
            }
        });
        model.typed(new AccountForm(
                form.base(),
                username.getText(),
                displayName.getText(),
                chosen,
                skills.getText(),
                languages.getText(),
                queues.getText()));
    }

    private void showFaults(PeopleViewModel.@Nullable Notice notice) {
        faults.forEach((name, label) -> {
            String said = notice == null
                    ? ""
                    : notice.errors().stream()
                            .filter(error -> error.pointer().startsWith("/" + name))
                            .map(dev.docket.dto.problem.FieldError::detail)
                            .findFirst()
                            .orElse("");
            label.setText(said);
            label.setVisible(!said.isEmpty());
            label.setManaged(!said.isEmpty());
        });
    }
}
