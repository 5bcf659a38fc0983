package dev.docket.client.common.shortcut;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which key calls which shortcut, for one person.
public final class Keymap {
    /// Two shortcuts that one key would call.
    public record Clash(Shortcut one, Shortcut other, Stroke stroke) {}

    private final Map<Shortcut, Stroke> strokes;

    private Keymap(Map<Shortcut, Stroke> strokes) {
        this.strokes = strokes;
    }

    public static Keymap standard() {
        return with(Map.of());
    }

    /// The standard keys with the person's own choices in their place.
    public static Keymap with(Map<Shortcut, Stroke> chosen) {
        var strokes = new EnumMap<Shortcut, Stroke>(Shortcut.class);
        for (var shortcut : Shortcut.values()) {
            strokes.put(shortcut, chosen.getOrDefault(shortcut, shortcut.standard()));
        }
        return new Keymap(strokes);
    }

    public Stroke of(Shortcut shortcut) {
        return strokes.getOrDefault(shortcut, shortcut.standard());
    }

    /// Every pair that cannot be told apart; empty for a keymap that may be used.
    public List<Clash> clashes() {
        return Stream.of(Shortcut.values()).flatMap(this::clashesOf).toList();
    }

    private Stream<Clash> clashesOf(Shortcut one) {
        return Stream.of(Shortcut.values())
                .filter(other -> other.ordinal() > one.ordinal() && one.sharesScopeWith(other))
                .filter(other -> of(one).equals(of(other)))
                .map(other -> new Clash(one, other, of(one)));
    }
}
