package dev.docket.backend.queue;

import dev.docket.dto.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Why items come before people, read back from the English that is kept of it.
///
/// Whatever sends an item to people writes why as sentences: thresholds, filters, chance, second
/// looks, appeals. They are kept as they are, with every task and assessment, and there are few
/// kinds of them; what is not wholly made of these is said as it stands.
final class Reasons {
    private static final String LABEL = "label";
    private static final String FIGURE = "figure";
    private static final List<Kind> KINDS = List.of(
            kind(
                    "threshold",
                    "(?<label>[A-Z][a-z0-9-]*) (?<figureScore>[01]\\.\\d\\d) is over the review threshold of (?<figureThreshold>[01]\\.\\d\\d)\\."),
            kind("no-threshold", "No label reached a policy's threshold\\."),
            kind("nothing-to-read", "There is nothing in it that a model reads\\."),
            kind("model-fails", "The model fails at this text; a person must read it\\."),
            kind("model-away", "The model was not available; a person must read it\\."),
            kind("not-read", "The text was not read; a person must read it\\."),
            kind("image-unseen", "An image could not be judged: (?<fault>.+)"),
            kind("video-unseen", "A video could not be judged: (?<fault>.+)"),
            kind("image-text-unread", "The text in an image was not read to its end: (?<fault>.+)"),
            kind("chance", "Drawn at random to see what thresholds let through\\."),
            kind("unsure", "Drawn because the model is unsure of it\\."),
            kind("reported", "Reported by a user\\."),
            kind("reported-by", "Reported by (?<users>\\d{1,9}) users\\."),
            kind("waited", "It was waiting for a person when another model took over\\."),
            kind("hash-bank", "An image is known to the hash bank \"(?<bank>.*?)\"\\."),
            kind("blocklist", "Words of the blocklist \"(?<list>.*?)\" stand in the text\\."),
            kind("blocklist-image", "Words of the blocklist \"(?<list>.*?)\" stand in the text of an image\\."),
            kind("filters-failed", "The filters failed at this item; a person must see it\\."),
            kind("undecided", "A moderator could not decide\\."),
            kind("disputed", "Two looks found different things\\."),
            kind("second-look", "Drawn for a second look\\."),
            kind("two-people", "An action that needs two people\\."),
            kind("author-appeals", "The author appeals against what was decided\\."),
            kind("reporter-appeals", "A reporter appeals against the approval\\."),
            kind("decided-like", "Decided like an item whose decision was overturned on appeal\\."),
            kind("withheld", "It was sent for review\\."));

    private Reasons() {}

    private record Kind(String code, Pattern sentence) {}

    private static Kind kind(String code, String sentence) {
        return new Kind("reason." + code, Pattern.compile(sentence, Pattern.DOTALL));
    }

    /// Null where there is none, or where it is not wholly made of known sentences.
    static @Nullable List<Phrase> read(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return null;
        }
        var found = new ArrayList<Phrase>();
        String rest = reason.strip();
        while (!rest.isEmpty()) {
            var first = first(rest);
            if (first.isEmpty()) {
                return null;
            }
            found.add(first.get().phrase());
            rest = rest.substring(first.get().length()).stripLeading();
        }
        return found;
    }

    private record Sentence(Phrase phrase, int length) {}

    private static Optional<Sentence> first(String text) {
        for (var kind : KINDS) {
            var matcher = kind.sentence().matcher(text);
            if (matcher.lookingAt()) {
                return Optional.of(new Sentence(phrase(kind, matcher), matcher.end()));
            }
        }
        return Optional.empty();
    }

    private static Phrase phrase(Kind kind, Matcher matcher) {
        var values = new TreeMap<String, Double>();
        var names = new TreeMap<String, String>();
        kind.sentence().namedGroups().forEach((name, group) -> {
            String said = matcher.group(group);
            if (name.startsWith(FIGURE) || name.equals("users")) {
                values.put(name, Double.valueOf(said));
            } else {
                names.put(name, name.equals(LABEL) ? label(said) : said);
            }
        });
        return new Phrase(kind.code(), Map.copyOf(values), Map.copyOf(names));
    }

    /// A label as it is written in a sentence, back to its key.
    private static String label(String title) {
        return title.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
