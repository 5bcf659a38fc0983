package dev.docket.backend.appeals;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Tells supervisors when the appeals against a policy's decisions are right too often.
@Component
class OverturnAlarm {
    private final OverturnRows rows;
    private final Overturns overturns;
    private final Tidings tidings;
    private final Clock clock;

    OverturnAlarm(OverturnRows rows, Overturns overturns, Tidings tidings, Clock clock) {
        this.rows = rows;
        this.overturns = overturns;
        this.tidings = tidings;
        this.clock = clock;
    }

    /// Called with each overturn; says so for each of its policies that is past the mark.
    void raise(Appeal overturned) {
        Instant end = clock.instant().plusSeconds(1);
        rows.byPolicy(end.minus(Overturns.USUAL), end).stream()
                .filter(count -> overturned.policies().contains(count.key()))
                .filter(overturns::isAlarming)
                .forEach(count ->
                        tidings.alarm(count.key(), (double) count.overturned() / count.decided(), count.decided()));
    }
}
