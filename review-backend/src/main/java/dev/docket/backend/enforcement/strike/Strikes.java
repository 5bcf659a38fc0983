package dev.docket.backend.enforcement.strike;

import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.review.AuthorStrikes;
import dev.docket.backend.review.DecisionSuperseded;
import dev.docket.backend.review.DecisionTookEffect;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.review.Veils;
import dev.docket.dto.enforcement.AuthorStanding;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Counts violations against their authors, from when a decision takes effect until it lapses or falls.
@Service
public class Strikes implements AuthorStrikes {
    private static final int MOST_SHOWN = 200;

    private final StoredStrikes stored;
    private final Veils veils;
    private final Thresholds thresholds;
    private final Items items;
    private final StrikeSettings settings;

    Strikes(StoredStrikes stored, Veils veils, Thresholds thresholds, Items items, StrikeSettings settings) {
        this.stored = stored;
        this.veils = veils;
        this.thresholds = thresholds;
        this.items = items;
        this.settings = settings;
    }

    @Override
    public int standing(String source, String author) {
        return stored.standing(new Author(source, author));
    }

    @Override
    public Map<Known, Integer> standing(Collection<Known> authors) {
        return stored.standing(authors);
    }

    @Override
    public Map<UUID, Integer> standingOf(Collection<UUID> items) {
        return stored.standingOf(items);
    }

    /// @param caller a person does not see strikes of decisions veiled from them
    @Transactional(readOnly = true)
    public AuthorStanding of(Caller caller, String source, String author) {
        var who = new Author(source, author);
        var strikes = stored.of(who, MOST_SHOWN);
        var veiled = veils.over(
                strikes.stream()
                        .map(strike -> UUID.fromString(strike.itemId()))
                        .distinct()
                        .toList(),
                caller);
        int hidden = stored.standingOf(veiled).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return new AuthorStanding(
                source,
                author,
                stored.standing(who) - hidden,
                strikes.stream()
                        .filter(strike -> !veiled.contains(UUID.fromString(strike.itemId())))
                        .toList());
    }

    /// Comes before [#on(DecisionTookEffect)] of the decision that took the place, which may give a
    /// strike of its own.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionSuperseded superseded) {
        if (superseded.wasEffective()) {
            stored.giveBack(superseded.decision(), superseded.by())
                    .ifPresent(author -> thresholds.fell(author, stored.standing(author)));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionTookEffect effect) {
        if (effect.decision().finding().outcome() == Outcome.VIOLATION) {
            authorOf(effect.item()).ifPresent(author -> count(effect.decision(), author, effect));
        }
    }

    private void count(PastDecision decision, Author author, DecisionTookEffect effect) {
        int severity = decision.finding().violations().stream()
                .mapToInt(Violation::severity)
                .max()
                .orElse(1);
        int points = settings.pointsAt(severity);
        if (points > 0) {
            stored.give(new StoredStrikes.NewStrike(
                    decision.id(), effect.item(), author, severity, points, settings.lapse(), effect.effectiveAt()));
            thresholds.rose(author, stored.standing(author), effect.item());
        }
    }

    private Optional<Author> authorOf(UUID item) {
        return items.find(item).flatMap(Strikes::authorOf);
    }

    private static Optional<Author> authorOf(Item item) {
        var content = item.content();
        return content == null || content.author() == null
                ? Optional.empty()
                : Optional.of(new Author(item.source(), content.author().externalId()));
    }
}
