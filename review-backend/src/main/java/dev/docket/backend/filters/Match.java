package dev.docket.backend.filters;

import dev.docket.dto.filter.FilterEffect;
import dev.docket.dto.review.Evidence;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One filter's match on one item, and what its bank or list wants of it.
///
/// @param shown as the task shows it
/// @param source what the reason names
record Match(
        Evidence.Filter shown,
        FilterEffect effect,
        @Nullable String policy,
        int severity,
        String source) {
    static final String BLOCKLIST = "BLOCKLIST";
    static final String HASH = "HASH";
    static final String RATE = "RATE";

    static Sifted together(Collection<Match> matches) {
        if (matches.isEmpty()) {
            return Sifted.NOTHING;
        }
        var shown = matches.stream().map(Match::shown).toList();
        var gravest = matches.stream()
                .filter(match -> match.effect() != FilterEffect.SIGNAL)
                .max(Comparator.comparingInt(Match::severity).thenComparing(Match::effect));
        return new Sifted(shown, gravest.map(Match::demand).orElse(null));
    }

    private Sifted.Demand demand() {
        String what = shown.kind().equals(HASH)
                ? "An image is known to the hash bank \"" + source + "\"."
                : "Words of the blocklist \"" + source + "\" stand in the text"
                        + (shown.origin() == null ? "." : " of an image.");
        return new Sifted.Demand(policy, severity, what, effect == FilterEffect.ACT);
    }

    /// The same of a text that is not the item's own.
    Match in(String origin) {
        return new Match(
                new Evidence.Filter(shown.kind(), shown.source(), shown.spans(), origin),
                effect,
                policy,
                severity,
                source);
    }

    static Match told(String kind, String source) {
        return new Match(new Evidence.Filter(kind, source, List.of()), FilterEffect.SIGNAL, null, 1, source);
    }
}
