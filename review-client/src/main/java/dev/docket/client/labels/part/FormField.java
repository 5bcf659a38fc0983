package dev.docket.client.labels.part;

import dev.docket.dto.problem.FieldError;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A named field, a word on what it is for, and room for what the floor found wrong with it.
public final class FormField extends VBox {
    private final String pointer;
    private final Label fault = new Label();

    /// @param hint empty for none
    /// @param pointer to the field in the request, such as `/name`; what lies beneath it counts as well
    public FormField(String name, String hint, String pointer, Node input) {
        super(4);
        this.pointer = pointer;
        var label = new Label(name);
        label.setLabelFor(input);
        label.setWrapText(true);
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        fault.managedProperty().bind(fault.visibleProperty());
        fault.setVisible(false);
        getStyleClass().add("field");
        getChildren().setAll(label, input, fault);
        if (!hint.isEmpty()) {
            var about = new Label(hint);
            about.getStyleClass().add("hint");
            about.setWrapText(true);
            getChildren().add(1, about);
        }
    }

    public void show(List<FieldError> errors) {
        String said = errors.stream()
                .filter(this::isOf)
                .map(FieldError::detail)
                .findFirst()
                .orElse("");
        fault.setText(said);
        fault.setVisible(!said.isEmpty());
    }

    /// Whether a fault is this field's, or of something in it.
    public boolean isOf(FieldError error) {
        return error.pointer().equals(pointer) || error.pointer().startsWith(pointer + "/");
    }
}
