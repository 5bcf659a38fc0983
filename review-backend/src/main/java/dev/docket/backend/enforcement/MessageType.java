package dev.docket.backend.enforcement;

import dev.docket.dto.enforcement.WebhookEvent;
import java.util.Arrays;
import java.util.List;

/// What platforms can be told.
public enum MessageType {
    DECISION_EFFECTIVE(WebhookEvent.DECISION_EFFECTIVE),
    DECISION_REVERSED(WebhookEvent.DECISION_REVERSED),
    APPEAL_RECEIVED(WebhookEvent.APPEAL_RECEIVED),
    APPEAL_DECIDED(WebhookEvent.APPEAL_DECIDED),
    ITEM_ROUTED(WebhookEvent.ITEM_ROUTED),
    /// What came of reports, for those who reported.
    REPORT_DECIDED(WebhookEvent.REPORT_DECIDED);

    private final WebhookEvent event;

    MessageType(WebhookEvent event) {
        this.event = event;
    }

    public String wire() {
        return event.wire();
    }

    public static List<String> all() {
        return Arrays.stream(values()).map(MessageType::wire).toList();
    }
}
