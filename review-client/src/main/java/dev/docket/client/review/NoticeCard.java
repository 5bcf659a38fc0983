package dev.docket.client.review;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.queue.QuestionView;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A notice that floats over the content: what happened, what is safe, what to press.
final class NoticeCard extends HBox {
    private static final Set<Notice.Kind> GENTLE = Set.of(
            Notice.Kind.NOTHING_CHOSEN,
            Notice.Kind.UNDO_EXPIRED,
            Notice.Kind.PRECEDENT_OVERTURNED,
            Notice.Kind.PRECEDENT_UNFIT,
            Notice.Kind.ASKED,
            Notice.Kind.ANSWERED);
    private static final int COLUMNS = 60;
    private static final int EXCERPT = 90;

    NoticeCard(Notice notice, ItemWords words, Shortcuts shortcuts, Runnable dismiss) {
        super(12);
        getStyleClass().addAll("notice", "floating");
        boolean gentle = GENTLE.contains(notice.kind());
        getStyleClass().add(gentle ? "notice-gentle" : "notice-serious");
        setAlignment(Pos.TOP_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        String key =
                "review.notice." + notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var title = new Label(title(notice, key, words));
        title.getStyleClass().add("strong");
        var body = notice.question() == null ? said(body(notice, key, words)) : answer(notice.question());
        var text = new VBox(4, title, body);
        if (notice.question() != null) {
            text.getChildren().add(1, asked(notice.question(), words));
        }
        if (notice.lost() != null) {
            text.getChildren().add(lost(notice.lost(), words));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        var close = new KeyButton(words.text("review.notice.dismiss"), shortcuts.display(Shortcut.HIDE));
        close.getStyleClass().add("quiet");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> dismiss.run());
        var icon = new FontIcon(gentle ? "mdi2i-information-outline" : "mdi2a-alert-outline");
        getChildren().addAll(icon, text, close);
        setAccessibleText(title.getText() + ". " + body.getText());
    }

    private static String title(Notice notice, String key, ItemWords words) {
        var question = notice.question();
        return question == null || question.answeredBy() == null
                ? words.text(key + ".title")
                : words.text(key + ".by", question.answeredBy());
    }

    private static Label said(String text) {
        var said = new Label(text);
        said.setWrapText(true);
        said.getStyleClass().add("secondary");
        return said;
    }

    private static Label asked(QuestionView question, ItemWords words) {
        return AuthorText.paragraph(
                words.text("review.notice.answered.question", question.question()), COLUMNS, "faint");
    }

    private static Label answer(QuestionView question) {
        return AuthorText.paragraph(question.answer() == null ? "" : question.answer(), COLUMNS, "answer");
    }

    private static String body(Notice notice, String key, ItemWords words) {
        String said = words.text(key);
        if (notice.slug() == null) {
            return said;
        }
        if (words.knows("review.problem", notice.slug())) {
            return words.named("review.problem", notice.slug()) + " " + said;
        }
        return notice.traceId() == null ? said : words.text("review.notice.trace", notice.traceId()) + " " + said;
    }

    private static Label lost(LastDecision decision, ItemWords words) {
        String text = decision.task().item().text();
        String excerpt = text == null
                ? decision.task().item().externalId()
                : text.strip().replace('\n', ' ');
        if (excerpt.length() > EXCERPT) {
            excerpt = excerpt.substring(0, EXCERPT) + "…";
        }
        String note = decision.note().isBlank() ? "" : "\n" + words.text("review.notice.note", decision.note());
        return AuthorText.paragraph(
                decision.choice().said(decision.outcome(), words) + "\n“" + excerpt + "”" + note,
                COLUMNS,
                "lost-decision");
    }
}
