package dev.docket.backend.appeals;

import dev.docket.backend.people.People;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Wilson;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.dto.appeals.OverturnRates;
import dev.docket.dto.people.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How often appeals are right, and against what: a policy that is overturned often is unclear, a moderator needs help,
/// a model points at the wrong things.
@Service
public class Overturns {
    static final Duration USUAL = Duration.ofDays(90);
    private static final Duration LONGEST = Duration.ofDays(3 * 366L);

    private final OverturnRows rows;
    private final Policies policies;
    private final People people;
    private final AppealSettings settings;
    private final Clock clock;

    Overturns(OverturnRows rows, Policies policies, People people, AppealSettings settings, Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /// Rates over a stretch of time, by default the last ninety days. Supervisors alone see them by moderator.
    @Transactional(readOnly = true)
    public OverturnRates rates(Caller.Person caller, @Nullable Instant from, @Nullable Instant to) {
        Instant end = to == null ? clock.instant() : to;
        Instant start = from == null ? end.minus(USUAL) : from;
        if (!start.isBefore(end) || start.isBefore(end.minus(LONGEST))) {
            new FieldErrors().add("/from", "before `to`, at most three years").throwIfAny();
        }
        boolean supervisor = caller.is(Role.SUPERVISOR);
        return new OverturnRates(
                start,
                end,
                settings.alertAbove(),
                settings.alertFrom(),
                named(rows.overall(start, end), key -> null).stream()
                        .findFirst()
                        .orElse(new OverturnRates.Rate("all", null, 0, 0, 0, null, false)),
                named(rows.byPolicy(start, end), this::title),
                supervisor ? named(rows.byModerator(start, end), this::name) : List.of(),
                named(rows.byModel(start, end), key -> null));
    }

    private List<OverturnRates.Rate> named(List<OverturnRows.Count> counts, Function<String, @Nullable String> nameOf) {
        return counts.stream()
                .map(count -> new OverturnRates.Rate(
                        count.key(),
                        nameOf.apply(count.key()),
                        count.decided(),
                        count.overturned(),
                        count.changed(),
                        share(count),
                        isAlarming(count)))
                .toList();
    }

    private static OverturnRates.@Nullable Interval share(OverturnRows.Count count) {
        var wilson = Wilson.of(count.overturned(), count.decided());
        return wilson == null ? null : new OverturnRates.Interval(wilson.value(), wilson.low(), wilson.high());
    }

    boolean isAlarming(OverturnRows.Count count) {
        return count.decided() >= settings.alertFrom()
                && (double) count.overturned() / count.decided() > settings.alertAbove();
    }

    private @Nullable String title(String key) {
        return policies.byKey(key).map(Policy::title).orElse(null);
    }

    private @Nullable String name(String key) {
        return Ids.parse(key)
                .flatMap(people::clearance)
                .map(People.Clearance::displayName)
                .orElse(null);
    }
}
