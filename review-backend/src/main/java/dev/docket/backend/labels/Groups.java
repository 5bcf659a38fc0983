package dev.docket.backend.labels;

import dev.docket.model.text.NormalisedText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which items must not be parted by a split: a head that has seen an author's other posts, or the same text from
/// somebody else, would look better on the test split than it is.
///
/// Items are joined when they share a key (an author, a normalised text, an image) or are found
/// to be near-duplicates, and what is joined to the same item is joined too (union-find). A
/// group goes by the name of its smallest key, so its name depends on what is in it and on
/// nothing else; the same request over the same decisions gives the same splits. Keys are 64
/// bits of SHA-256: two groups that collide are merely kept together.
///
/// Keys and groups lie in plain arrays, 24 bytes a key or so: millions of items are grouped in a few hundred megabytes.
final class Groups {
    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int FREE = -1;

    private long[] keys = new long[1 << 12];
    private int[] nodes = free(keys.length);
    private int[] parents = new int[1 << 11];
    private long[] smallest = new long[1 << 11];
    private int size;

    /// Joins everything that these keys belong to.
    void join(List<Long> together) {
        int first = node(together.getFirst());
        together.forEach(key -> union(first, node(key)));
    }

    void join(long one, long other) {
        union(node(one), node(other));
    }

    /// Whether the key has been joined to a group.
    boolean knows(long key) {
        return nodes[slot(key)] != FREE;
    }

    /// The name of the key's group.
    long group(long key) {
        return smallest[root(node(key))];
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

    /// A number of 0..1 that a seed gives a key, the same each time.
    static double draw(String kind, long seed, long key) {
        return (hash(kind, seed + "/" + key) >>> 11) * 0x1.0p-53;
    }

    /// Text as near-duplicates share it: without case, accents, look-alikes and everything that is neither letter nor
    /// digit. Empty for none.
    static String normalised(@Nullable String text) {
        return text == null
                ? ""
                : NOISE.matcher(NormalisedText.of(text)).replaceAll(" ").strip();
    }

    private int node(long key) {
        int slot = slot(key);
        if (nodes[slot] == FREE) {
            keys[slot] = key;
            nodes[slot] = add(key);
            if (size > keys.length / 2) {
                grow();
            }
            return size - 1;
        }
        return nodes[slot];
    }

    private int add(long key) {
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, size * 2);
            smallest = Arrays.copyOf(smallest, size * 2);
        }
        parents[size] = size;
        smallest[size] = key;
        return size++;
    }

    private void grow() {
        long[] old = keys;
        int[] held = nodes;
        keys = new long[old.length * 2];
        nodes = free(keys.length);
        for (int i = 0; i < old.length; i++) {
            if (held[i] != FREE) {
                int slot = slot(old[i]);
                keys[slot] = old[i];
                nodes[slot] = held[i];
            }
        }
    }

    /// Where the key is, or would be. Keys are digests, so their own bits spread them.
    private int slot(long key) {
        int slot = (int) (key ^ key >>> 32) & keys.length - 1;
        while (nodes[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private int root(int node) {
        int at = node;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private void union(int one, int other) {
        int kept = Math.min(root(one), root(other));
        int joined = Math.max(root(one), root(other));
        parents[joined] = kept;
        smallest[kept] = Math.min(smallest[kept], smallest[joined]);
    }

    private static int[] free(int length) {
        var nodes = new int[length];
        Arrays.fill(nodes, FREE);
        return nodes;
    }
}
