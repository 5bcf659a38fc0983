package dev.docket.dto.appeals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// When an appeal must be decided. Days and weeks are those of the zone that the caller names; weeks begin on Monday.
public enum DueWithin {
    OVERDUE("overdue"),
    TODAY("today"),
    THIS_WEEK("this-week"),
    LATER("later");

    private final String wire;

    DueWithin(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    /// @throws IllegalArgumentException for anything else
    @JsonCreator
    public static DueWithin of(String wire) {
        return Arrays.stream(values())
                .filter(due -> due.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such stretch of time"));
    }
}
