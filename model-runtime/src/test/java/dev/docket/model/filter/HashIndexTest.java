package dev.docket.model.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.model.image.PdqHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HashIndexTest {
    private final Random random = new Random(3);
    private final HashIndex index = new HashIndex();
    private final List<HashEntry> entries = new ArrayList<>();

    @Test
    void randomHashesAreFoundAsByBruteForce() {
        fill(60_000);
        for (int i = 0; i < 300; i++) {
            agree(near(entries.get(random.nextInt(entries.size())).hash(), random.nextInt(40)), 31);
            agree(hash(), 31);
        }
    }

    /// Two bits off in fifteen pieces and one in the last: the only way to be in reach with a
    /// single piece to show for it.
    @Test
    void whatOnePieceAloneLeadsToIsFound() {
        fill(20_000);
        for (int piece = 0; piece < 16; piece++) {
            var planted = entries.get(piece * 1_000);
            var query = planted.hash();
            for (int other = 0; other < 16; other++) {
                query = flipped(query, other * 16 + random.nextInt(8));
                query = other == piece ? query : flipped(query, other * 16 + 8 + random.nextInt(8));
            }
            assertThat(query.distance(planted.hash())).isEqualTo(31);
            assertThat(index.within(query, 31)).contains(new HashMatch(planted.id(), 31));
            agree(query, 31);
        }
    }

    /// Banks of flat pictures, of one picture over and over, and of all its neighbours.
    @Test
    void hashesThatAreAlikeAreFoundAsByBruteForce() {
        var flat = new PdqHash(0, 0, 0, 0, 100);
        var one = hash();
        for (int i = 0; i < 20_000; i++) {
            var hash = i % 3 == 0 ? flat : near(i % 3 == 1 ? flat : one, random.nextInt(60));
            entries.add(new HashEntry(i, hash));
        }
        index.add(entries);
        for (int distance : new int[] {0, 1, 15, 16, 30, 31}) {
            agree(flat, distance);
            agree(one, distance);
            agree(near(one, 20), distance);
        }
    }

    @Test
    void itIsTheSameAfterAnyChanges() {
        long next = 0;
        for (int round = 0; round < 60; round++) {
            var batch = new ArrayList<HashEntry>();
            for (int i = random.nextInt(3_000); i > 0; i--) {
                batch.add(new HashEntry(random.nextInt(5) == 0 && next > 0 ? random.nextLong(next) : next++, hash()));
            }
            index.add(batch);
            var ids = batch.stream().map(HashEntry::id).toList();
            var replaced = new java.util.HashSet<>(ids);
            entries.removeIf(entry -> replaced.contains(entry.id()));
            var latest = new java.util.LinkedHashMap<Long, HashEntry>();
            batch.forEach(entry -> latest.put(entry.id(), entry));
            entries.addAll(latest.values());
            if (round % 4 == 3) {
                long most = next;
                var gone = LongStream.generate(() -> random.nextLong(most))
                        .limit(most / 4)
                        .boxed()
                        .toList();
                index.remove(gone);
                var removed = new java.util.HashSet<>(gone);
                entries.removeIf(entry -> removed.contains(entry.id()));
            }
            assertThat(index.size()).isEqualTo(entries.size());
            for (int i = 0; i < 5 && !entries.isEmpty(); i++) {
                agree(near(entries.get(random.nextInt(entries.size())).hash(), 25), 31);
            }
        }
    }

    @Test
    void searchesGoOnWhileHashesCome() throws InterruptedException {
        fill(20_000);
        var lasting = entries.get(77);
        var done = new AtomicBoolean();
        var fault = new AtomicReference<@Nullable Throwable>();
        var searcher = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                if (!index.within(lasting.hash(), 31).contains(new HashMatch(lasting.id(), 0))) {
                    fault.set(new AssertionError("a hash was not found while others came"));
                }
            }
        });
        for (int round = 0; round < 20; round++) {
            long first = 100_000L + round * 5_000L;
            index.add(LongStream.range(first, first + 5_000)
                    .mapToObj(id -> new HashEntry(id, hash()))
                    .toList());
            index.remove(LongStream.range(first, first + 2_500).boxed().toList());
        }
        done.set(true);
        searcher.join();
        assertThat(fault.get()).isNull();
        assertThat(index.size()).isEqualTo(20_000 + 20 * 2_500);
    }

    @Test
    void fartherThanTheIndexReachesIsRefused() {
        assertThatThrownBy(() -> index.within(hash(), 32)).isInstanceOf(IllegalArgumentException.class);
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            entries.add(new HashEntry(i, hash()));
        }
        index.add(entries);
    }

    private void agree(PdqHash query, int distance) {
        var expected = entries.stream()
                .map(entry -> new HashMatch(entry.id(), entry.hash().distance(query)))
                .filter(match -> match.distance() <= distance)
                .sorted(Comparator.comparingInt(HashMatch::distance).thenComparingLong(HashMatch::id))
                .toList();
        assertThat(index.within(query, distance)).isEqualTo(expected);
    }

    private PdqHash hash() {
        return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), 100);
    }

    private PdqHash near(PdqHash hash, int flips) {
        var near = hash;
        for (int i = 0; i < flips; i++) {
            near = flipped(near, random.nextInt(256));
        }
        return near;
    }

    private static PdqHash flipped(PdqHash hash, int bit) {
        byte[] bytes = hash.toBytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return PdqHash.fromBytes(bytes, 100);
    }
}
