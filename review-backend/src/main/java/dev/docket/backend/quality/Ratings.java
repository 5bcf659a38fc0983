package dev.docket.backend.quality;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Who said what of which item, as small numbers: what every statistic of agreement reads. A
/// rater may have said nothing of an item, and may have looked at one several times.
///
/// @param items how many there are
/// @param raters how many there are
/// @param classes how many there are
/// @param votes each within those bounds
record Ratings(int items, int raters, int classes, List<Vote> votes) {
    Ratings {
        votes = List.copyOf(votes);
    }

    /// Numbers whatever names items, raters and classes, each in the order of its first mention.
    static <V> Ratings of(List<Named<V>> votes) {
        var items = new LinkedHashMap<Object, Integer>();
        var raters = new LinkedHashMap<Object, Integer>();
        var classes = new LinkedHashMap<V, Integer>();
        var numbered = votes.stream()
                .map(vote -> new Vote(
                        number(items, vote.item()), number(raters, vote.rater()), number(classes, vote.said())))
                .toList();
        return new Ratings(items.size(), raters.size(), classes.size(), numbered);
    }

    /// Row by item: how often each class was said of it.
    int[][] counts() {
        int[][] counts = new int[items][classes];
        for (var vote : votes) {
            counts[vote.item()][vote.said()]++;
        }
        return counts;
    }

    /// The class most often said of each item; of equals the first; -1 where nobody said anything.
    int[] majority() {
        return Arrays.stream(counts()).mapToInt(Ratings::mostOften).toArray();
    }

    private static int mostOften(int[] counts) {
        int best = IntStream.range(0, counts.length)
                .reduce((one, other) -> counts[other] > counts[one] ? other : one)
                .orElse(-1);
        return best >= 0 && counts[best] > 0 ? best : -1;
    }

    private static <K> int number(Map<K, Integer> numbers, K name) {
        Integer next = numbers.size();
        return Objects.requireNonNullElse(numbers.putIfAbsent(name, next), next);
    }

    /// One look of one rater at one item.
    record Vote(int item, int rater, int said) {}

    /// A vote before it is numbered.
    record Named<V>(Object item, Object rater, V said) {}
}
