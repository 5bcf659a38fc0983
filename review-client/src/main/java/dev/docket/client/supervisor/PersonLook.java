package dev.docket.client.supervisor;

import dev.docket.client.common.task.Background;
import dev.docket.client.supervisor.QualityFigures.Overturned;
import dev.docket.dto.quality.CoachingCard;
import dev.docket.dto.quality.ModeratorQuality;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// How often one person found what was settled, what they missed, and the cards that are sent to them. Use on the FX
/// thread only.
public final class PersonLook {
    /// @param quality null until it was read
    /// @param at the card looked at, an index
    /// @param note what is typed to go with it
    /// @param unread whether reading failed
    /// @param unsent whether sending failed
    public record Look(
            String person,
            String name,
            @Nullable ModeratorQuality quality,
            @Nullable Overturned overturned,
            int at,
            String note,
            boolean sending,
            boolean unread,
            boolean unsent) {
        public @Nullable CoachingCard card() {
            return quality == null || quality.cards().isEmpty()
                    ? null
                    : quality.cards().get(at);
        }

        private Look at(int index) {
            return new Look(person, name, quality, overturned, index, "", sending, unread, false);
        }

        private Look overturned(@Nullable Overturned share) {
            return new Look(person, name, quality, share, at, note, sending, unread, unsent);
        }

        private Look note(String typed) {
            return new Look(person, name, quality, overturned, at, typed, sending, unread, false);
        }

        private Look onItsWay() {
            return new Look(person, name, quality, overturned, at, note, true, unread, false);
        }

        private Look failed() {
            return new Look(person, name, quality, overturned, at, note, false, unread, true);
        }

        private Look with(ModeratorQuality read) {
            return new Look(
                    person,
                    name,
                    read,
                    overturned,
                    Math.min(at, Math.max(0, read.cards().size() - 1)),
                    "",
                    false,
                    false,
                    false);
        }
    }

    private final TruthApi api;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Look> look = new ReadOnlyObjectWrapper<>();

    PersonLook(TruthApi api, Background background) {
        this.api = api;
        this.background = background;
    }

    public void open(String person, String name) {
        look.set(new Look(person, name, null, null, 0, "", false, false, false));
        background
                .run(() -> api.quality(person))
                .onSuccess(read -> {
                    var now = of(person);
                    if (now != null) {
                        look.set(now.with(read));
                    }
                })
                .onFailure(fault -> {
                    if (of(person) != null) {
                        look.set(new Look(person, name, null, null, 0, "", false, true, false));
                    }
                });
        readOverturned(person);
    }

    private void readOverturned(String person) {
        background
                .run(() -> api.overturned(person))
                .onSuccess(share -> {
                    var now = of(person);
                    if (now != null) {
                        look.set(now.overturned(share.orElse(null)));
                    }
                })
                .onFailure(fault -> {
                    // The figures of their looks say that the floor is away.
                });
    }

    /// What is looked at, while it is still this person.
    private @Nullable Look of(String person) {
        var now = look.get();
        return now != null && now.person().equals(person) ? now : null;
    }

    public void step(int by) {
        var now = look.get();
        if (now != null && now.quality() != null && now.card() != null) {
            look.set(now.at(
                    Math.clamp((long) now.at() + by, 0, now.quality().cards().size() - 1)));
        }
    }

    public void note(String typed) {
        var now = look.get();
        if (now != null && !now.note().equals(typed)) {
            look.set(now.note(typed));
        }
    }

    /// Sends the card looked at to the person, with what was typed.
    public void send() {
        var now = look.get();
        var card = now == null ? null : now.card();
        if (now == null || card == null || now.sending()) {
            return;
        }
        look.set(now.onItsWay());
        String note = now.note().isBlank() ? null : now.note().strip();
        background
                .run(() -> api.send(now.person(), card.itemId(), note))
                .onSuccess(sent -> replace(now.person(), sent))
                .onFailure(fault -> {
                    var later = of(now.person());
                    if (later != null) {
                        look.set(later.failed());
                    }
                });
    }

    private void replace(String person, CoachingCard sent) {
        var now = of(person);
        var quality = now == null ? null : now.quality();
        if (now != null && quality != null) {
            var cards = new ArrayList<CoachingCard>(quality.cards());
            cards.replaceAll(card -> card.itemId().equals(sent.itemId()) ? sent : card);
            look.set(now.with(with(quality, cards)));
        }
    }

    private static ModeratorQuality with(ModeratorQuality quality, List<CoachingCard> cards) {
        return new ModeratorQuality(
                quality.person(),
                quality.from(),
                quality.to(),
                quality.judged(),
                quality.right(),
                quality.accuracy(),
                quality.golden(),
                quality.adjudicated(),
                quality.policies(),
                cards);
    }

    public void close() {
        look.set(null);
    }

    /// Who is looked at; null while nobody is.
    public ReadOnlyObjectProperty<@Nullable Look> lookProperty() {
        return look.getReadOnlyProperty();
    }
}
