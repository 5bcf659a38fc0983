package dev.docket.client.shell;

import dev.docket.client.common.i18n.Messages;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// Online, sending, or offline: an icon and a word, and a colour only when something is the matter.
final class DeliveryBadge extends Label {
    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");

    private final Messages messages;
    private final FontIcon icon = new FontIcon();

    DeliveryBadge(Delivery delivery, Messages messages) {
        this.messages = messages;
        setId("delivery");
        getStyleClass().add("delivery");
        setGraphic(icon);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip());
        delivery.statusProperty().subscribe(this::show);
    }

    private void show(Delivery.Status status) {
        String key = "shell.delivery." + status.state().name().toLowerCase(Locale.ROOT);
        setText(messages.get(key, status.kept()));
        getTooltip().setText(messages.get(key + ".meaning", status.kept()));
        icon.setIconLiteral(
                switch (status.state()) {
                    case ONLINE -> "mdi2c-cloud-check-outline";
                    case SENDING -> "mdi2c-cloud-upload-outline";
                    case OFFLINE -> "mdi2c-cloud-off-outline";
                });
        pseudoClassStateChanged(OFFLINE, status.state() == Delivery.State.OFFLINE);
    }
}
