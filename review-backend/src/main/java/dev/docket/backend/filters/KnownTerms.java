package dev.docket.backend.filters;

import dev.docket.backend.filters.FilterVersions.Version;
import dev.docket.backend.filters.StoredBlocklists.Wanted;
import dev.docket.dto.filter.TriedText.TriedMatch;
import dev.docket.dto.review.Evidence;
import dev.docket.model.filter.Blocklist;
import dev.docket.model.filter.TermMatch;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The blocklists in force, compiled. A change compiles them anew beside the old ones, which are
/// searched until the new ones are there.
@Component
class KnownTerms {
    /// What a task shows of one list; more tell nobody more.
    private static final int MOST_SPANS = 100;

    private final StoredBlocklists stored;
    private final FilterVersions versions;
    private final MatchTally tally;
    private final Clock clock;
    private volatile Compiled compiled = new Compiled(Blocklist.of(List.of()), Map.of(), Instant.MAX);
    private Version seen = Version.NONE;

    KnownTerms(StoredBlocklists stored, FilterVersions versions, MatchTally tally, Clock clock) {
        this.stored = stored;
        this.versions = versions;
        this.tally = tally;
        this.clock = clock;
    }

    /// @param until when the first of the terms expires
    private record Compiled(Blocklist terms, Map<Long, Wanted> wanted, Instant until) {}

    /// The matches of each list together, in the order in which they begin.
    List<Match> in(String text, String language) {
        return in(text, language, false);
    }

    /// The same for an item that is kept, which counts towards the figures of its lists and terms.
    List<Match> inItem(String text, String language) {
        return in(text, language, true);
    }

    private List<Match> in(String text, String language, boolean counts) {
        var now = compiled;
        var byList = new LinkedHashMap<String, List<TermMatch>>();
        for (TermMatch match : now.terms().find(text, language)) {
            var wanted = Objects.requireNonNull(now.wanted().get(match.term().id()));
            byList.computeIfAbsent(wanted.list(), unseen -> new ArrayList<>()).add(match);
        }
        if (counts) {
            byList.values().forEach(matches -> count(matches, now));
        }
        return byList.values().stream().map(matches -> match(matches, now)).toList();
    }

    private void count(List<TermMatch> ofOneList, Compiled now) {
        var terms = ofOneList.stream().map(match -> match.term().id()).collect(Collectors.toSet());
        tally.met(
                Objects.requireNonNull(
                                now.wanted().get(ofOneList.getFirst().term().id()))
                        .listId(),
                terms);
    }

    /// Every match by itself, in the order of the text, with the lists as they are this moment: whoever tries a term
    /// has just added it.
    List<TriedMatch> tried(String text, String language, int most) {
        catchUp();
        var now = compiled;
        return now.terms().find(text, language).stream()
                .limit(most)
                .map(match -> tried(
                        match,
                        Objects.requireNonNull(now.wanted().get(match.term().id()))))
                .toList();
    }

    private static TriedMatch tried(TermMatch match, Wanted wanted) {
        return new TriedMatch(
                wanted.list(),
                match.term().text(),
                wanted.effect(),
                wanted.policy(),
                wanted.severity(),
                match.start(),
                match.end());
    }

    private static Match match(List<TermMatch> matches, Compiled now) {
        var wanted = matches.stream()
                .map(match ->
                        Objects.requireNonNull(now.wanted().get(match.term().id())))
                .toList();
        var list = wanted.getFirst();
        int severity = wanted.stream().mapToInt(Wanted::severity).max().orElse(list.severity());
        var spans = matches.stream()
                .map(match -> List.of(match.start(), match.end()))
                .distinct()
                .limit(MOST_SPANS)
                .toList();
        return new Match(
                new Evidence.Filter(Match.BLOCKLIST, list.list(), spans),
                list.effect(),
                list.policy(),
                severity,
                list.list());
    }

    @Scheduled(fixedDelay = 1_000)
    synchronized void catchUp() {
        var now = versions.last(FilterVersions.TERMS);
        if (now.equals(seen) && clock.instant().isBefore(compiled.until())) {
            return;
        }
        var wanted = stored.inForce();
        var until = wanted.stream()
                .map(Wanted::expiresAt)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        compiled = new Compiled(
                Blocklist.of(wanted.stream().map(Wanted::term).toList()),
                wanted.stream().collect(Collectors.toMap(one -> one.term().id(), Function.identity())),
                until);
        seen = now;
    }
}
