package dev.docket.client.policies;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.policies.Adding.Form;
import dev.docket.dto.problem.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks for a new policy's key, title, text and labels, with what is wrong beside each.
final class AddingCard extends VBox {
    private final Adding model;
    private final ItemWords words;
    private final TextField key = new TextField();
    private final TextField title = new TextField();
    private final TextArea text = new TextArea();
    private final Map<String, CheckBox> labels = new LinkedHashMap<>();
    private final Map<String, Label> faults = new LinkedHashMap<>();
    private final Label refusal = new Label();
    private final KeyButton confirm;

    /// @param offered the labels that a policy may name
    AddingCard(Adding model, ObservableList<String> offered, ItemWords words, Shortcuts shortcuts) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("ask-card", "floating", "adding-card");
        setSpacing(12);
        setMaxSize(560, USE_PREF_SIZE);
        var heading = new Label(words.text("policies.add"));
        heading.getStyleClass().add("title");
        key.setId("policy-new-key");
        title.setId("policy-new-title");
        text.setId("policy-new-text");
        text.setWrapText(true);
        text.setPrefRowCount(8);
        var fed = new FlowPane(16, 8);
        offered.subscribe(() -> offer(offered, fed));
        offer(offered, fed);
        refusal.getStyleClass().add("adding-fault");
        refusal.setWrapText(true);
        refusal.managedProperty().bind(refusal.visibleProperty());
        confirm = new KeyButton(words.text("policies.add.confirm"), shortcuts.display(Shortcut.PUBLISH));
        confirm.setId("policy-new-confirm");
        confirm.getStyleClass().add("primary");
        confirm.setOnAction(event -> confirm());
        var cancel = new KeyButton(words.text("policies.ask.cancel"), shortcuts.display(Shortcut.HIDE));
        cancel.getStyleClass().add("quiet");
        cancel.setOnAction(event -> model.cancel());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var buttons = new HBox(8, gap, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .setAll(
                        heading,
                        field("key", key),
                        field("title", title),
                        field("text", text),
                        field("labels", fed),
                        refusal,
                        buttons);
    }

    /// What was ticked stays ticked.
    private void offer(List<String> offered, FlowPane fed) {
        labels.keySet().retainAll(offered);
        offered.forEach(label -> labels.computeIfAbsent(label, other -> new CheckBox(words.label(other))));
        fed.getChildren().setAll(labels.values());
    }

    Node first() {
        return key;
    }

    void confirm() {
        model.confirm(
                key.getText(),
                title.getText(),
                text.getText(),
                labels.entrySet().stream()
                        .filter(entry -> entry.getValue().isSelected())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    void clear() {
        key.clear();
        title.clear();
        text.clear();
        labels.values().forEach(box -> box.setSelected(false));
    }

    void show(@Nullable Form form) {
        if (form == null) {
            return;
        }
        confirm.setDisable(form.sending());
        faults.forEach((name, label) -> {
            String said = form.faults().stream()
                    .filter(fault -> isOf(fault, name))
                    .map(fault -> fault.detail().isEmpty() ? words.text("problem.policy-exists") : fault.detail())
                    .findFirst()
                    .orElse("");
            label.setText(said);
            label.setVisible(!said.isEmpty());
        });
        refusal.setText(refused(form));
        refusal.setVisible(!refusal.getText().isEmpty());
    }

    private static boolean isOf(FieldError fault, String name) {
        return fault.pointer().equals("/" + name) || fault.pointer().startsWith("/policy/" + name);
    }

    /// What no field says: the floor is away, or found a fault with something that is not asked for here.
    private String refused(Form form) {
        if (form.refusal() == null) {
            return "";
        }
        var others = form.faults().stream()
                .filter(fault -> faults.keySet().stream().noneMatch(name -> isOf(fault, name)))
                .map(fault -> fault.pointer() + ": " + fault.detail())
                .toList();
        if (!others.isEmpty()) {
            return String.join("\n", others);
        }
        return form.faults().isEmpty() ? words.text("policies.said." + known(form.refusal())) : "";
    }

    private static String known(String refusal) {
        return refusal.equals("offline") ? "offline" : "fault";
    }

    private Node field(String name, Node input) {
        var label = new Label(words.text("policies.add." + name));
        label.setLabelFor(input);
        label.setWrapText(true);
        label.getStyleClass().add("secondary");
        var fault = new Label();
        fault.getStyleClass().add("adding-fault");
        fault.setWrapText(true);
        fault.setVisible(false);
        fault.managedProperty().bind(fault.visibleProperty());
        faults.put(name, fault);
        return new VBox(4, label, input, fault);
    }
}
