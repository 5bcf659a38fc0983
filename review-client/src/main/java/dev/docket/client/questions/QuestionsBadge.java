package dev.docket.client.questions;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import java.util.ArrayList;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says in the top bar that a colleague waits for an answer or has given one; otherwise it is not there.
public final class QuestionsBadge extends Button {
    private final QuestionsViewModel model;
    private final Messages messages;
    private final Tooltip tooltip = new Tooltip();
    private final String key;

    public QuestionsBadge(QuestionsViewModel model, Messages messages, Shortcuts shortcuts, Runnable open) {
        this.model = model;
        this.messages = messages;
        key = shortcuts.display(Shortcut.QUESTIONS);
        setId("questions");
        getStyleClass().addAll("questions", "quiet");
        setGraphic(new FontIcon("mdi2c-comment-question-outline"));
        setMinWidth(USE_PREF_SIZE);
        setTooltip(tooltip);
        setOnAction(event -> open.run());
        managedProperty().bind(visibleProperty());
        model.questionsProperty().subscribe(all -> show());
        model.unseenProperty().subscribe(many -> show());
    }

    private void show() {
        int waiting = model.questionsProperty().get().toAnswer().size();
        int answered = model.unseenProperty().get();
        var said = new ArrayList<String>();
        if (waiting > 0) {
            said.add(messages.get("questions.badge.waiting", waiting));
        }
        if (answered > 0) {
            said.add(messages.get("questions.badge.answered", answered));
        }
        setVisible(!said.isEmpty());
        setText(String.join(", ", said));
        tooltip.setText(messages.get("shortcut.questions") + "  " + key);
        setAccessibleText(String.join(", ", said) + ", " + key);
    }
}
