package dev.docket.client.labels.part;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A box to choose one of a few from.
public final class Choice extends ComboBox<Choice.One> {
    /// One of them.
    ///
    /// @param key null for leaving it to the floor
    public record One(@Nullable String key, String name) {}

    private boolean showing;

    public Choice(Consumer<@Nullable String> chosen) {
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable One one) {
                return one == null ? "" : one.name();
            }

            @Override
            public One fromString(String name) {
                return new One(name, name);
            }
        });
        valueProperty().subscribe(one -> {
            if (!showing && one != null) {
                chosen.accept(one.key());
            }
        });
    }

    /// Offers these; what was chosen stays chosen if it is among them.
    public void offer(List<One> all) {
        showing = true;
        var before = getValue();
        getItems().setAll(all);
        setValue(all.stream()
                .filter(one -> before != null && Objects.equals(one.key(), before.key()))
                .findFirst()
                .orElse(null));
        showing = false;
    }

    /// Shows one as chosen.
    public void choose(@Nullable String key) {
        showing = true;
        setValue(getItems().stream()
                .filter(one -> Objects.equals(one.key(), key))
                .findFirst()
                .orElse(null));
        showing = false;
    }
}
