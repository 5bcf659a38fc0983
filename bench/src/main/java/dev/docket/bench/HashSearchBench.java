package dev.docket.bench;

import dev.docket.model.filter.HashEntry;
import dev.docket.model.filter.HashIndex;
import dev.docket.model.image.PdqHash;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// P16: everything within 31 bits of a hash, by the index and by comparing with every hash.
final class HashSearchBench implements Benchmark {
    private static final int ROUNDS = 7;
    private static final int BATCH = 250_000;
    private static final int QUERIES = 200;
    /// A comparison with each of a million takes milliseconds; a few say what that costs.
    private static final int BRUTE_QUERIES = 8;

    private static final int PLANTED = 50;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(16);

    @Override
    public String name() {
        return "hash-search";
    }

    @Override
    public String title() {
        return "P16: hashes within 31 bits, by the index against one by one (recall 1 of both is checked);"
                + " goals: hashes-p50 <= 0.25 ms, hashes-p99 <= 1 ms; of ten million p99 <= 10 ms";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        int hashes = length.of("hashes", 1_000_000, 200_000);
        var all = new ArrayList<HashEntry>(hashes);
        var index = new HashIndex();
        while (all.size() < hashes) {
            var batch = new ArrayList<HashEntry>();
            for (int i = 0; i < BATCH && all.size() + batch.size() < hashes; i++) {
                batch.add(new HashEntry(all.size() + batch.size(), hash()));
            }
            index.add(batch);
            all.addAll(batch);
        }
        checkRecall(all, index);
        var ours = new ArrayList<Callable<?>>();
        for (int i = 0; i < QUERIES; i++) {
            var query = query(all);
            ours.add(() -> index.within(query, PdqHash.ALIKE));
        }
        var bruteForce = new ArrayList<Callable<?>>();
        for (int i = 0; i < BRUTE_QUERIES; i++) {
            var query = query(all);
            bruteForce.add(() -> near(all, query));
        }
        return new SideBySide(ROUNDS)
                .latencies("hashes", new SideBySide.Requests(bruteForce), new SideBySide.Requests(ours), 50, 99);
    }

    private void checkRecall(List<HashEntry> all, HashIndex index) {
        for (int i = 0; i < PLANTED; i++) {
            var query = query(all);
            if (index.within(query, PdqHash.ALIKE).size() != near(all, query).size()) {
                throw new IllegalStateException("the index missed a hash");
            }
        }
    }

    private static List<HashEntry> near(List<HashEntry> all, PdqHash query) {
        var near = new ArrayList<HashEntry>();
        for (var entry : all) {
            if (entry.hash().distance(query) <= PdqHash.ALIKE) {
                near.add(entry);
            }
        }
        return near;
    }

    /// Every second one is a known picture with up to 31 bits turned over.
    private PdqHash query(List<HashEntry> all) {
        if (random.nextBoolean()) {
            return hash();
        }
        byte[] bytes = all.get(random.nextInt(all.size())).hash().toBytes();
        for (int i = random.nextInt(PdqHash.ALIKE + 1); i > 0; i--) {
            int bit = random.nextInt(256);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
        return PdqHash.fromBytes(bytes, 100);
    }

    private PdqHash hash() {
        return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), 100);
    }
}
