package dev.docket.backend.dropin;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where a text's sentences lie, without the space around them. A text of very many is not
/// taken apart to its end: what is left counts as one, so that no text costs more than so many
/// runs of the model.
final class Sentences {
    private static final int MOST = 128;

    private Sentences() {}

    /// @param begin in UTF-16 code units
    /// @param end exclusive
    record Span(int begin, int end) {
        String of(String text) {
            return text.substring(begin, end);
        }
    }

    static List<Span> in(String text) {
        var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        var spans = new ArrayList<Span>();
        int begin = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE && spans.size() < MOST - 1; end = breaks.next()) {
            add(text, begin, end, spans);
            begin = end;
        }
        add(text, begin, text.length(), spans);
        return spans;
    }

    private static void add(String text, int from, int to, List<Span> spans) {
        int begin = from;
        int end = to;
        while (begin < end && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        while (begin < end && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (begin < end) {
            spans.add(new Span(begin, end));
        }
    }
}
