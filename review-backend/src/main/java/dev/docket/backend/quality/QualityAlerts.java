package dev.docket.backend.quality;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.dto.Page;
import dev.docket.dto.quality.PersonName;
import dev.docket.dto.quality.QualityAlert;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells supervisors when two people do not agree, or one is often wrong.
///
/// The figure itself is compared with what the floor wants, and only once there is enough to go by:
/// whoever waited for the whole interval to lie below would hear of a pair at kappa 0.5 after a
/// thousand common items. The alert carries the interval, so that who reads it sees how sure it is.
@Service
public class QualityAlerts {
    private static final Actor WATCH = new Actor.Automation("quality watch");

    private final StoredAlerts alerts;
    private final Shortfalls shortfalls;
    private final StoredNames names;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final Clock clock;

    QualityAlerts(
            StoredAlerts alerts,
            Shortfalls shortfalls,
            StoredNames names,
            AuditTrail audit,
            LiveEvents live,
            Clock clock) {
        this.alerts = alerts;
        this.shortfalls = shortfalls;
        this.names = names;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// Raises what is wrong now and clears what is not any more.
    @Transactional
    void look() {
        if (!alerts.watch()) {
            return;
        }
        var now = clock.instant();
        var open = new ArrayList<UUID>();
        for (var finding : shortfalls.now(now)) {
            UUID fresh = Ids.next();
            UUID id = alerts.raise(fresh, finding, now);
            open.add(id);
            if (id.equals(fresh)) {
                tell(id, "quality.alert_raised", Map.of("kind", finding.kind()));
            }
        }
        alerts.clearAllBut(open, now).forEach(id -> tell(id, "quality.alert_cleared", Map.of()));
    }

    /// The newest first.
    ///
    /// @param cleared whether to list those too that hold no more
    @Transactional(readOnly = true)
    public Page<QualityAlert> page(@Nullable String after, boolean cleared, int limit) {
        var found = alerts.page(after == null ? null : Ids.parse(after).orElse(null), cleared, limit + 1);
        var page = found.stream().limit(limit).map(this::view).toList();
        return new Page<>(page, found.size() > limit ? page.getLast().id() : null);
    }

    /// Says that somebody has seen to it. Once is enough; the first is remembered.
    @Transactional
    public QualityAlert acknowledge(Caller.Person by, UUID id) {
        if (alerts.acknowledge(id, by.id(), clock.instant())) {
            audit.append(by.actor(), "quality.alert_acknowledged", "quality_alert", id.toString(), Map.of());
            live.publish("quality.alert", id.toString(), Map.of("alert", id));
        }
        return alerts.find(id)
                .map(this::view)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no alert of that id."));
    }

    private void tell(UUID id, String action, Map<String, ?> details) {
        audit.append(WATCH, action, "quality_alert", id.toString(), details);
        live.publish("quality.alert", id.toString(), Map.of("alert", id));
    }

    private QualityAlert view(StoredAlerts.Alert alert) {
        var finding = alert.finding();
        @Nullable UUID seen = alert.acknowledgedBy();
        return new QualityAlert(
                alert.id().toString(),
                finding.kind(),
                finding.policy(),
                people(finding),
                finding.estimate(),
                finding.observations(),
                finding.threshold(),
                alert.raisedAt(),
                seen == null ? null : names.of(seen),
                alert.acknowledgedAt(),
                alert.clearedAt());
    }

    private List<PersonName> people(StoredAlerts.Finding finding) {
        return Stream.of(finding.person(), finding.other())
                .flatMap(Stream::ofNullable)
                .map(names::of)
                .toList();
    }
}
