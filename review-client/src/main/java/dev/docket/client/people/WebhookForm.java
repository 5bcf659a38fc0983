package dev.docket.client.people;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.enforcement.WebhookEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The form of a new webhook.
final class WebhookForm extends VBox {
    private final Webhooks webhooks;
    private final TextField url = new TextField();
    private final Map<String, CheckBox> events = new LinkedHashMap<>();

    WebhookForm(Webhooks webhooks, Messages messages, Shortcuts shortcuts) {
        this.webhooks = webhooks;
        getStyleClass().add("people-form");
        var title = new Label(messages.get("people.webhooks.new"));
        title.getStyleClass().add("title");
        var label = new Label(messages.get("people.webhooks.url"));
        label.setLabelFor(url);
        url.setPromptText("https://");
        var addressed = new VBox(label, url);
        addressed.getStyleClass().add("field");
        var boxes = new VBox(6, new Label(messages.get("people.webhooks.events")));
        boxes.getStyleClass().add("field");
        for (var event : WebhookEvent.values()) {
            var box = new CheckBox(event.wire());
            box.setSelected(true);
            events.put(event.wire(), box);
            boxes.getChildren().add(box);
        }
        var make = new KeyButton(messages.get("people.webhooks.make"), shortcuts.display(Shortcut.SAVE));
        make.getStyleClass().add("primary");
        make.setOnAction(event -> make());
        var signed = new Label(messages.get("people.webhooks.signed"));
        signed.getStyleClass().add("faint");
        signed.setWrapText(true);
        getChildren().setAll(title, addressed, boxes, make, signed);
    }

    void focusFirst() {
        url.requestFocus();
    }

    void make() {
        Set<String> chosen = events.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        webhooks.register(url.getText(), chosen, chosen.size() == events.size());
    }

    void clear() {
        url.clear();
        events.values().forEach(box -> box.setSelected(true));
    }
}
