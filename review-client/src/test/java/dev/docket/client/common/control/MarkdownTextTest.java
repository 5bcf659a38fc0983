package dev.docket.client.common.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {
    @Test
    void aBrokenLineGoesOnAndABlankOneBeginsAParagraph() {
        assertThat(drawn("We remove\nattacks.\n\nNot ideas.")).containsExactly("We remove attacks.", "Not ideas.");
    }

    @Test
    void headingsAndListsAreBlocksOfTheirOwn() {
        assertThat(drawn("## Counts\n- insults\n- pile-ons\n\n2. second\n3. third"))
                .containsExactly("Counts", "•  insults", "•  pile-ons", "2.  second", "3.  third");
    }

    @Test
    void boldAndItalicAreStyledAndLoseTheirMarks() {
        var markdown = new MarkdownText();
        markdown.show("**Counts:** *pile-ons* in 2*3*4");

        var parts = parts(markdown).toList();

        assertThat(parts.getFirst().getText()).isEqualTo("Counts:");
        assertThat(parts.getFirst().getStyleClass()).contains("md-strong", "md-text");
        assertThat(parts)
                .anyMatch(part -> part.getText().equals("pile-ons")
                        && part.getStyleClass().contains("md-emphasis"));
        assertThat(drawn("an under_score_word")).containsExactly("an under_score_word");
    }

    @Test
    void nothingInItLeadsAnywhereAndMarkupStandsAsWritten() {
        assertThat(drawn("See [our rules](https://example.org) <b>now</b>"))
                .containsExactly("See our rules <b>now</b>");
        assertThat(drawn("<script>alert(1)</script>")).containsExactly("<script>alert(1)</script>");
    }

    private static List<String> drawn(String text) {
        var markdown = new MarkdownText();
        markdown.show(text);
        return markdown.getChildren().stream()
                .map(flow -> String.join(
                        "",
                        ((TextFlow) flow)
                                .getChildren().stream()
                                        .map(part -> ((Text) part).getText())
                                        .toList()))
                .toList();
    }

    private static Stream<Text> parts(MarkdownText markdown) {
        return markdown.getChildren().stream()
                .flatMap(flow -> ((TextFlow) flow).getChildren().stream())
                .map(Text.class::cast);
    }
}
