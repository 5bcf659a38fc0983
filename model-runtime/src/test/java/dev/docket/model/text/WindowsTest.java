package dev.docket.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.model.tokenizer.Tokens;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private final Windows windows = new Windows(10, 3, 6);

    private static Tokens tokens(int count) {
        int[] starts = IntStream.range(0, count).map(i -> 2 * i).toArray();
        int[] ends = IntStream.range(0, count).map(i -> 2 * i + 1).toArray();
        return new Tokens(new int[count], starts, ends);
    }

    private static String text(int tokens) {
        return "x ".repeat(tokens);
    }

    @Test
    void aShortTextIsOneWindow() {
        assertThat(windows.cut(text(10), tokens(10))).containsExactly(new Window(tokens(10), 0, 20));
    }

    @Test
    void windowsOverlapAndCoverTheText() {
        for (int count = 11; count < 80; count++) {
            var cut = windows.cut(text(count), tokens(count));
            assertThat(cut.getFirst().start()).isZero();
            assertThat(cut.getLast().end()).isEqualTo(2 * count);
            for (int i = 1; i < cut.size(); i++) {
                assertThat(cut.get(i).start())
                        .isLessThanOrEqualTo(cut.get(i - 1).end() - 5);
                assertThat(cut.get(i).tokens().size()).isEqualTo(10);
            }
        }
    }

    @Test
    void ofTooManyTheEndsAndTheMostSuspiciousStay() {
        var cut = windows.cut(text(700), tokens(700));
        var suspicious = cut.get(17);
        var picked = windows.pick(cut, window -> window == suspicious ? 1 : 0);
        assertThat(picked)
                .hasSize(6)
                .startsWith(cut.getFirst())
                .contains(suspicious)
                .endsWith(cut.getLast());
    }
}
