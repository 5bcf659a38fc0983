package dev.docket.model.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static Box at(double x, double y) {
        return new Box(x, y, 40, 0, 0, 10);
    }

    @Test
    void fromTopToBottomAndWithinARowFromLeftToRight() {
        var below = at(50, 60);
        var right = at(200, 18);
        var left = at(60, 23);
        assertThat(Rows.of(List.of(below, right, left))).containsExactly(List.of(left, right), List.of(below));
        assertThat(Rows.of(List.of())).isEmpty();
    }

    @Test
    void aTextSaysWhatStandsInOneRow() {
        var corners = at(10, 10).corners(100, 100);
        var text = new PictureText(
                List.of(
                        new TextLine("one", 1, corners, 0),
                        new TextLine("two", 1, corners, 0),
                        new TextLine("three", 1, corners, 1)),
                true);
        assertThat(text.text()).isEqualTo("one two\nthree");
        assertThat(text.and(new PictureText(
                                List.of(new TextLine("two", 1, corners, 0), new TextLine("four", 1, corners, 0)),
                                false))
                        .text())
                .isEqualTo("one two\nthree\nfour");
    }
}
