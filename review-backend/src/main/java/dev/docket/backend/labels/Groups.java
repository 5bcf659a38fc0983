package dev.docket.backend.labels;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which items must not be parted by a split: a head that has seen an author's other posts, or the same text from
/// somebody else, would look better on the test split than it is.
///
/// Items are joined when they share an author or their texts are equal once normalised, and what is joined to the same
/// item is joined too (union-find). A group's place is decided by a salted hash of its smallest key, so it depends on
/// the seed and on what is in the group, and on nothing else; the same request over the same decisions gives the same
/// splits. Keys are 64 bits of SHA-256: two groups that collide are merely kept together.
final class Groups {
    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<Long, Integer> nodes = new HashMap<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Long> smallest = new ArrayList<>();

    /// Joins everything that these keys belong to.
    void join(List<Long> keys) {
        int first = node(keys.getFirst());
        keys.forEach(key -> union(first, node(key)));
    }

    /// Whether the key has been joined to a group.
    boolean knows(long key) {
        return nodes.containsKey(key);
    }

    /// The split of the group that the key belongs to.
    ///
    /// @param splits shares by name, in their order
    String split(long key, long seed, Map<String, Double> splits) {
        long group = smallest.get(root(node(key)));
        double place = (hash("split", seed + "/" + group) >>> 11) * 0x1.0p-53;
        double edge = 0;
        String last = "";
        for (var split : splits.entrySet()) {
            edge += split.getValue();
            last = split.getValue() > 0 ? split.getKey() : last;
            if (place < edge) {
                return split.getKey();
            }
        }
        return last;
    }

    static long hash(String kind, String value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return ByteBuffer.wrap(digest.digest(value.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Text as near-duplicates share it: compatibility forms, lower case, letters and digits alone. Empty for none.
    static String normalised(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOISE.matcher(folded).replaceAll(" ").strip();
    }

    private int node(long key) {
        return nodes.computeIfAbsent(key, unseen -> {
            parents.add(parents.size());
            smallest.add(unseen);
            return parents.size() - 1;
        });
    }

    private int root(int node) {
        int at = node;
        while (parents.get(at) != at) {
            parents.set(at, parents.get(parents.get(at)));
            at = parents.get(at);
        }
        return at;
    }

    private void union(int one, int other) {
        int kept = Math.min(root(one), root(other));
        int joined = Math.max(root(one), root(other));
        parents.set(joined, kept);
        smallest.set(kept, Math.min(smallest.get(kept), smallest.get(joined)));
    }
}
