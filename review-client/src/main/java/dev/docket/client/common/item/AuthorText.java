package dev.docket.client.common.item;

import java.text.Bidi;
import javafx.scene.control.Label;

/// Words that come from outside, as labels: nothing hidden left in them, and set in a font that can carry them.
///
/// A text that runs from right to left is set in the system's font. JavaFX orders such a text wrongly when its
/// letters come from a fallback font and its punctuation from the first one.
public final class AuthorText {
    public static final String RIGHT_TO_LEFT = "right-to-left";

    private AuthorText() {}

    public static Label label(String text, String... styles) {
        var label = new Label();
        label.getStyleClass().addAll(styles);
        show(label, text);
        return label;
    }

    public static void show(Label label, String text) {
        String shown = MarkedText.of(text).visible(new Span(0, text.length()));
        label.setText(shown);
        label.getStyleClass().remove(RIGHT_TO_LEFT);
        if (hasRightToLeft(shown)) {
            label.getStyleClass().add(RIGHT_TO_LEFT);
        }
    }

    /// Shows a paragraph. JavaFX 26.0.1 throws when it wraps a line that holds text from right to left, so such a
    /// paragraph gets its line breaks from us and is not wrapped.
    public static void showParagraph(Label label, String text, int columns) {
        show(label, text);
        boolean rightToLeft = hasRightToLeft(label.getText());
        label.setWrapText(!rightToLeft);
        if (rightToLeft) {
            label.setText(broken(label.getText(), columns));
        }
    }

    public static Label paragraph(String text, int columns, String... styles) {
        var label = new Label();
        label.getStyleClass().addAll(styles);
        showParagraph(label, text, columns);
        return label;
    }

    /// The text with blanks turned into line breaks so that no line has more than `columns` characters where a blank
    /// allows it. No character is added or taken away: places in the text stay the same.
    public static String broken(String text, int columns) {
        var lines = new StringBuilder(text);
        int start = 0;
        int blank = -1;
        for (int at = 0; at < lines.length(); at++) {
            if (lines.charAt(at) == '\n') {
                start = at + 1;
                blank = -1;
            } else if (lines.charAt(at) == ' ') {
                blank = at;
            }
            if (at - start >= columns && blank >= start) {
                lines.setCharAt(blank, '\n');
                start = blank + 1;
                blank = -1;
            }
        }
        return lines.toString();
    }

    public static boolean hasRightToLeft(String text) {
        char[] characters = text.toCharArray();
        return Bidi.requiresBidi(characters, 0, characters.length);
    }
}
