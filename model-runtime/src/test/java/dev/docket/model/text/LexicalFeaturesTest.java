package dev.docket.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LexicalFeaturesTest {
    private static final int BITS = 18;

    private static Occurrences read(String text) {
        return LexicalFeatures.read(text, 0, text.length(), BITS);
    }

    private static Set<Integer> buckets(String text) {
        var read = read(text);
        return IntStream.range(0, read.size()).map(read::bucket).boxed().collect(Collectors.toSet());
    }

    @Test
    void disguisesAddTheWordTheyStandFor() {
        var word = buckets("idiot");
        assertThat(buckets("IDIOT")).isEqualTo(word);
        assertThat(buckets("1d10t")).containsAll(word);
        assertThat(buckets("ïd\u200biöt")).isEqualTo(word);
        assertThat(buckets("i d i o t")).containsAll(word);
        assertThat(buckets("i.d.i.o.t")).containsAll(word);
        assertThat(buckets("idiooot")).containsAll(word);
    }

    @Test
    void valuesHaveLengthOne() {
        for (var text : new String[] {"one", "one one one", "the cat and the dog", "今天天气很好"}) {
            var read = read(text);
            double square = 0;
            for (int i = 0; i < read.size(); ) {
                double value = 0;
                int bucket = read.bucket(i);
                for (; i < read.size() && read.bucket(i) == bucket; i++) {
                    value += read.value(i);
                }
                square += value * value;
            }
            assertThat(square).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void nothingHasNoFeatures() {
        assertThat(read("").size()).isZero();
        assertThat(read(" \u200b\n").size()).isZero();
    }

    @Test
    void anyTextIsReadWithinItsBounds() {
        var random = new Random(5);
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder("xy");
            random.ints(random.nextInt(60), 0, 0xFFFF).forEach(c -> text.append((char) (c % 3 == 0 ? c % 128 : c)));
            var read = LexicalFeatures.read(text.toString(), 1, text.length(), BITS);
            for (int i = 0; i < read.size(); i++) {
                assertThat(read.start(i)).isBetween(1, read.end(i) - 1);
                assertThat(read.end(i)).isLessThanOrEqualTo(text.length());
            }
        }
    }
}
