package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.supervisor.Transfer.Target;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Asks where tasks shall go and says how many will, before any of them does.
final class TransferCard extends VBox implements FloatingCard {
    private final SupervisorViewModel model;
    private final ItemWords words;
    private final Label title = new Label();
    private final ChoiceBox<Target> to = new ChoiceBox<>();
    private final TextField count = new TextField();
    private final Label countName = new Label();
    private final TextField reason = new TextField();
    private final Label summary = new Label();
    private final KeyButton confirm;
    private boolean filling;

    TransferCard(SupervisorViewModel model, ItemWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("transfer", "floating");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        title.getStyleClass().add("title");
        summary.getStyleClass().add("strong");
        summary.setWrapText(true);
        to.setId("transfer-to");
        to.setMaxWidth(Double.MAX_VALUE);
        to.setConverter(new Names());
        to.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (!filling && index.intValue() >= 0) {
                model.transferTo(index.intValue());
            }
        });
        count.setId("transfer-count");
        count.textProperty().subscribe(this::typed);
        reason.setId("transfer-reason");
        reason.setPromptText(words.text("supervisor.transfer.reason"));
        reason.textProperty().subscribe(said -> {
            if (!filling) {
                model.transferReason(said);
            }
        });
        confirm = new KeyButton(words.text("supervisor.transfer.confirm"), "Enter");
        confirm.getStyleClass().add("primary");
        confirm.setId("transfer-confirm");
        confirm.setOnAction(event -> confirm());
        var cancel = new KeyButton(words.text("supervisor.transfer.cancel"), "Esc");
        cancel.getStyleClass().add("quiet");
        cancel.setOnAction(event -> cancel());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var buttons = new HBox(8, gap, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(title, form(), summary, buttons);
        setVisible(false);
        model.transferProperty().subscribe(this::show);
    }

    @Override
    public boolean isOpen() {
        return isVisible();
    }

    @Override
    public void confirm() {
        model.confirmTransfer();
    }

    @Override
    public void cancel() {
        model.cancelTransfer();
    }

    private Node form() {
        var form = new GridPane();
        form.setHgap(12);
        form.setVgap(8);
        countName.setText(words.text("supervisor.transfer.count"));
        countName.getStyleClass().add("secondary");
        form.addRow(0, name("supervisor.transfer.to"), to);
        form.addRow(1, countName, count);
        form.addRow(2, name("supervisor.transfer.why"), reason);
        GridPane.setHgrow(to, Priority.ALWAYS);
        return form;
    }

    private Label name(String key) {
        var name = new Label(words.text(key));
        name.getStyleClass().add("secondary");
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }

    private void typed(String text) {
        if (!filling) {
            model.transferCount(text.matches("\\d{1,9}") ? Long.parseLong(text) : 0);
        }
    }

    private void show(@Nullable Transfer transfer) {
        boolean opens = transfer != null && !isVisible();
        setVisible(transfer != null);
        if (transfer == null) {
            return;
        }
        String kind = transfer.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (opens) {
            filling = true;
            title.setText(words.text("supervisor.transfer.title." + kind, transfer.fromName()));
            to.getItems().setAll(transfer.targets());
            to.getSelectionModel().select(transfer.to());
            count.setText(Long.toString(transfer.count()));
            boolean some = transfer.kind() == Transfer.Kind.MOVE;
            count.setVisible(some);
            count.setManaged(some);
            countName.setVisible(some);
            countName.setManaged(some);
            reason.clear();
            filling = false;
        }
        summary.setText(
                transfer.isPossible()
                        ? words.text(
                                "supervisor.transfer.said." + kind,
                                transfer.count(),
                                transfer.fromName(),
                                named(transfer.target()))
                        : words.text("supervisor.transfer.nothing"));
        confirm.setDisable(!transfer.isPossible());
        if (opens) {
            to.requestFocus();
        }
    }

    private String named(Target target) {
        return target.id() == null ? words.text("supervisor.transfer.back") : target.name();
    }

    private final class Names extends StringConverter<Target> {
        @Override
        public String toString(@Nullable Target target) {
            return target == null ? "" : named(target);
        }

        @Override
        public Target fromString(String name) {
            return to.getItems().stream()
                    .filter(target -> named(target).equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
