package dev.docket.backend.enforcement;

import java.util.Arrays;
import java.util.List;

/// What platforms can be told.
public enum MessageType {
    DECISION_EFFECTIVE("decision.effective"),
    DECISION_REVERSED("decision.reversed"),
    APPEAL_RECEIVED("appeal.received"),
    APPEAL_DECIDED("appeal.decided"),
    ITEM_ROUTED("item.routed");

    private final String wire;

    MessageType(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public static List<String> all() {
        return Arrays.stream(values()).map(MessageType::wire).toList();
    }
}
