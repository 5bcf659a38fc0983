package dev.docket.backend.appeals;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tells supervisors when appeals are right too often: against a policy's decisions, somebody's, or those on items that
/// a model version scored.
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

    /// Called with each overturn; says so for whatever it was against that is past the mark.
    void raise(Appeal overturned) {
        Instant end = clock.instant().plusSeconds(1);
        Instant start = end.minus(Overturns.USUAL);
        raise("policy", overturned.policies(), rows.byPolicy(start, end));
        raise("moderator", List.of(overturned.decider()), rows.byModerator(start, end));
        raise("model", overturned.modelVersions(), rows.byModel(start, end));
    }

    private void raise(String of, Collection<String> concerned, List<OverturnRows.Count> counts) {
        counts.stream()
                .filter(count -> concerned.contains(count.key()))
                .filter(overturns::isAlarming)
                .forEach(count ->
                        tidings.alarm(of, count.key(), (double) count.overturned() / count.decided(), count.decided()));
    }
}
