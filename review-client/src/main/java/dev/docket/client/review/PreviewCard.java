package dev.docket.client.review;

import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.item.NoticeText;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The notice before it is one, floating over the content: nothing beneath it moves.
final class PreviewCard extends VBox {
    private final Preview model;
    private final ItemWords words;
    private final Label head = new Label();
    private final NoticeText text = new NoticeText();

    PreviewCard(Preview model, ItemWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("notice-card", "floating");
        setMaxHeight(Region.USE_PREF_SIZE);
        head.getStyleClass().add("overline");
        head.setWrapText(true);
        getChildren().setAll(head, text);
        model.stateProperty().subscribe(state -> show());
        model.noticeProperty().subscribe(notice -> show());
    }

    private void show() {
        var state = model.stateProperty().get();
        var notice = model.noticeProperty().get();
        setVisible(state != Preview.State.HIDDEN);
        if (notice == null) {
            head.setText(words.heading("review.notice.title"));
            text.say(words.text("review.notice." + state.name().toLowerCase(Locale.ROOT)));
        } else {
            head.setText(words.heading("review.notice.title-in", words.language(notice.language())));
            text.show(notice.title(), notice.sections());
        }
    }
}
