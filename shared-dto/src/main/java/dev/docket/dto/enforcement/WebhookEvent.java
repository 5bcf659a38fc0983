package dev.docket.dto.enforcement;

import java.util.Arrays;
import java.util.List;

/// What a webhook can be told of.
public enum WebhookEvent {
    DECISION_EFFECTIVE("decision.effective"),
    DECISION_REVERSED("decision.reversed"),
    APPEAL_RECEIVED("appeal.received"),
    APPEAL_DECIDED("appeal.decided"),
    ITEM_ROUTED("item.routed"),
    REPORT_DECIDED("report.decided");

    private final String wire;

    WebhookEvent(String wire) {
        this.wire = wire;
    }

    /// As messages and webhooks name it.
    public String wire() {
        return wire;
    }

    public static List<String> all() {
        return Arrays.stream(values()).map(WebhookEvent::wire).toList();
    }
}
