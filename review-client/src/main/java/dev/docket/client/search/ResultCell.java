package dev.docket.client.search;

import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.search.PastFinding;
import dev.docket.dto.search.SearchHit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One result: how it begins, where it is from, and what was decided of it folded into a line.
final class ResultCell extends ListCell<SearchHit> {
    private static final int SHOWN_CHARACTERS = 150;
    private static final int COLUMNS = 60;

    private final ItemWords words;
    private final Supplier<Instant> now;

    ResultCell(ItemWords words, Supplier<Instant> now) {
        this.words = words;
        this.now = now;
        getStyleClass().add("result-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable SearchHit hit, boolean empty) {
        super.updateItem(hit, empty);
        setText(null);
        setGraphic(empty || hit == null ? null : row(hit));
        setAccessibleText(empty || hit == null ? "" : said(hit));
    }

    private String said(SearchHit hit) {
        var found = found(hit);
        return beginning(hit) + ". " + (found.isEmpty() ? "" : found + ". ") + decided(words, hit);
    }

    private VBox row(SearchHit hit) {
        var text = AuthorText.paragraph(beginning(hit), COLUMNS, hit.text() == null ? "faint" : "result-text");
        text.setWrapText(true);
        text.setMaxHeight(Region.USE_PREF_SIZE);
        var facts = new Label(facts(hit));
        facts.getStyleClass().add("faint");
        facts.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(8, facts, gap);
        var found = found(hit);
        if (!found.isEmpty()) {
            var how = new Label(found);
            how.getStyleClass().add("found-by");
            how.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(how);
        }
        return new VBox(4, text, line, decision(hit));
    }

    private String beginning(SearchHit hit) {
        String text = hit.text() == null
                ? words.text("search.no-text", hit.media())
                : hit.text().strip();
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + " …";
    }

    /// How it was found, where that is not plain.
    private String found(SearchHit hit) {
        return switch (hit.foundBy()) {
            case MATCH -> "";
            case LIKENESS ->
                hit.similarity() == null ? "" : words.text("search.similar", words.percent(hit.similarity()));
            case ID -> words.text("search.found.id");
            case EXTERNAL_ID -> words.text("search.found.external-id");
        };
    }

    private String facts(SearchHit hit) {
        var facts = new ArrayList<String>();
        facts.add(hit.source());
        Optional.ofNullable(hit.author()).ifPresent(facts::add);
        facts.add(words.ago(hit.submittedAt(), now.get()));
        return String.join("  ·  ", facts);
    }

    private HBox decision(SearchHit hit) {
        var last = last(hit);
        var icon = new FontIcon(icon(last));
        icon.getStyleClass().add("outcome-icon");
        var said = new Label(decided(words, hit));
        said.getStyleClass().add(last == null ? "faint" : "result-decision");
        said.setMinWidth(0);
        var line = new HBox(6, icon, said);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add(last == null ? "undecided" : style(last.outcome()));
        return line;
    }

    /// The decision in effect, or else the last of all.
    static @Nullable PastFinding last(SearchHit hit) {
        return hit.decisions().stream()
                .filter(finding -> finding.state() == DecisionState.EFFECTIVE)
                .reduce((first, second) -> second)
                .orElse(hit.decisions().isEmpty() ? null : hit.decisions().getLast());
    }

    static String decided(ItemWords words, SearchHit hit) {
        if (hit.decisionsHidden()) {
            return words.text("search.decisions.hidden");
        }
        var last = last(hit);
        if (last == null) {
            return words.text("search.decisions.none");
        }
        int earlier = hit.decisions().size() - 1;
        return summary(words, last) + (earlier == 0 ? "" : "  ·  " + words.text("search.decisions.earlier", earlier));
    }

    static String summary(ItemWords words, PastFinding finding) {
        var parts = new ArrayList<>(List.of(words.outcome(finding.outcome())));
        if (!finding.policies().isEmpty()) {
            parts.add(finding.policies().stream().map(words::queue).collect(Collectors.joining(", ")));
        }
        if (!finding.actions().isEmpty()) {
            parts.add(finding.actions().stream().map(words::action).collect(Collectors.joining(", ")));
        }
        return String.join("  ·  ", parts);
    }

    static String icon(@Nullable PastFinding finding) {
        if (finding == null) {
            return "mdi2c-clock-outline";
        }
        return finding.outcome() == Outcome.APPROVE ? "mdi2c-check" : "mdi2a-alert-octagon-outline";
    }

    static String style(Outcome outcome) {
        return outcome == Outcome.APPROVE ? "approved" : "violated";
    }
}
