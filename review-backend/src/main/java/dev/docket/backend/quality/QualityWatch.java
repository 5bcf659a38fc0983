package dev.docket.backend.quality;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every five minutes whether people agree and are right.
@Component
class QualityWatch {
    private final QualityAlerts alerts;

    QualityWatch(QualityAlerts alerts) {
        this.alerts = alerts;
    }

    @Scheduled(fixedDelay = 300_000, initialDelay = 120_000)
    void look() {
        alerts.look();
    }
}
