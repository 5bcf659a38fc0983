package dev.docket.backend.precedents;

import dev.docket.model.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// The embeddings of a bounded number of items, youngest kept, searched for those nearest to one.
///
/// Two steps. A sketch of every embedding (one bit a dimension: its sign) is compared with the
/// query's by counting bits that differ; the fewer, the smaller the angle. The [#CANDIDATES]
/// nearest by sketch are then compared exactly. A pass over 200,000 sketches reads 10 MB where
/// one over the embeddings would read 77 MB. What is truly near differs in so few bits that it
/// is always among the candidates; only the far end of a list can miss a neighbour.
final class VectorIndex {
    private static final int CHUNK = 4_096;
    private static final int CANDIDATES = 2_048;

    private final int capacity;
    private final Map<UUID, Integer> places = new HashMap<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private int next;
    private int used;

    VectorIndex(int capacity) {
        this.capacity = Math.max(1, capacity);
    }

    /// An item and how near it is: the cosine.
    record Near(UUID item, double similarity) {}

    /// Adds an item, or gives it another embedding. The one that came first goes when there is no room.
    void put(UUID item, Embedding embedding) {
        lock.writeLock().lock();
        try {
            Integer known = places.get(item);
            int place = known == null ? freePlace() : known;
            places.put(item, place);
            chunk(place).put(place % CHUNK, item, embedding);
        } finally {
            lock.writeLock().unlock();
        }
    }

    void remove(UUID item) {
        lock.writeLock().lock();
        try {
            Integer place = places.remove(item);
            if (place != null) {
                chunk(place).clear(place % CHUNK);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    void clear() {
        lock.writeLock().lock();
        try {
            places.clear();
            chunks.clear();
            next = 0;
            used = 0;
        } finally {
            lock.writeLock().unlock();
        }
    }

    int size() {
        lock.readLock().lock();
        try {
            return places.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The nearest first, at most `most`, none below `least`.
    List<Near> nearest(Embedding query, int most, double least) {
        lock.readLock().lock();
        try {
            var near = new ArrayList<Near>();
            for (int place : candidates(Sketch.of(query))) {
                var chunk = chunks.get(place / CHUNK);
                UUID item = chunk.items[place % CHUNK];
                Embedding embedding = chunk.embeddings[place % CHUNK];
                if (item != null && embedding != null) {
                    double similarity = query.cosine(embedding);
                    if (similarity >= least) {
                        near.add(new Near(item, similarity));
                    }
                }
            }
            near.sort(Comparator.comparingDouble(Near::similarity).reversed().thenComparing(Near::item));
            return List.copyOf(near.subList(0, Math.min(most, near.size())));
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Places of the nearest by sketch: bits that differ are counted for all, and those within the distance that lets
    /// enough through are taken.
    private int[] candidates(long[] query) {
        var distances = new short[used];
        var histogram = new int[query.length * Long.SIZE + 2];
        for (int place = 0; place < used; place++) {
            int distance = chunks.get(place / CHUNK).distance(place % CHUNK, query);
            distances[place] = (short) distance;
            histogram[distance]++;
        }
        int within = 0;
        int reached = histogram[0];
        while (reached < CANDIDATES && within < histogram.length - 1) {
            reached += histogram[++within];
        }
        var candidates = new int[Math.min(reached, CANDIDATES)];
        int found = 0;
        // Those nearer than the limit first; of those just at it as many as there is room for.
        for (int limit = within - 1; limit <= within; limit++) {
            for (int place = 0; place < used && found < candidates.length; place++) {
                boolean wanted = limit < within ? distances[place] < within : distances[place] == within;
                if (wanted) {
                    candidates[found++] = place;
                }
            }
        }
        return Arrays.copyOf(candidates, found);
    }

    private int freePlace() {
        int place = next;
        next = (next + 1) % capacity;
        if (place < used) {
            UUID oldest = chunk(place).items[place % CHUNK];
            if (oldest != null) {
                places.remove(oldest);
            }
        }
        used = Math.max(used, place + 1);
        return place;
    }

    private Chunk chunk(int place) {
        while (chunks.size() <= place / CHUNK) {
            chunks.add(new Chunk());
        }
        return chunks.get(place / CHUNK);
    }

    /// Grown one at a time: a small floor does not pay for a large one's memory.
    private static final class Chunk {
        private final @Nullable UUID[] items = new UUID[CHUNK];
        private final @Nullable Embedding[] embeddings = new Embedding[CHUNK];
        private long[] sketches = {};
        private int words;

        void put(int place, UUID item, Embedding embedding) {
            long[] sketch = Sketch.of(embedding);
            if (sketches.length == 0) {
                words = sketch.length;
                sketches = new long[CHUNK * words];
            }
            items[place] = item;
            embeddings[place] = embedding;
            System.arraycopy(sketch, 0, sketches, place * words, words);
        }

        void clear(int place) {
            items[place] = null;
            embeddings[place] = null;
        }

        /// One more than the most possible where there is nothing.
        int distance(int place, long[] query) {
            if (items[place] == null || words != query.length) {
                return query.length * Long.SIZE + 1;
            }
            int distance = 0;
            int start = place * words;
            for (int word = 0; word < words; word++) {
                distance += Long.bitCount(sketches[start + word] ^ query[word]);
            }
            return distance;
        }
    }
}
