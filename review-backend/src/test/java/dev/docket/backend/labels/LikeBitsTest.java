package dev.docket.backend.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LikeBitsTest {
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void itFindsEveryPairOfTextsWithinEightBitsAndNoOther() {
        var words = new long[1500];
        var index = new LikeBits(1, 8);
        for (int i = 0; i < words.length; i++) {
            words[i] = i % 3 == 0 || i == 0 ? random.nextLong() : flipped(words[i - 1], random.nextInt(13));
            index.add(new long[] {words[i]}, i);
        }
        var found = new HashSet<String>();
        index.pairs((one, other) -> found.add(Math.min(one, other) + "/" + Math.max(one, other)));
        var wanted = new HashSet<String>();
        for (int i = 0; i < words.length; i++) {
            for (int j = i + 1; j < words.length; j++) {
                if (Long.bitCount(words[i] ^ words[j]) <= 8) {
                    wanted.add(i + "/" + j);
                }
            }
        }
        assertThat(wanted).hasSizeGreaterThan(400);
        assertThat(found).isEqualTo(wanted);
    }

    @Test
    void itFindsNearMeaningsAmongStrangers() {
        var index = new LikeBits(6, 30);
        for (int i = 0; i < 2000; i += 2) {
            var signs = random.longs(6).toArray();
            index.add(signs, i);
            var near = signs.clone();
            for (int bit = 0; bit < 28; bit++) {
                int at = random.nextInt(384);
                near[at / 64] ^= 1L << at % 64;
            }
            index.add(near, i + 1);
        }
        var found = new HashSet<Long>();
        index.pairs((one, other) -> {
            assertThat(one / 2).isEqualTo(other / 2);
            found.add(one / 2);
        });
        assertThat(found).hasSizeGreaterThan(995);
    }

    private long flipped(long word, int bits) {
        long changed = word;
        for (int i = 0; i < bits; i++) {
            changed ^= 1L << random.nextInt(64);
        }
        return changed;
    }
}
