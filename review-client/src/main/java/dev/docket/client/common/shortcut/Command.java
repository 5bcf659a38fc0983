package dev.docket.client.common.shortcut;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Something the palette can do.
///
/// @param title what it says, in the person's language
/// @param key as printed on a button, or empty
public record Command(String title, String key, Runnable deed) {
    /// Whether every word typed begins a word of the title, in any order.
    boolean answers(String typed) {
        var words = words(title);
        return words(typed).stream().allMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
