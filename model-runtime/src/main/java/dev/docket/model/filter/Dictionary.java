package dev.docket.model.filter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Terms by the hash of their folded letters, for finding those that stand between word
/// boundaries.
///
/// A term can only begin where a word begins and end where one ends, so a text is asked about
/// whole words: one look into a table for each, and further ones only while a phrase goes on. An
/// Aho-Corasick automaton over the same letters was tried first (hankcs' double array)
/// and took 8 to 20 times as long over a text full of terms as over an ordinary one, because every letter of a rare
/// word is a look into memory that no cache holds.
/// Here a letter costs a multiplication, and a word one look into a table with a byte for each place, a quarter of a
/// megabyte for 100,000 terms, that a processor's own cache holds. Most words are not in it.
///
/// A search is linear in the text: a word has at most six places to begin at (`Reading`), and a
/// phrase that does not go on is left at once. Terms of one mark are told apart by their letters.
final class Dictionary {
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    /// In a mark: a place is taken.
    private static final int TAKEN = 1;
    /// In a mark: a term goes on after the word boundary that follows these letters.
    private static final int GOES_ON = 2;

    /// Open addressing: whatever has a hash stands from its place on, up to the next 0. A mark has six bits of the
    /// hash.
    private final byte[] marks;
    /// The terms at their places; none where all terms with those letters go on.
    private final @Nullable Shape[] shapes;

    private final int longest;

    private Dictionary(List<Shape> terms, Set<Integer> beginnings) {
        int entries = terms.size() + beginnings.size();
        marks = new byte[Math.max(16, Integer.highestOneBit(entries) * 4)];
        shapes = new @Nullable Shape[marks.length];
        longest = terms.stream().mapToInt(Shape::length).max().orElse(0);
        for (int beginning : beginnings) {
            marks[free(beginning)] = (byte) (mark(beginning) | GOES_ON);
        }
        for (Shape term : terms) {
            int hash = hash(term, term.length());
            int at = free(hash);
            marks[at] = (byte) mark(hash);
            shapes[at] = term;
        }
    }

    static Dictionary of(List<Shape> terms) {
        var beginnings = new HashSet<Integer>();
        for (Shape term : terms) {
            for (int at = 1; at < term.length(); at++) {
                if (term.isBoundaryAfter(at - 1)) {
                    beginnings.add(hash(term, at));
                }
            }
        }
        return new Dictionary(terms, beginnings);
    }

    private static int hash(Shape term, int length) {
        long hash = 0;
        for (int at = 0; at < length; at++) {
            hash = step(hash, term.letter(at));
        }
        return mixed(hash);
    }

    private static int mark(int hash) {
        return hash << 2 & 0xff | TAKEN;
    }

    private static long step(long hash, char letter) {
        return (hash ^ letter) * PRIME;
    }

    private static int mixed(long hash) {
        return (int) (hash >>> 32);
    }

    private int place(int hash) {
        return (int) (hash * PRIME >>> 40) & marks.length - 1;
    }

    private int next(int place) {
        return place + 1 & marks.length - 1;
    }

    private int free(int hash) {
        int at = place(hash);
        while (marks[at] != 0) {
            at = next(at);
        }
        return at;
    }

    void search(Reading reading, List<Candidate> found) {
        for (int begin = 0; begin < reading.size(); begin++) {
            int end = Math.min(reading.size(), begin + longest);
            if (reading.opensWord(begin) && reading.tells(begin, end)) {
                searchFrom(reading, begin, end, found);
            }
        }
    }

    private void searchFrom(Reading reading, int begin, int end, List<Candidate> found) {
        long hash = 0;
        for (int at = begin; at < end; at++) {
            hash = step(hash, reading.letter(at));
            if (reading.closesWord(at)) {
                boolean goesOn = look(mixed(hash), reading, begin, at + 1, found);
                if (!goesOn && reading.isBoundaryAfter(at)) {
                    return;
                }
            }
        }
    }

    /// @return whether a term may go on after the letters
    private boolean look(int hash, Reading reading, int begin, int end, List<Candidate> found) {
        int mark = mark(hash);
        boolean goesOn = false;
        for (int at = place(hash); marks[at] != 0; at = next(at)) {
            if ((marks[at] & 0xff & ~GOES_ON) == mark) {
                goesOn |= (marks[at] & GOES_ON) != 0;
                if (reading.tells(begin, end)) {
                    found.add(new Candidate(begin, end, shapes, at));
                }
            }
        }
        return goesOn;
    }
}
