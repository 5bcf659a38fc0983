package dev.docket.client.people;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Boxes to choose one of a few from. The first one is chosen until somebody chooses another.
final class Choices {
    private Choices() {}

    /// One choice.
    ///
    /// @param value null for leaving it to others
    record Choice<T>(@Nullable T value, String name) {}

    static <T> ComboBox<Choice<T>> of(List<Choice<T>> choices) {
        var box = new ComboBox<Choice<T>>();
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice<T> choice) {
                return choice == null ? "" : choice.name();
            }

            @Override
            public Choice<T> fromString(String name) {
                return box.getItems().stream()
                        .filter(choice -> choice.name().equals(name))
                        .findFirst()
                        .orElseThrow();
            }
        });
        fill(box, choices);
        return box;
    }

    static <T> void fill(ComboBox<Choice<T>> box, List<Choice<T>> choices) {
        var before = box.getValue();
        box.getItems().setAll(choices);
        box.setValue(choices.stream()
                .filter(choice -> before != null && Objects.equals(choice.value(), before.value()))
                .findFirst()
                .orElse(choices.getFirst()));
    }

    static <T> Choice<T> one(@Nullable T value, Function<T, String> name) {
        return new Choice<>(value, value == null ? "" : name.apply(value));
    }

    static <T> @Nullable T chosen(ComboBox<Choice<T>> box) {
        return box.getValue() == null ? null : box.getValue().value();
    }

    static void reset(ComboBox<?> box) {
        box.getSelectionModel().selectFirst();
    }
}
