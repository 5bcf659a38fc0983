package dev.docket.backend.care;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.queue.TaskGivenUp;
import dev.docket.backend.review.ItemLookedAt;
import dev.docket.dto.care.CareSettings;
import dev.docket.dto.care.ExposureDay;
import dev.docket.dto.care.ExposureView;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.review.Violation;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Adds up what the work does to each person, for that person.
///
/// The figures leave this module by one way, [#of], which can only be asked about oneself. They are in no log line, no
/// audit entry and no event: a person who must fear for their rating would stop using the blur.
@Service
public class Exposure {
    private static final int DAYS_SHOWN = 30;
    private static final int SHORTEST_WORK = 10;
    private static final int LONGEST_WORK = 240;

    private final StoredExposure stored;
    private final Items items;
    private final HarshQueues harsh;
    private final CareProperties properties;
    private final LiveEvents live;
    private final AuditTrail audit;

    Exposure(
            StoredExposure stored,
            Items items,
            HarshQueues harsh,
            CareProperties properties,
            LiveEvents live,
            AuditTrail audit) {
        this.stored = stored;
        this.items = items;
        this.harsh = harsh;
        this.properties = properties;
        this.live = live;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public ExposureView of(Caller.Person person) {
        var standing = stored.standing(person.id());
        var days = stored.days(person.id(), DAYS_SHOWN);
        var today = stored.today();
        int cap = cap(standing);
        return new ExposureView(
                days.stream()
                        .filter(day -> day.day().equals(today))
                        .findFirst()
                        .orElse(new ExposureDay(today, 0, 0, 0, 0)),
                cap,
                standing.points() >= cap,
                standing.restUntil(),
                settings(person.id()),
                days);
    }

    /// A cap of one's own can only be lower than the floor's.
    @Transactional
    public CareSettings keep(Caller.Person person, CareSettings settings) {
        var errors = new FieldErrors();
        if (settings.breakEveryMinutes() < SHORTEST_WORK || settings.breakEveryMinutes() > LONGEST_WORK) {
            errors.add("/breakEveryMinutes", "10 to 240");
        }
        Integer cap = settings.dailyCap();
        if (cap != null && (cap < 1 || cap > properties.dailyCap())) {
            errors.add("/dailyCap", "1 to " + properties.dailyCap() + ", or absent");
        }
        errors.throwIfAny();
        stored.keep(person.id(), settings);
        harsh.forget(person.id());
        audit.append(
                person.actor(), "care.settings-changed", "person", person.id().toString(), Map.of());
        return settings;
    }

    /// Trial answers count like any other: who looked at a golden item has seen it.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemLookedAt look) {
        var shown = look.shown() == null ? Look.guess(look.content(), look.elapsedMs(), look.revealed()) : look.shown();
        add(look.person(), Look.at(look.content(), severity(look), shown, properties));
    }

    /// Who skips an item or hands it on has seen it too; what it is nobody has found yet.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TaskGivenUp look) {
        @Nullable ItemContent content = items.find(look.item()).map(Item::content).orElse(null);
        add(look.person(), Look.at(content, look.severity(), look.shown(), properties));
    }

    private void add(UUID person, Look look) {
        var stretch = stored.add(person, look, properties);
        harsh.forget(person);
        if (stretch.harshSeconds() >= properties.harshAfter().toSeconds()) {
            var until = stored.rest(person, properties.rest());
            tell(person, Map.of("reason", "HARSH_WORK", "until", until));
        } else {
            remind(person, stretch);
        }
    }

    private void remind(UUID person, StoredExposure.Stretch stretch) {
        if (stretch.sinceBreak().toMinutes()
                < Math.min(SHORTEST_WORK, properties.breakEvery().toMinutes())) {
            return;
        }
        var settings = settings(person);
        if (settings.reminders() && stretch.sinceBreak().toMinutes() >= settings.breakEveryMinutes()) {
            stored.reminded(person);
            tell(person, Map.of("reason", "LONG_WORK"));
        }
    }

    private void tell(UUID person, Map<String, ?> payload) {
        live.publishTo(person, "care.break", "care", payload);
    }

    /// What could not be decided was read with the same eyes: it weighs what its queue's policy does. So was what an
    /// answer to an appeal upholds.
    private int severity(ItemLookedAt look) {
        return switch (look.outcome()) {
            case CANNOT_DECIDE -> harsh.severity(look.queue());
            case UPHOLD -> look.severity();
            default ->
                look.violations().stream().mapToInt(Violation::severity).max().orElse(1);
        };
    }

    private CareSettings settings(UUID person) {
        return stored.settings(person)
                .orElseGet(() ->
                        new CareSettings(true, (int) properties.breakEvery().toMinutes(), null));
    }

    private int cap(StoredExposure.Standing standing) {
        return standing.cap() == null ? properties.dailyCap() : Math.min(standing.cap(), properties.dailyCap());
    }
}
