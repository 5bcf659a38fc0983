package dev.docket.client.people;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.enforcement.WebhookDelivery;
import dev.docket.dto.enforcement.WebhookEvent;
import dev.docket.dto.enforcement.WebhookView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who is told above, what was sent to the selected one below.
final class WebhookLists extends VBox {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final PseudoClass DEAD = PseudoClass.getPseudoClass("dead");
    private static final double WEBHOOKS_SHARE = 220;

    private final Webhooks model;
    private final Messages messages;
    private final Function<@Nullable Instant, String> at;
    private final TableView<WebhookView> webhooks;
    private final TableView<WebhookDelivery> deliveries;
    private final KeyButton replay;
    private final KeyButton toggle;
    private final KeyButton delete;
    private final KeyButton filter;
    private final KeyButton again;
    private final KeyButton older;
    private final Label title = new Label();
    private boolean showing;

    WebhookLists(Webhooks model, Messages messages, Shortcuts shortcuts, Function<@Nullable Instant, String> at) {
        this.model = model;
        this.messages = messages;
        this.at = at;
        webhooks = Tables.of(messages.get("people.webhooks.empty"));
        deliveries = Tables.of(messages.get("people.deliveries.empty"));
        replay = new KeyButton(messages.get("people.webhooks.replay"), shortcuts.display(Shortcut.REPLAY));
        replay.setOnAction(event -> model.replay());
        toggle = new KeyButton("", shortcuts.display(Shortcut.TOGGLE));
        delete = new KeyButton("", shortcuts.display(Shortcut.DELETE));
        filter = new KeyButton("", shortcuts.display(Shortcut.NEXT_FILTER));
        again = new KeyButton("", shortcuts.display(Shortcut.SEND_AGAIN));
        older = new KeyButton("", shortcuts.display(Shortcut.OLDER));
        toggle.setOnAction(event -> model.toggle());
        delete.setOnAction(event -> model.delete());
        filter.setOnAction(event -> model.nextFilter());
        again.setText(messages.get("people.deliveries.again"));
        again.setOnAction(event -> sendAgain());
        older.setText(messages.get("people.audit.older"));
        older.setOnAction(event -> model.readOlder());
        columns();
        webhooks.setMinHeight(WEBHOOKS_SHARE);
        webhooks.setPrefHeight(WEBHOOKS_SHARE);
        VBox.setVgrow(deliveries, Priority.ALWAYS);
        getChildren().setAll(webhooks, deliveriesHead(), deliveries);
        bind();
    }

    /// Sends the selected message again.
    void sendAgain() {
        var chosen = deliveries.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.replay(chosen);
        }
    }

    /// What the head of the page offers.
    List<Node> buttons() {
        return List.of(replay, toggle, delete);
    }

    TableView<WebhookView> table() {
        return webhooks;
    }

    private Node deliveriesHead() {
        title.getStyleClass().add("strong");
        title.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(12, title, gap, filter, again, older);
        head.getChildren().stream()
                .filter(Button.class::isInstance)
                .forEach(one -> ((Button) one).setMinWidth(USE_PREF_SIZE));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("deliveries-head");
        return head;
    }

    private void columns() {
        Tables.column(webhooks, messages.get("people.webhooks.url"), 210, WebhookView::url);
        Tables.column(webhooks, messages.get("people.webhooks.events"), 140, this::events);
        Tables.column(webhooks, messages.get("people.webhooks.pending"), 88, one -> Long.toString(one.pending()));
        Tables.column(webhooks, messages.get("people.webhooks.dead"), 72, one -> Long.toString(one.dead()));
        Tables.column(webhooks, messages.get("people.webhooks.state"), 210, this::state);
        webhooks.setRowFactory(table -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable WebhookView one, boolean empty) {
                super.updateItem(one, empty);
                pseudoClassStateChanged(AWAY, one != null && one.disabledAt() != null);
            }
        });
        Tables.column(deliveries, messages.get("people.deliveries.at"), 176, one -> at.apply(one.createdAt()));
        Tables.column(deliveries, messages.get("people.deliveries.type"), 130, WebhookDelivery::type);
        Tables.column(
                deliveries,
                messages.get("people.deliveries.state"),
                90,
                one -> messages.get("people.deliveries.state." + one.state().toLowerCase(Locale.ROOT)));
        Tables.column(
                deliveries, messages.get("people.deliveries.attempts"), 74, one -> Integer.toString(one.attempts()));
        Tables.column(deliveries, messages.get("people.deliveries.last"), 220, this::last);
        deliveries.setRowFactory(table -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable WebhookDelivery one, boolean empty) {
                super.updateItem(one, empty);
                pseudoClassStateChanged(DEAD, one != null && one.state().equals("DEAD"));
            }
        });
    }

    private void bind() {
        model.allProperty().subscribe(all -> showWebhooks());
        model.selectedProperty().subscribe(one -> showSelected());
        model.sureProperty().subscribe(sure -> showSelected());
        model.deliveriesProperty().subscribe(all -> showDeliveries());
        model.filterProperty()
                .subscribe(chosen -> filter.setText(
                        messages.get("people.deliveries.filter." + chosen.name().toLowerCase(Locale.ROOT))));
        model.olderProperty().subscribe(after -> older.setDisable(after == null));
        webhooks.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (!showing) {
                model.select(one);
            }
        });
        deliveries.getSelectionModel().selectedItemProperty().subscribe(one -> again.setDisable(one == null));
    }

    private void showWebhooks() {
        showing = true;
        webhooks.getItems().setAll(model.allProperty().get());
        showing = false;
        showSelected();
    }

    private void showSelected() {
        var one = model.selectedProperty().get();
        showing = true;
        webhooks.getItems().stream()
                .filter(row -> one != null && row.id().equals(one.id()))
                .findFirst()
                .ifPresent(row -> webhooks.getSelectionModel().select(row));
        showing = false;
        replay.setDisable(one == null || one.dead() == 0);
        toggle.setDisable(one == null);
        toggle.setText(messages.get(
                one != null && one.disabledAt() != null ? "people.webhooks.enable" : "people.webhooks.disable"));
        delete.setDisable(one == null);
        delete.setText(messages.get(model.sureProperty().get() ? "people.webhooks.sure" : "people.webhooks.delete"));
        title.setText(one == null ? "" : messages.get("people.deliveries.to", one.url()));
    }

    /// Drawn anew with every reading; the selected message stays selected.
    private void showDeliveries() {
        var chosen = deliveries.getSelectionModel().getSelectedItem();
        deliveries.getItems().setAll(model.deliveriesProperty().get());
        if (chosen != null) {
            deliveries.getItems().stream()
                    .filter(one -> one.messageId().equals(chosen.messageId()))
                    .findFirst()
                    .ifPresent(one -> deliveries.getSelectionModel().select(one));
        }
    }

    private String events(WebhookView one) {
        return one.events().containsAll(WebhookEvent.all())
                ? messages.get("people.all")
                : String.join(", ", one.events());
    }

    private String state(WebhookView one) {
        return one.disabledAt() == null
                ? messages.get("people.webhooks.since", at.apply(one.createdAt()))
                : messages.get("people.webhooks.silent", at.apply(one.disabledAt()));
    }

    private String last(WebhookDelivery one) {
        if (one.lastError() != null && !one.state().equals("DELIVERED")) {
            return one.nextAttemptAt() == null
                    ? one.lastError()
                    : messages.get("people.deliveries.next", one.lastError(), at.apply(one.nextAttemptAt()));
        }
        return one.lastStatus() == null ? "" : messages.get("people.deliveries.status", one.lastStatus());
    }
}
