package dev.docket.model.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Terms by the hash of their folded letters, for finding those that stand between word
/// boundaries.
///
/// A term can only begin where a word begins and end where one ends, so a text is asked about
/// whole words: one look into a table for each, and further ones only while a phrase goes on. An
/// Aho-Corasick automaton over the same letters was tried first (hankcs' double array)
/// and took 8 to 20 times as long over a text full of terms as over an ordinary one, because every letter of a rare
/// word is a look into memory that no cache holds.
/// Here a letter costs a multiplication, and the table of 100,000 terms is three megabytes.
///
/// A search is linear in the text: a word has at most six places to begin at (`Reading`), and a
/// phrase that does not go on is left at once. Equal hashes are told apart by the letters.
final class Dictionary {
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final int NOWHERE = -1;

    private final long[] hashes;
    /// Index of the group with the hash, or [#NOWHERE].
    private final int[] groups;

    /// Whether a term goes on after the word boundary that follows.
    private final boolean[] goesOn;

    private final Shape[][] shapes;
    private final int longest;

    /// What a hash stands for while the table is made.
    private static final class Slot {
        private final List<Shape> shapes = new ArrayList<>(1);
        private boolean goesOn;
    }

    interface Found {
        void at(int begin, int end, Shape shape);
    }

    private Dictionary(Map<Long, Slot> slots, int longest) {
        int capacity = Math.max(16, Integer.highestOneBit(slots.size() * 2) * 2);
        hashes = new long[capacity];
        groups = new int[capacity];
        goesOn = new boolean[capacity];
        shapes = new Shape[slots.size()][];
        this.longest = longest;
        int next = 0;
        for (var slot : slots.entrySet()) {
            int at = place(slot.getKey());
            hashes[at] = slot.getKey();
            goesOn[at] = slot.getValue().goesOn;
            groups[at] = slot.getValue().shapes.isEmpty() ? NOWHERE : next;
            shapes[next++] = slot.getValue().shapes.toArray(Shape[]::new);
        }
    }

    static Dictionary of(List<Shape> terms) {
        var slots = new HashMap<Long, Slot>();
        int longest = 0;
        for (Shape term : terms) {
            long hash = 0;
            for (int at = 0; at < term.length(); at++) {
                hash = step(hash, term.letter(at));
                if (at < term.length() - 1 && term.isBoundaryAfter(at)) {
                    slots.computeIfAbsent(mixed(hash), unseen -> new Slot()).goesOn = true;
                }
            }
            slots.computeIfAbsent(mixed(hash), unseen -> new Slot()).shapes.add(term);
            longest = Math.max(longest, term.length());
        }
        return new Dictionary(slots, longest);
    }

    private static long step(long hash, char letter) {
        return (hash ^ letter) * PRIME;
    }

    /// Never 0, which marks an empty place.
    private static long mixed(long hash) {
        long mixed = hash ^ hash >>> 32;
        return mixed == 0 ? 1 : mixed;
    }

    private int place(long hash) {
        int at = (int) (hash * PRIME >>> 40) & hashes.length - 1;
        while (hashes[at] != 0 && hashes[at] != hash) {
            at = at + 1 & hashes.length - 1;
        }
        return at;
    }

    /// @param onlyDisguised passes over where no disguise is within reach of the longest term
    void search(Reading reading, boolean onlyDisguised, Found found) {
        for (int begin = 0; begin < reading.size(); begin++) {
            if (reading.opensWord(begin)
                    && (!onlyDisguised || reading.hasDisguise(begin, Math.min(reading.size(), begin + longest)))) {
                searchFrom(reading, begin, found);
            }
        }
    }

    private void searchFrom(Reading reading, int begin, Found found) {
        long hash = 0;
        int end = Math.min(reading.size(), begin + longest);
        for (int at = begin; at < end; at++) {
            hash = step(hash, reading.letter(at));
            if (reading.closesWord(at)) {
                int place = place(mixed(hash));
                boolean known = hashes[place] != 0;
                if (known && groups[place] != NOWHERE) {
                    for (Shape shape : shapes[groups[place]]) {
                        found.at(begin, at + 1, shape);
                    }
                }
                if (reading.isBoundaryAfter(at) && !(known && goesOn[place])) {
                    return;
                }
            }
        }
    }
}
