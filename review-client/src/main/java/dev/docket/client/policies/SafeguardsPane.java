package dev.docket.client.policies;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.Overlay;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.policy.AuditShare;
import dev.docket.dto.policy.AutomationSwitch;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What holds for every policy at once, always in reach: the switch that stops them all, and how much of what they let
/// through is looked at. Both are asked about before they are done.
final class SafeguardsPane extends VBox {
    private static final int HUNDRED = 100;

    private final Safeguards model;
    private final ItemWords words;
    private final Overlay overlay;
    private final NumberFormat percents;
    private final Label acting = Parts.wrapped("", "policy-mark");
    private final Button turn = new Button();
    private final Label share = Parts.wrapped("", "policy-mark");
    private final Button draw = new Button();

    SafeguardsPane(Safeguards model, ItemWords words, Overlay overlay, Locale locale) {
        this.model = model;
        this.words = words;
        this.overlay = overlay;
        percents = NumberFormat.getNumberInstance(locale);
        percents.setMaximumFractionDigits(2);
        getStyleClass().addAll("safeguards", "hairline-top");
        turn.setId("policies-switch");
        turn.setMaxWidth(Double.MAX_VALUE);
        turn.setOnAction(event -> askToTurn());
        draw.setId("policies-share");
        draw.setMaxWidth(Double.MAX_VALUE);
        draw.setText(words.text("policies.share.change"));
        draw.setOnAction(event -> askForShare());
        getChildren()
                .setAll(
                        Parts.part(words, "policies.switch", acting, turn),
                        Parts.part(words, "policies.share", share, draw));
        model.killSwitchProperty().subscribe(this::show);
        model.shareProperty().subscribe(this::show);
    }

    private void show(@Nullable AutomationSwitch now) {
        Parts.showing(turn, now != null && model.mayStop());
        if (now == null) {
            return;
        }
        var by = now.changedBy();
        acting.setText(
                now.on()
                        ? words.text("policies.switch.on")
                        : by == null
                                ? words.text("policies.switch.off")
                                : words.text("policies.switch.off-by", by.displayName()));
        turn.setText(words.text(now.on() ? "policies.switch.stop" : "policies.switch.allow"));
        turn.getStyleClass().remove("danger");
        if (now.on()) {
            turn.getStyleClass().add("danger");
        }
    }

    private void show(@Nullable AuditShare now) {
        Parts.showing(draw, now != null && model.mayDraw());
        share.setText(now == null ? "" : words.text("policies.share.now", percents.format(now.share() * HUNDRED)));
    }

    private void askToTurn() {
        var now = model.killSwitchProperty().get();
        if (now == null) {
            return;
        }
        String deed = now.on() ? "stop" : "allow";
        var confirm = new Button(words.text("policies.switch.confirm." + deed));
        confirm.setId("policies-switch-confirm");
        confirm.getStyleClass().add(now.on() ? "danger" : "primary");
        confirm.setOnAction(event -> {
            overlay.close();
            model.letAct(!now.on());
        });
        var keep = cancel();
        ask("policies.switch.ask." + deed, keep, confirm, keep);
    }

    private void askForShare() {
        var now = model.shareProperty().get();
        if (now == null) {
            return;
        }
        var field = new TextField(percents.format(now.share() * HUNDRED));
        field.setId("policies-share-percent");
        field.setPrefColumnCount(6);
        field.setAccessibleText(words.text("policies.share"));
        var save = new KeyButton(words.text("policies.share.save"), "Enter");
        save.setId("policies-share-save");
        save.getStyleClass().add("primary");
        save.setDefaultButton(true);
        save.setOnAction(event -> typed(field.getText()).ifPresent(next -> {
            overlay.close();
            model.draw(next);
        }));
        field.textProperty().subscribe(text -> save.setDisable(typed(text).isEmpty()));
        ask("policies.share.ask", field, save, cancel(), Parts.line(field, new Label("%")));
    }

    private void ask(String key, Node first, Button confirm, Button keep, Node... between) {
        var title = new Label(words.text(key));
        title.getStyleClass().add("title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var buttons = new HBox(8, gap, keep, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var card = new VBox(12, title, Parts.wrapped(words.text(key + ".body"), "answer-line"));
        card.getChildren().addAll(between);
        card.getChildren().add(buttons);
        card.getStyleClass().addAll("ask-card", "floating");
        card.setMaxSize(440, USE_PREF_SIZE);
        overlay.show(card, first);
    }

    private Button cancel() {
        var cancel = new KeyButton(words.text("policies.ask.cancel"), "Esc");
        cancel.getStyleClass().add("quiet");
        cancel.setOnAction(event -> overlay.close());
        return cancel;
    }

    /// A share of 1 from a typed percentage.
    private OptionalDouble typed(String text) {
        var place = new ParsePosition(0);
        Number number = percents.parse(text.strip(), place);
        boolean whole = number != null && place.getIndex() == text.strip().length();
        double value = whole ? number.doubleValue() / HUNDRED : -1;
        return value >= 0 && value <= 1 ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
