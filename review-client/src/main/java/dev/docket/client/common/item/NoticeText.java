package dev.docket.client.common.item;

import dev.docket.dto.enforcement.StatementText;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A statement of reasons as its reader sees it, drawn as plain text.
public final class NoticeText extends VBox {
    private static final int COLUMNS = 64;

    public NoticeText() {
        getStyleClass().add("notice-words");
    }

    public void show(String title, List<StatementText.Section> sections) {
        getChildren().setAll(AuthorText.label(title, "notice-title"));
        for (var section : sections) {
            getChildren().add(AuthorText.label(section.heading(), "notice-heading"));
            getChildren().add(AuthorText.paragraph(section.text(), COLUMNS, "notice-text"));
        }
    }

    /// Says why nothing is to be read.
    public void say(String why) {
        var said = new Label(why);
        said.getStyleClass().add("secondary");
        said.setWrapText(true);
        getChildren().setAll(said);
    }
}
