package dev.docket.model.tokenizer;

import dev.docket.model.ModelFault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/// What is done to something one after the other.
///
/// @param <T> what it is done to
record Steps<T>(List<UnaryOperator<T>> all) implements UnaryOperator<T> {
    /// Makes one step of what a `tokenizer.json` says of it.
    @FunctionalInterface
    interface Reader<T> {
        UnaryOperator<T> read(JsonNode step) throws ModelFault;
    }

    static <T> Steps<T> read(JsonNode steps, Reader<T> reader) throws ModelFault {
        List<UnaryOperator<T>> all = new ArrayList<>();
        for (var step : steps) {
            all.add(reader.read(step));
        }
        return new Steps<>(all);
    }

    @Override
    public T apply(T subject) {
        var made = subject;
        for (var step : all) {
            made = step.apply(made);
        }
        return made;
    }
}
