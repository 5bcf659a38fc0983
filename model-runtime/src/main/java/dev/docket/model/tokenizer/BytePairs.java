package dev.docket.model.tokenizer;

import dev.docket.model.ModelFault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Byte pair encoding: of a row of symbols, the pair that was merged first in training is merged first, until none
/// is left (Sennrich, Haddow and Birch, Neural Machine Translation of Rare Words with Subword Units, 2016).
///
/// The symbols are letters, or the letters of bytes where the words were split so ([ByteLetters]). Pairs wait in a
/// heap, so that a hostile text that is a single word takes n log n.
final class BytePairs implements Pieces {
    private static final int NONE = -1;

    private final Map<String, Integer> vocabulary;
    private final Map<Long, Merge> merges;
    private final Settings settings;
    private final int @Nullable [] bytes;
    private final int unknown;

    /// What a file says beside its vocabulary and merges.
    ///
    /// @param unknown the token of letters that the vocabulary lacks; null and they are left out
    /// @param fuseUnknown whether neighbours that it lacks are one token
    /// @param byteFallback whether what it lacks is told by its bytes
    /// @param wholeWords whether a word that is a token is not merged at all
    /// @param continuation written before every symbol of a word but the first
    /// @param ending written behind a word's last symbol
    record Settings(
            @Nullable String unknown,
            boolean fuseUnknown,
            boolean byteFallback,
            boolean wholeWords,
            String continuation,
            String ending) {}

    /// @param rank in the order of training
    /// @param id of what the pair becomes
    private record Merge(int rank, int id) {}

    /// A pair that may be merged, as long as nothing has happened to either.
    private record Candidate(Merge merge, int at, int left, int right) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return merge.rank == other.merge.rank
                    ? Integer.compare(at, other.at)
                    : Integer.compare(merge.rank, other.merge.rank);
        }
    }

    private BytePairs(Map<String, Integer> vocabulary, Set<String> markers, Map<Long, Merge> merges, Settings settings)
            throws ModelFault {
        this.vocabulary = vocabulary;
        this.merges = merges;
        this.settings = settings;
        bytes = settings.byteFallback() ? Vocabulary.bytes(vocabulary) : null;
        unknown = settings.unknown() == null ? NONE : Vocabulary.id(vocabulary, settings.unknown());
        vocabulary.keySet().removeAll(markers);
    }

    /// @param vocabulary the caller's no more
    /// @param pairs in the order of training
    /// @param markers tokens that are never made of what people write
    static BytePairs of(Map<String, Integer> vocabulary, String[][] pairs, Set<String> markers, Settings settings)
            throws ModelFault {
        var merges = new HashMap<Long, Merge>(2 * pairs.length);
        int continuation = settings.continuation().length();
        for (int rank = 0; rank < pairs.length; rank++) {
            var pair = pairs[rank];
            if (pair.length != 2 || pair[1].length() < continuation) {
                throw new ModelFault("A merge of the tokeniser is not a pair");
            }
            long key = key(Vocabulary.id(vocabulary, pair[0]), Vocabulary.id(vocabulary, pair[1]));
            int merged = Vocabulary.id(vocabulary, pair[0] + pair[1].substring(continuation));
            merges.put(key, new Merge(rank, merged));
        }
        return new BytePairs(vocabulary, markers, merges, settings);
    }

    private static long key(int left, int right) {
        return (long) left << Integer.SIZE | right;
    }

    @Override
    public void cut(Aligned word, Tokens.Builder tokens) {
        if (settings.wholeWords()) {
            int whole = vocabulary.getOrDefault(word.toString(), NONE);
            if (whole != NONE) {
                tokens.add(whole, word.start(0), word.end(word.length() - 1));
                return;
            }
        }
        var row = row(word);
        row.merge();
        row.write(tokens);
    }

    private Row row(Aligned word) {
        var row = new Row(word.length());
        for (int at = 0; at < word.length(); ) {
            int next = at + Character.charCount(word.codePointAt(at));
            int id = vocabulary.getOrDefault(symbol(word, at, next), NONE);
            if (id != NONE) {
                row.add(id, word.start(at), word.end(next - 1));
            } else if (bytes != null) {
                for (byte value : word.string(at, next).getBytes(StandardCharsets.UTF_8)) {
                    row.add(bytes[value & 0xff], word.start(at), word.end(next - 1));
                }
            } else if (unknown != NONE) {
                row.addUnknown(word.start(at), word.end(next - 1));
            }
            at = next;
        }
        return row;
    }

    private String symbol(Aligned word, int from, int to) {
        String letter = word.string(from, to);
        String begun = from == 0 ? letter : settings.continuation() + letter;
        return to == word.length() ? begun + settings.ending() : begun;
    }

    /// The symbols of a word, linked so that one that was merged away is passed over.
    private final class Row {
        private int[] ids;
        private int[] starts;
        private int[] ends;
        private int[] before = {};
        private int[] after = {};
        private int length;

        Row(int capacity) {
            ids = new int[capacity];
            starts = new int[capacity];
            ends = new int[capacity];
        }

        void add(int id, int start, int end) {
            if (length == ids.length) {
                ids = Arrays.copyOf(ids, 2 * length);
                starts = Arrays.copyOf(starts, 2 * length);
                ends = Arrays.copyOf(ends, 2 * length);
            }
            ids[length] = id;
            starts[length] = start;
            ends[length++] = end;
        }

        void addUnknown(int start, int end) {
            if (settings.fuseUnknown() && length > 0 && ids[length - 1] == unknown) {
                ends[length - 1] = end;
            } else {
                add(unknown, start, end);
            }
        }

        void merge() {
            link();
            var candidates = new PriorityQueue<Candidate>();
            for (int at = 0; at + 1 < length; at++) {
                offer(candidates, at);
            }
            while (!candidates.isEmpty()) {
                var candidate = candidates.poll();
                int at = candidate.at();
                int other = after[at];
                if (ids[at] == candidate.left() && other < length && ids[other] == candidate.right()) {
                    join(at, other, candidate.merge().id());
                    offer(candidates, at);
                    if (before[at] >= 0) {
                        offer(candidates, before[at]);
                    }
                }
            }
        }

        private void link() {
            before = new int[length];
            after = new int[length];
            for (int at = 0; at < length; at++) {
                before[at] = at - 1;
                after[at] = at + 1;
            }
        }

        private void offer(PriorityQueue<Candidate> candidates, int at) {
            if (after[at] < length) {
                var merge = merges.get(key(ids[at], ids[after[at]]));
                if (merge != null) {
                    candidates.add(new Candidate(merge, at, ids[at], ids[after[at]]));
                }
            }
        }

        private void join(int at, int other, int id) {
            ids[at] = id;
            ends[at] = ends[other];
            ids[other] = NONE;
            after[at] = after[other];
            if (after[at] < length) {
                before[after[at]] = at;
            }
        }

        void write(Tokens.Builder tokens) {
            for (int at = 0; at < length; at = after[at]) {
                tokens.add(ids[at], starts[at], ends[at]);
            }
        }
    }
}
