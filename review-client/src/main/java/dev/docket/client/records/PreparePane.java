package dev.docket.client.records;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.enforcement.NcmecIncident;
import dev.docket.dto.enforcement.PrepareNcmecReport;
import dev.docket.dto.problem.FieldError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The form of a report to the CyberTipline.
final class PreparePane extends VBox {
    private final Reports model;
    private final ItemWords words;
    private final TextField item = new TextField();
    private final ComboBox<NcmecIncident> incident = new ComboBox<>();
    private final TextArea escalate = new TextArea();
    private final CheckBox text;
    private final TextArea more = new TextArea();
    private final Map<String, Label> faults = new HashMap<>();

    PreparePane(Reports model, ItemWords words, Shortcuts shortcuts) {
        this.model = model;
        this.words = words;
        getStyleClass().add("records-form");
        var title = new Label(words.text("records.ncmec.new"));
        title.getStyleClass().add("title");
        incident.getItems().setAll(NcmecIncident.values());
        incident.setValue(NcmecIncident.CHILD_PORNOGRAPHY);
        incident.setMaxWidth(Double.MAX_VALUE);
        incident.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable NcmecIncident kind) {
                return kind == null ? "" : kind.words();
            }

            @Override
            public NcmecIncident fromString(String said) {
                return NcmecIncident.valueOf(said);
            }
        });
        text = new CheckBox(words.text("records.ncmec.text"));
        text.setWrapText(true);
        for (var area : List.of(escalate, more)) {
            area.setPrefRowCount(3);
            area.setWrapText(true);
        }
        var prepare = new KeyButton(words.text("records.ncmec.prepare"), shortcuts.display(Shortcut.PREPARE));
        prepare.getStyleClass().add("primary");
        prepare.setOnAction(event -> prepare());
        var close = new KeyButton(words.text("records.ncmec.aside"), shortcuts.display(Shortcut.HIDE));
        close.getStyleClass().add("quiet");
        close.setOnAction(event -> model.putAside());
        getChildren()
                .setAll(
                        title,
                        field("item", "/itemId", item),
                        field("incident", "/incident", incident),
                        field("escalate", "/escalate", escalate),
                        text,
                        field("more", "/additionalInfo", more),
                        new HBox(8, prepare, close));
        model.preparingProperty().subscribe(open -> {
            if (!open) {
                clear();
            }
        });
        model.busyProperty().subscribe(busy -> setDisable(busy));
    }

    void focusFirst() {
        item.requestFocus();
    }

    void prepare() {
        if (item.getText().isBlank()) {
            show(List.of(new FieldError("/itemId", words.text("records.ncmec.item.needed"))));
            return;
        }
        show(List.of());
        model.prepare(new PrepareNcmecReport(
                null, item.getText().strip(), incident.getValue(), said(escalate), text.isSelected(), said(more)));
    }

    void show(List<FieldError> errors) {
        faults.forEach((pointer, label) -> {
            String said = errors.stream()
                    .filter(error -> error.pointer().equals(pointer))
                    .map(FieldError::detail)
                    .findFirst()
                    .orElse("");
            label.setText(said);
            label.setVisible(!said.isEmpty());
        });
    }

    private static @Nullable String said(TextArea area) {
        return area.getText().isBlank() ? null : area.getText().strip();
    }

    private void clear() {
        item.clear();
        escalate.clear();
        more.clear();
        text.setSelected(false);
    }

    private Node field(String name, String pointer, Node input) {
        var label = new Label(words.text("records.ncmec." + name));
        label.setLabelFor(input);
        label.setWrapText(true);
        var fault = new Label();
        fault.getStyleClass().add("fault");
        fault.setVisible(false);
        fault.managedProperty().bind(fault.visibleProperty());
        faults.put(pointer, fault);
        var field = new VBox(label, input, fault);
        field.getStyleClass().add("field");
        return field;
    }
}
