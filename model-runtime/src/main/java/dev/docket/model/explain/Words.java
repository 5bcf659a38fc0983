package dev.docket.model.explain;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The words that are left out one by one.
///
/// What stands between two spaces is a word, less the punctuation around it: a disguised word
/// (`sh!t`, `i.d.i.o.t`) is one and stays one. Three or more single letters in a row (`i d i o t`)
/// are one word as well. Where a script parts its words by no spaces, a dictionary parts them.
final class Words {
    private static final int SPELT_OUT = 3;
    private static final String PUNCTUATION =
            ".,;:!?()[]{}\"'`*_~-\u2013\u2014\u2026\u2018\u2019\u201c\u201d\u00ab\u00bb";

    private final String text;
    private final List<Word> found = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    /// Those that lie between two offsets, in order.
    static List<Word> of(String text, int from, int to) {
        var words = new Words(text);
        for (int i = from; i < to; ) {
            int end = i;
            while (end < to && !isSpace(text.charAt(end))) {
                end++;
            }
            if (end > i) {
                words.add(i, end);
            }
            i = end + 1;
        }
        return words.joined();
    }

    /// The text with a space for every character of the words, so that what is left keeps its place.
    static String without(String text, Collection<Word> words) {
        var left = new StringBuilder(text);
        for (Word word : words) {
            for (int i = word.start(); i < word.end(); i++) {
                left.setCharAt(i, ' ');
            }
        }
        return left.toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void add(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && PUNCTUATION.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (start == end) {
            found.add(new Word(from, to));
        } else if (text.substring(start, end).codePoints().anyMatch(Words::isUnspaced)) {
            split(start, end);
        } else {
            found.add(new Word(start, end));
        }
    }

    private static boolean isUnspaced(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private void split(int from, int to) {
        var breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(text.substring(from, to));
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            found.add(new Word(from + start, from + end));
            start = end;
        }
    }

    private List<Word> joined() {
        var joined = new ArrayList<Word>(found.size());
        for (int i = 0; i < found.size(); ) {
            int to = i;
            while (to < found.size()
                    && isLetter(found.get(to))
                    && (to == i || follows(found.get(to - 1), found.get(to)))) {
                to++;
            }
            if (to - i >= SPELT_OUT) {
                joined.add(new Word(found.get(i).start(), found.get(to - 1).end()));
                i = to;
            } else {
                joined.add(found.get(i++));
            }
        }
        return List.copyOf(joined);
    }

    private boolean isLetter(Word word) {
        int c = text.codePointAt(word.start());
        return Character.isLetterOrDigit(c) && !isUnspaced(c) && word.end() - word.start() == Character.charCount(c);
    }

    private static boolean follows(Word one, Word next) {
        return next.start() == one.end() + 1;
    }
}
