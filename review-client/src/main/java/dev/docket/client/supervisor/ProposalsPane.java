package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.enforcement.StrikeProposal;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What authors' strikes propose. Not there while nothing is proposed.
final class ProposalsPane extends VBox {
    private static final int MOST = 20;

    private final Proposals model;
    private final ItemWords words;
    private final VBox rows = new VBox();

    ProposalsPane(Proposals model, ItemWords words, Shortcuts shortcuts) {
        this.model = model;
        this.words = words;
        getStyleClass().add("proposals");
        var title = new Label(words.text("supervisor.proposals.title"));
        title.getStyleClass().add("overline");
        var head = new HBox(8, title, new KeyCap(shortcuts.display(Shortcut.PROPOSAL)));
        head.setAlignment(Pos.CENTER_LEFT);
        rows.getStyleClass().add("proposal-rows");
        getChildren().setAll(head, rows);
    }

    void show(List<StrikeProposal> open, Instant now) {
        setVisible(!open.isEmpty());
        setManaged(!open.isEmpty());
        rows.getChildren()
                .setAll(open.stream().limit(MOST).map(one -> row(one, now)).toList());
        if (open.size() > MOST) {
            var more = new Label(words.text("supervisor.needs.more", open.size() - MOST));
            more.getStyleClass().add("faint");
            rows.getChildren().add(more);
        }
    }

    private Node row(StrikeProposal proposal, Instant now) {
        var action = new Label(words.action(proposal.action()));
        action.getStyleClass().addAll("chip", "need-kind");
        var author = AuthorText.label(proposal.author() + "  ·  " + proposal.source(), "strong");
        var points = new Label(words.text("supervisor.proposals.points", proposal.points()));
        points.getStyleClass().add("secondary");
        points.setMinWidth(USE_PREF_SIZE);
        var since = new Label(words.ago(proposal.proposedAt(), now));
        since.getStyleClass().add("faint");
        since.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(10, action, author, points, gap, since);
        line.setAlignment(Pos.BASELINE_LEFT);
        var row = new Button();
        row.setGraphic(line);
        row.getStyleClass().setAll("proposal-row");
        row.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(row.widthProperty().subtract(24));
        row.setAccessibleText(action.getText() + ", " + author.getText() + ", " + points.getText());
        row.setOnAction(event -> model.answer(proposal));
        return row;
    }
}
