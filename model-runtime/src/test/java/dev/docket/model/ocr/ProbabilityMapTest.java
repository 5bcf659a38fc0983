package dev.docket.model.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProbabilityMapTest {
    private static final int SIDE = 60;
    private final float[] cells = new float[SIDE * SIDE];

    private void fill(int left, int top, int width, int height, float probability) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                cells[y * SIDE + x] = probability;
            }
        }
    }

    private java.util.List<Box> lines() {
        return new ProbabilityMap(cells, SIDE, SIDE).lines(0.3, 0.6, 1.5);
    }

    @Test
    void aBoxGrowsByItsAreaOverItsCircumference() {
        fill(10, 20, 30, 6, 0.9f);
        var box = lines().getFirst();
        double grown = 30 * 6 * 1.5 / (2 * (30 + 6));
        assertThat(box.middleX()).isEqualTo(25, within(1e-9));
        assertThat(box.middleY()).isEqualTo(23, within(1e-9));
        assertThat(box.halfWidth()).isEqualTo(15 + grown, within(1e-9));
        assertThat(box.halfHeight()).isEqualTo(3 + grown, within(1e-9));
    }

    @Test
    void whatDoesNotTouchIsTwoLines() {
        fill(5, 10, 20, 5, 0.9f);
        fill(5, 17, 20, 5, 0.9f);
        fill(30, 10, 20, 5, 0.9f);
        assertThat(lines()).hasSize(3);
    }

    @Test
    void specksAndUnsureOnesAreNoLines() {
        fill(5, 5, 2, 2, 0.95f);
        fill(20, 30, 20, 6, 0.4f);
        assertThat(lines()).isEmpty();
    }

    @Test
    void aTiltedLineHasATiltedBox() {
        for (int x = 10; x < 50; x++) {
            fill(x, x / 2 + 10, 1, 5, 0.9f);
        }
        var box = lines().getFirst();
        assertThat(Math.toDegrees(Math.atan2(box.acrossY(), box.acrossX()))).isEqualTo(26.5, within(2.0));
        assertThat(box.halfWidth()).isGreaterThan(3 * box.halfHeight());
    }
}
