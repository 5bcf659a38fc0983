package dev.docket.client.common.item;

import java.net.IDN;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// An item's text cut into what can be shown as it is and what must be made visible.
///
/// Authors hide words from filters and from people: with characters that have no width, with controls that turn
/// the reading direction round, with letters of another script that look the same. Such pieces are shown as chips.
/// Characters that a script truly needs (joiners in Persian, in Indic scripts, within emoji) are left alone. Pieces
/// lie side by side and cover the whole text.
public record MarkedText(String text, List<Piece> pieces, boolean rightToLeft) {
    private static final Pattern LINK = Pattern.compile(
            "(?:https?://|www\\.)[^\\s<>\"\\p{Cf}]+|\\b[a-z0-9][a-z0-9-]{0,62}\\.(?:com|net|org|io|ru|cn|top|xyz|shop|info"
                    + "|biz|club|online|site|link|example|invalid|test)\\b(?:/[^\\s<>\"\\p{Cf}]*)?",
            Pattern.CASE_INSENSITIVE);

    /// One stretch of the text.
    public sealed interface Piece {
        Span span();
    }

    /// Shown as it is.
    public record Plain(Span span) implements Piece {}

    /// An address: shown, never followed.
    public record Link(Span span, String host) implements Piece {}

    /// One or more equal characters that nobody would see.
    public record Hidden(Span span, int codePoint, int count) implements Piece {
        /// The short name people know it by, such as `ZWSP`, or its number.
        public String name() {
            return Invisibles.name(codePoint);
        }
    }

    /// A letter of one script inside a word of another.
    public record Lookalike(Span span, String script) implements Piece {}

    public static MarkedText of(String text) {
        var marks = new ArrayList<Piece>();
        addLinks(text, marks);
        addHidden(text, marks);
        Lookalikes.in(text).forEach(marks::add);
        return new MarkedText(text, tiled(text, marks), isRightToLeft(text));
    }

    /// Hosts of the links, in the order in which they appear, each once.
    public List<String> hosts() {
        return pieces.stream()
                .filter(Link.class::isInstance)
                .map(piece -> ((Link) piece).host())
                .distinct()
                .toList();
    }

    /// The words of `span` without what is hidden in them.
    public String visible(Span span) {
        var visible = new StringBuilder();
        for (var piece : pieces) {
            int from = Math.max(span.start(), piece.span().start());
            int to = Math.min(span.end(), piece.span().end());
            if (from < to && !(piece instanceof Hidden)) {
                visible.append(text, from, to);
            }
        }
        return visible.toString();
    }

    private static void addLinks(String text, List<Piece> marks) {
        LINK.matcher(text).results().forEach(hit -> {
            int end = hit.end();
            while (end > hit.start() && ".,;:!?)'".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            marks.add(new Link(new Span(hit.start(), end), host(text.substring(hit.start(), end))));
        });
    }

    private static String host(String address) {
        String rest = address.replaceFirst("(?i)^https?://", "");
        String host = rest.split("[/?#:]", 2)[0];
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException notAHost) {
            return host;
        }
    }

    private static void addHidden(String text, List<Piece> marks) {
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int end = at + Character.charCount(codePoint);
            if (Invisibles.hides(text, at)) {
                int count = 1;
                while (end < text.length() && text.codePointAt(end) == codePoint) {
                    end += Character.charCount(codePoint);
                    count++;
                }
                marks.add(new Hidden(new Span(at, end), codePoint, count));
            }
            at = end;
        }
    }

    private static List<Piece> tiled(String text, List<Piece> marks) {
        marks.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        var tiles = new ArrayList<Piece>();
        int at = 0;
        for (var mark : marks) {
            if (mark.span().start() < at) {
                continue;
            }
            if (mark.span().start() > at) {
                tiles.add(new Plain(new Span(at, mark.span().start())));
            }
            tiles.add(mark);
            at = mark.span().end();
        }
        if (at < text.length()) {
            tiles.add(new Plain(new Span(at, text.length())));
        }
        return List.copyOf(tiles);
    }

    private static boolean isRightToLeft(String text) {
        return !text.isEmpty() && !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }
}
