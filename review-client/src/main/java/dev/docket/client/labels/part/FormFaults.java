package dev.docket.client.labels.part;

import dev.docket.dto.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;

/// What is wrong with what is typed, at the fields it is about; what belongs to none of them is said on a line of its
/// own.
public final class FormFaults {
    private final Figures figures;
    private final List<FormField> fields = new ArrayList<>();
    private final Label other = Boxes.wrapped("fault");

    public FormFaults(Figures figures) {
        this.figures = figures;
        Boxes.folding(other);
        other.setVisible(false);
    }

    public FormField add(FormField field) {
        fields.add(field);
        return field;
    }

    /// The line for what belongs to no field.
    public Label other() {
        return other;
    }

    /// @param errors what the floor found wrong
    /// @param noNumbers pointers of the fields that hold no number
    public void show(List<FieldError> errors, List<String> noNumbers) {
        var all = new ArrayList<>(errors);
        noNumbers.forEach(pointer -> all.add(new FieldError(pointer, figures.text("labels.build.no-number"))));
        fields.forEach(field -> field.show(all));
        var homeless = all.stream()
                .filter(error -> fields.stream().noneMatch(field -> field.isOf(error)))
                .findFirst();
        other.setVisible(homeless.isPresent());
        other.setText(homeless.map(FieldError::detail).orElse(""));
    }
}
