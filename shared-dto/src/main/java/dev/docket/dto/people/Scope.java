package dev.docket.dto.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// What an API key may do.
public enum Scope {
    ITEMS_WRITE("items:write"),
    ITEMS_READ("items:read"),
    CLASSIFY("classify"),
    REPORTS_WRITE("reports:write"),
    APPEALS_WRITE("appeals:write"),
    LABELS_READ("labels:read"),
    DECISIONS_READ("decisions:read");

    private final String wire;

    Scope(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    /// @throws IllegalArgumentException for a scope that does not exist
    @JsonCreator
    public static Scope of(String wire) {
        return Arrays.stream(values())
                .filter(scope -> scope.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such scope"));
    }
}
