package dev.docket.client.people;

import dev.docket.dto.problem.FieldError;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A named field with room for what the floor found wrong with it.
final class FormField extends VBox {
    private final String pointer;
    private final Label fault = new Label();

    /// @param pointer to the field in the request, such as `/name`
    FormField(String name, String pointer, Node input) {
        this.pointer = pointer;
        var label = new Label(name);
        label.setLabelFor(input);
        label.setWrapText(true);
        fault.getStyleClass().add("fault");
        fault.managedProperty().bind(fault.visibleProperty());
        fault.setVisible(false);
        getStyleClass().add("field");
        getChildren().setAll(label, input, fault);
    }

    void show(@Nullable List<FieldError> errors) {
        String said = errors == null
                ? ""
                : errors.stream()
                        .filter(error -> error.pointer().equals(pointer))
                        .map(FieldError::detail)
                        .findFirst()
                        .orElse("");
        fault.setText(said);
        fault.setVisible(!said.isEmpty());
    }
}
