package dev.docket.backend.models;

import java.util.List;

/// Whether a model can be asked just now, and in words what serves or what is wrong.
public record Standing(State state, String detail) {
    public enum State {
        OPENING,
        SERVING,
        RESTING,
        ABSENT
    }

    /// Of several that are needed together, the first that does not serve.
    static Standing together(List<Standing> parts) {
        return parts.stream()
                .filter(part -> part.state() != State.SERVING)
                .findFirst()
                .orElse(parts.getFirst());
    }
}
