package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.LoadBar;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.supervisor.GoldenList.Look;
import dev.docket.dto.quality.GoldenItemView;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The golden items: what is settled of each, how often it was answered and how often rightly.
final class GoldenCard extends VBox implements FloatingCard {
    private static final double BAR = 120;
    private static final double COUNT = 124;
    private static final double TRUTH = 148;
    private static final int COLUMNS = 92;

    private final GoldenList model;
    private final ItemWords words;
    private final TruthParts parts;
    private final VBox rows = new VBox(2);
    private final ScrollPane scroll = TruthParts.scroll(rows);
    private final VBox details = new VBox(6);
    private final KeyButton retire;

    GoldenCard(GoldenList model, ItemWords words, Shortcuts shortcuts) {
        this.model = model;
        this.words = words;
        parts = new TruthParts(words);
        getStyleClass().addAll("transfer", "agreement-card", "truth-card", "floating");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        retire = parts.button("supervisor.golden.retire", shortcuts.display(Shortcut.RETIRE), model::retire);
        var close = parts.button("supervisor.outlook.close", "Esc", model::close);
        details.getStyleClass().addAll("hairline-top", "truth-details");
        getChildren()
                .setAll(
                        TruthParts.row(parts.title("supervisor.golden.title"), TruthParts.gap(), retire, close),
                        parts.line(words.text("supervisor.golden.meaning"), "secondary"),
                        scroll,
                        details);
        setVisible(false);
        model.lookProperty().subscribe(this::show);
    }

    @Override
    public boolean isOpen() {
        return isVisible();
    }

    /// There is nothing to confirm: it only shows.
    @Override
    public void confirm() {
        model.close();
    }

    @Override
    public void cancel() {
        model.close();
    }

    @Override
    public void step(int by) {
        model.step(by);
    }

    @Override
    public void retire() {
        model.retire();
    }

    private void show(@Nullable Look look) {
        boolean opens = look != null && !isVisible();
        setVisible(look != null);
        if (look == null) {
            return;
        }
        if (opens) {
            scroll.setVvalue(0);
            requestFocus();
        }
        var item = look.item();
        retire.setDisable(item == null);
        retire.setText(words.text(look.retiring() ? "supervisor.golden.retire-sure" : "supervisor.golden.retire"));
        rows.getChildren().setAll(rows(look));
        details.getChildren().setAll(item == null ? List.of() : details(item));
        details.setVisible(item != null);
    }

    private List<Node> rows(Look look) {
        if (look.items() == null) {
            return List.of(
                    look.unread()
                            ? parts.line(words.text("supervisor.truth.unread"), "secondary")
                            : Skeleton.column("skeleton-quality", Skeleton.bar(640, 14), Skeleton.bar(560, 14)));
        }
        if (look.items().isEmpty()) {
            return List.of(parts.line(words.text("supervisor.golden.empty"), "secondary"));
        }
        int most = look.items().stream().mapToInt(GoldenItemView::answers).max().orElse(0);
        var all = new ArrayList<Node>();
        if (look.unread()) {
            all.add(parts.line(words.text("supervisor.truth.not-done"), "refusal"));
        }
        for (int at = 0; at < look.items().size(); at++) {
            all.add(row(look.items().get(at), at, at == look.at(), most));
        }
        return all;
    }

    private Node row(GoldenItemView item, int index, boolean isChosen, int most) {
        var truth = new Label(parts.found(item.outcome(), item.violations()));
        truth.getStyleClass().add("chip");
        truth.setMinWidth(TRUTH);
        truth.setPrefWidth(TRUTH);
        truth.setMaxWidth(TRUTH);
        var text = new Label(item.text() == null ? words.text("supervisor.golden.no-text") : oneLine(item.text()));
        text.getStyleClass().add("truth-text");
        text.setTextOverrun(OverrunStyle.ELLIPSIS);
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var bar = new LoadBar();
        bar.setMinWidth(BAR);
        bar.setPrefWidth(BAR);
        bar.show(item.answers(), 0, item.answers() - item.right(), most);
        var count = new Label(words.text("supervisor.golden.answers", item.answers(), item.right()));
        count.getStyleClass().add("secondary");
        count.setMinWidth(COUNT);
        count.setPrefWidth(COUNT);
        var row = TruthParts.chosen(TruthParts.row(truth, text, bar, count), isChosen);
        row.setAccessibleText(truth.getText() + ", " + text.getText() + ", " + count.getText());
        row.setOnMouseClicked(event -> model.choose(index));
        return row;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private List<Node> details(GoldenItemView item) {
        var all = new ArrayList<Node>();
        all.add(parts.line(
                words.text(
                        "supervisor.golden.facts",
                        item.source() + "  ·  " + item.externalId(),
                        words.queue(item.queue()),
                        item.madeBy().displayName(),
                        words.dateTime(item.madeAt())),
                "faint"));
        if (item.text() != null) {
            all.add(AuthorText.paragraph(shortened(item.text()), COLUMNS, "truth-text"));
        }
        if (item.note() != null) {
            all.add(AuthorText.paragraph(item.note(), COLUMNS, "secondary"));
        }
        return all;
    }

    private static String shortened(String text) {
        int most = COLUMNS * 4;
        int letters = text.codePointCount(0, text.length());
        return letters <= most ? text : text.substring(0, text.offsetByCodePoints(0, most)) + " …";
    }
}
