package dev.docket.client.waves;

import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.media.Thumbnail;
import dev.docket.dto.precedents.WaveView;
import dev.docket.dto.precedents.WaveView.Member;
import dev.docket.dto.precedents.WaveView.MemberState;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One item of a wave: whether a decision would reach it, or what came of it; how alike it is; how it begins.
final class MemberCell extends ListCell<Member> {
    private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");
    private static final int SHOWN_CHARACTERS = 160;
    private static final int COLUMNS = 60;
    private static final double BESIDE = 80;
    private static final double MARK_WIDTH = 20;
    private static final double ALIKE_WIDTH = 52;

    private final OpenWave wave;
    private final ItemWords words;
    private final Consumer<Member> toggle;

    MemberCell(OpenWave wave, ItemWords words, Consumer<Member> toggle) {
        this.wave = wave;
        this.words = words;
        this.toggle = toggle;
        getStyleClass().add("member-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Member member, boolean empty) {
        super.updateItem(member, empty);
        setText(null);
        var view = wave.viewProperty().get();
        if (empty || member == null || view == null) {
            pseudoClassStateChanged(OUT, false);
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        pseudoClassStateChanged(OUT, isOut(member));
        setGraphic(row(view, member));
        setAccessibleText(words.text(
                "waves.member.said",
                WaveCell.beginning(words, member.text(), SHOWN_CHARACTERS),
                words.percent(member.similarity()),
                fate(member).orElse("")));
    }

    /// Text wraps at the list's width; a list would give each row the height of an unwrapped one.
    @Override
    protected double computePrefHeight(double width) {
        return getListView() == null || !(getGraphic() instanceof Region row)
                ? super.computePrefHeight(width)
                : snappedTopInset() + row.prefHeight(getListView().getWidth() - BESIDE) + snappedBottomInset();
    }

    private HBox row(WaveView view, Member member) {
        var icon = new FontIcon(icon(member));
        icon.getStyleClass().add("member-icon");
        var mark = new StackPane(icon);
        mark.setMinWidth(MARK_WIDTH);
        mark.setOnMouseClicked(event -> toggle.accept(member));
        var alike = new Label(words.percent(member.similarity()));
        alike.getStyleClass().add("member-alike");
        alike.setMinWidth(ALIKE_WIDTH);
        var text = AuthorText.paragraph(
                WaveCell.beginning(words, member.text(), SHOWN_CHARACTERS),
                COLUMNS,
                member.text() == null ? "faint" : "member-text");
        text.setMaxHeight(Region.USE_PREF_SIZE);
        var column = new VBox(4, text, facts(view, member));
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        var row = new HBox(10, mark, alike);
        if (member.media() > 0) {
            row.getChildren()
                    .add(new Thumbnail(
                            wave.thumbnails(),
                            member.itemId(),
                            wave.cover().layerProperty().get()));
        }
        row.getChildren().add(column);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private HBox facts(WaveView view, Member member) {
        var facts = new ArrayList<String>();
        if (member.itemId().equals(view.wave().id())) {
            facts.add(words.text("waves.member.leader"));
        }
        facts.add(member.author() == null ? words.text("item.content.author-unknown") : member.author());
        if (!member.queue().equals(view.wave().queue())) {
            facts.add(words.queue(member.queue()));
        }
        if (member.media() > 0) {
            facts.add(words.text("waves.media", member.media()));
        }
        var said = AuthorText.label(String.join("  ·  ", facts), "faint");
        said.setMinWidth(0);
        var line = new HBox(8, said);
        fate(member).ifPresent(word -> {
            var chip = new Label(word);
            chip.getStyleClass().addAll("chip", "member-fate");
            chip.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(chip);
        });
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /// What came of it, or will: nothing to say of one that is decided with the rest.
    private Optional<String> fate(Member member) {
        if (isOut(member)) {
            return Optional.of(words.text("waves.fate.excepted"));
        }
        if (member.state() == MemberState.WAITING) {
            return Optional.empty();
        }
        var decision = member.decision();
        return Optional.of(
                decision != null && member.state() == MemberState.DECIDED
                        ? words.named("waves.fate.decision", decision.name())
                        : words.named("waves.fate", member.state().name()));
    }

    private String icon(Member member) {
        if (isOut(member)) {
            return "mdi2m-minus-circle-outline";
        }
        return switch (member.state()) {
            case WAITING -> "mdi2c-checkbox-marked-circle-outline";
            case DECIDED -> "mdi2c-check-all";
            case LEFT_TO_HOLDER -> "mdi2a-account-clock-outline";
            case EXCEPTED -> "mdi2m-minus-circle-outline";
            case UNDONE, REVERSED -> "mdi2u-undo-variant";
        };
    }

    private boolean isOut(Member member) {
        return member.state() == MemberState.EXCEPTED
                || wave.leftOutProperty().get().contains(member.itemId());
    }
}
