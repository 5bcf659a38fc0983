package dev.docket.client.appeals;

import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.appeals.Notice;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The notice as its reader will see it, drawn as plain text.
final class NoticePane extends VBox {
    private static final int COLUMNS = 58;

    private final ItemWords words;

    NoticePane(ItemWords words) {
        this.words = words;
        getStyleClass().add("notice-preview");
        show(null);
    }

    void show(@Nullable Notice notice) {
        var head = new Label(
                notice == null
                        ? words.heading("appeals.notice.title")
                        : words.heading("appeals.notice.title-in", words.language(notice.language())));
        head.getStyleClass().add("overline");
        getChildren().setAll(head);
        if (notice == null) {
            var empty = new Label(words.text("appeals.notice.empty"));
            empty.getStyleClass().add("faint");
            empty.setWrapText(true);
            getChildren().add(empty);
            return;
        }
        getChildren().add(AuthorText.label(notice.title(), "notice-title"));
        for (var section : notice.sections()) {
            getChildren().add(AuthorText.label(section.heading(), "notice-heading"));
            getChildren().add(AuthorText.paragraph(section.text(), COLUMNS, "notice-text"));
        }
    }
}
