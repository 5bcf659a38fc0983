package dev.docket.client.review;

import java.text.Bidi;
import javafx.scene.control.Label;

/// Words that come from outside, as labels: nothing hidden left in them, and set in a font that can carry them.
///
/// A text that runs from right to left is set in the system's font. JavaFX orders such a text wrongly when its
/// letters come from a fallback font and its punctuation from the first one.
final class AuthorText {
    static final String RIGHT_TO_LEFT = "right-to-left";

    private AuthorText() {}

    static Label label(String text, String... styles) {
        var label = new Label();
        label.getStyleClass().addAll(styles);
        show(label, text);
        return label;
    }

    static void show(Label label, String text) {
        String shown = MarkedText.of(text).visible(new Span(0, text.length()));
        label.setText(shown);
        label.getStyleClass().remove(RIGHT_TO_LEFT);
        if (hasRightToLeft(shown)) {
            label.getStyleClass().add(RIGHT_TO_LEFT);
        }
    }

    static boolean hasRightToLeft(String text) {
        char[] characters = text.toCharArray();
        return Bidi.requiresBidi(characters, 0, characters.length);
    }
}
