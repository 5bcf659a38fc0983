package dev.docket.model.explain;

import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Explains a text's scores by reading it again with words left out.
///
/// What a model's own contributions say is what each word adds while all others stand; leaving a word
/// out says what becomes of the score without it, which is what people mean by "because of". It costs
/// a reading for each word. Words are left out by blanking them, so places stay what they are.
///
/// The smallest set of words that brings a text below its limits cannot be had without trying all
/// sets. Found is: one word if one is enough; two of those that do most if they are; else those that do
/// most, as many as it takes, without any that can be put back. Of a long text the worst passage is
/// emptied first, then the next, up to [#MOST_PASSAGES].
///
/// One search at a time; not for several threads.
public final class Rereading {
    private static final int BATCH = 32;
    /// Keeps one call to the model short, whatever the text.
    private static final int MOST_CHARACTERS = 40_000;

    /// Two of so many are tried together, each with each.
    private static final int PAIRED = 7;

    private static final int MOST_PASSAGES = 4;

    private final String text;
    private final Reader reader;
    private final Watch watch;
    private final TextScores whole;
    private double done;
    private @Nullable Without last;

    /// What was read of a passage, which the next search often wants again.
    private record Without(String rest, Passage passage, List<TextScores> readings) {}

    /// Reads the text once, as it is.
    public Rereading(String text, Reader reader, Watch watch) throws ModelFault {
        this.text = text;
        this.reader = reader;
        this.watch = watch;
        whole = read(List.of(text), 0).getFirst();
    }

    /// The scores of the text as it is.
    public TextScores whole() {
        return whole;
    }

    /// Leaves out one word after the other.
    ///
    /// @throws IllegalArgumentException when the model has no such label
    /// @throws java.util.concurrent.CancellationException as the watch says
    public WordPulls leaveOneOut(String label) throws ModelFault {
        double score = Scored.score(whole, label);
        var passage = Passage.of(text, whole, label);
        var readings = readWithout(text, passage, 0.55);
        double logit = Scored.logit(Scored.score(readings.getFirst(), label));
        var pulls = new ArrayList<WordPull>();
        for (int i = 0; i < passage.tried().size(); i++) {
            double without = Scored.score(readings.get(i + 1), label);
            pulls.add(new WordPull(passage.tried().get(i), logit - Scored.logit(without), without));
        }
        return new WordPulls(label, score, pulls, passage.from(), passage.to(), passage.count());
    }

    /// The words without which every label is below its limit.
    ///
    /// @param limits label to limit, 0..1; reached at the limit itself
    /// @return empty when no label reaches its limit, or leaving words out does not help
    /// @throws java.util.concurrent.CancellationException as the watch says
    public Optional<Flip> flip(Map<String, Double> limits) throws ModelFault {
        var reached = new TreeMap<>(limits);
        reached.entrySet().removeIf(limit -> Scored.score(whole, limit.getKey()) < limit.getValue());
        return reached.isEmpty() ? Optional.empty() : enough(reached, limits).map(found -> flip(found, reached));
    }

    private Flip flip(Found found, Map<String, Double> reached) {
        var before = new LinkedHashMap<String, Double>();
        var after = new LinkedHashMap<String, Double>();
        reached.keySet().forEach(label -> before.put(label, Scored.score(whole, label)));
        found.scores().scores().forEach(score -> after.put(score.label(), score.score()));
        var words = found.words().stream()
                .sorted(Comparator.comparingInt(Word::start))
                .toList();
        return new Flip(words, before, after);
    }

    /// A set of words and the scores of what is left without them.
    private record Found(List<Word> words, TextScores scores) {}

    /// All limits are kept, so that no word's absence lifts another label over its own.
    private Optional<Found> enough(Map<String, Double> reached, Map<String, Double> limits) throws ModelFault {
        var removed = new ArrayList<Word>();
        var left = whole;
        for (int passages = 0; passages < MOST_PASSAGES; passages++) {
            String rest = Words.without(text, removed);
            var passage = Passage.of(rest, left, worst(left, limits));
            var ranked = ranked(rest, passage, reached);
            if (ranked.isEmpty()) {
                return Optional.empty();
            }
            if (removed.isEmpty()) {
                var few = few(ranked, passage, limits);
                if (few.isPresent()) {
                    return few;
                }
            }
            var found = growing(removed, ranked, limits);
            if (found.isPresent()) {
                return Optional.of(pruned(found.get(), limits));
            }
            removed.addAll(ranked);
            left = without(List.of(removed)).getFirst();
        }
        return Optional.empty();
    }

    private static String worst(TextScores scores, Map<String, Double> limits) {
        return limits.entrySet().stream()
                .max(Comparator.comparingDouble(limit -> Scored.excess(scores, limit)))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /// The words whose absence takes most off what lies above the limits, those first that take off
    /// most; none that takes off nothing.
    private List<Word> ranked(String rest, Passage passage, Map<String, Double> reached) throws ModelFault {
        var readings = readWithout(rest, passage, 0.2);
        double surplus = Scored.surplus(readings.getFirst(), reached);
        var gains = new LinkedHashMap<Word, Double>();
        for (int i = 0; i < passage.tried().size(); i++) {
            double gain = surplus - Scored.surplus(readings.get(i + 1), reached);
            if (gain > 0) {
                gains.put(passage.tried().get(i), gain);
            }
        }
        return gains.entrySet().stream()
                .sorted(Map.Entry.<Word, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// One word, or two of the first few. Of a text of one passage it was seen already what becomes of it without
    /// one word; of a longer one the whole has to be read, which is not worth it for more than a few.
    private Optional<Found> few(List<Word> ranked, Passage passage, Map<String, Double> limits) throws ModelFault {
        boolean whole = passage.from() == 0 && passage.to() == text.length();
        if (!whole) {
            return best(ranked.stream().limit(PAIRED).map(List::of).toList(), limits);
        }
        var readings = readWithout(text, passage, 0);
        var single = ranked.stream()
                .map(word -> new Found(
                        List.of(word), readings.get(1 + passage.tried().indexOf(word))))
                .filter(found -> Scored.isBelow(found.scores(), limits))
                .max(Comparator.comparingDouble(found -> room(found, limits)));
        if (single.isPresent()) {
            return single;
        }
        var pairs = new ArrayList<List<Word>>();
        for (int one = 0; one < Math.min(PAIRED, ranked.size()); one++) {
            for (int other = one + 1; other < Math.min(PAIRED, ranked.size()); other++) {
                pairs.add(List.of(ranked.get(one), ranked.get(other)));
            }
        }
        return best(pairs, limits);
    }

    /// Of the sets that are enough the one that leaves most room below the limits.
    private Optional<Found> best(List<List<Word>> sets, Map<String, Double> limits) throws ModelFault {
        var scores = without(sets);
        Optional<Found> best = Optional.empty();
        for (int i = 0; i < sets.size(); i++) {
            var found = new Found(sets.get(i), scores.get(i));
            if (Scored.isBelow(found.scores(), limits)
                    && (best.isEmpty() || room(found, limits) > room(best.get(), limits))) {
                best = Optional.of(found);
            }
        }
        return best;
    }

    private static double room(Found found, Map<String, Double> limits) {
        return -Scored.excess(found.scores(), limits);
    }

    /// The first few of the ranked words beside those that are gone already: first as many as it
    /// takes in large steps, then as few as it takes between the last two steps.
    private Optional<Found> growing(List<Word> removed, List<Word> ranked, Map<String, Double> limits)
            throws ModelFault {
        var sizes = new ArrayList<Integer>();
        for (int size = 1; size < ranked.size(); size += Math.max(1, size / 2)) {
            sizes.add(size);
        }
        sizes.add(ranked.size());
        var found = first(removed, ranked, sizes, limits);
        if (found.isEmpty()) {
            return found;
        }
        int enough = found.get().words().size() - removed.size();
        var between = new ArrayList<Integer>();
        for (int size = sizes.indexOf(enough) == 0 ? 1 : sizes.get(sizes.indexOf(enough) - 1) + 1;
                size <= enough;
                size++) {
            between.add(size);
        }
        return first(removed, ranked, between, limits).or(() -> found);
    }

    private Optional<Found> first(
            List<Word> removed, List<Word> ranked, List<Integer> sizes, Map<String, Double> limits) throws ModelFault {
        var sets = sizes.stream()
                .map(size -> joined(removed, ranked.subList(0, size)))
                .toList();
        var scores = without(sets);
        for (int i = 0; i < sets.size(); i++) {
            if (Scored.isBelow(scores.get(i), limits)) {
                return Optional.of(new Found(sets.get(i), scores.get(i)));
            }
        }
        return Optional.empty();
    }

    private static List<Word> joined(List<Word> some, List<Word> more) {
        var joined = new ArrayList<>(some);
        joined.addAll(more);
        return joined;
    }

    /// Puts words back while that is possible: as many at once as it can, for each try costs a reading.
    private Found pruned(Found enough, Map<String, Double> limits) throws ModelFault {
        var found = enough;
        while (found.words().size() > 1) {
            var smaller = smaller(found, limits);
            if (smaller.isEmpty()) {
                return found;
            }
            found = smaller.get();
        }
        return found;
    }

    private Optional<Found> smaller(Found found, Map<String, Double> limits) throws ModelFault {
        var words = found.words();
        var scores =
                without(words.stream().map(word -> less(words, List.of(word))).toList());
        var spare = new ArrayList<Map.Entry<Word, Double>>();
        for (int i = 0; i < words.size(); i++) {
            if (Scored.isBelow(scores.get(i), limits)) {
                spare.add(Map.entry(words.get(i), Scored.excess(scores.get(i), limits)));
            }
        }
        spare.sort(Map.Entry.comparingByValue());
        var sets = new ArrayList<List<Word>>();
        for (int size = spare.size(); size > 0; size /= 2) {
            var back = spare.subList(0, size).stream().map(Map.Entry::getKey).toList();
            var set = less(words, back);
            if (!set.isEmpty()) {
                sets.add(set);
            }
        }
        var smallerScores = without(sets);
        for (int i = 0; i < sets.size(); i++) {
            if (Scored.isBelow(smallerScores.get(i), limits)) {
                return Optional.of(new Found(sets.get(i), smallerScores.get(i)));
            }
        }
        return Optional.empty();
    }

    private static List<Word> less(List<Word> words, Collection<Word> back) {
        var kept = new HashSet<>(back);
        return words.stream().filter(word -> !kept.contains(word)).toList();
    }

    /// The passage by itself, then without each of its words.
    private List<TextScores> readWithout(String rest, Passage passage, double share) throws ModelFault {
        var known = last;
        if (known != null && known.rest().equals(rest) && known.passage().equals(passage)) {
            return known.readings();
        }
        var variants = new ArrayList<String>();
        variants.add(passage.alone(rest));
        passage.tried().forEach(word -> variants.add(passage.without(rest, word)));
        var readings = read(variants, share);
        last = new Without(rest, passage, readings);
        return readings;
    }

    private List<TextScores> without(List<? extends Collection<Word>> sets) throws ModelFault {
        return read(sets.stream().map(words -> Words.without(text, words)).toList(), 0.05);
    }

    private List<TextScores> read(List<String> variants, double share) throws ModelFault {
        var scores = new ArrayList<TextScores>(variants.size());
        int batch = Math.clamp(MOST_CHARACTERS / Math.max(1, text.length()), 1, BATCH);
        for (int from = 0; from < variants.size(); from += batch) {
            watch.passed(Math.min(done + share * from / variants.size(), 0.99));
            scores.addAll(reader.read(variants.subList(from, Math.min(from + batch, variants.size()))));
        }
        done += share;
        return scores;
    }
}
