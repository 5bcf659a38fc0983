package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.supervisor.PersonLook.Look;
import dev.docket.client.supervisor.QualityFigures.Overturned;
import dev.docket.dto.quality.CoachingCard;
import dev.docket.dto.quality.CoachingCard.Sent;
import dev.docket.dto.quality.ModeratorQuality;
import dev.docket.dto.quality.ModeratorQuality.OfPolicy;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One person: how often they found what was settled, with the interval; what they missed; and one coaching card at a
/// time, to be sent with a word.
final class PersonCard extends VBox implements FloatingCard {
    private static final double FIGURES = 372;
    private static final int COLUMNS = 60;

    private final PersonLook model;
    private final ItemWords words;
    private final TruthParts parts;
    private final Label title;
    private final VBox figures = new VBox(8);
    private final VBox card = new VBox(10);
    private final Label place = new Label();
    private final TextField note = new TextField();
    private final KeyButton send;
    private final KeyButton before;
    private final KeyButton next;

    PersonCard(PersonLook model, ItemWords words, Shortcuts shortcuts) {
        this.model = model;
        this.words = words;
        parts = new TruthParts(words);
        getStyleClass().addAll("transfer", "agreement-card", "truth-card", "floating");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        title = parts.line("", "title");
        place.getStyleClass().add("faint");
        before = parts.button("supervisor.person.before", shortcuts.display(Shortcut.LEFT_SIDE), () -> model.step(-1));
        next = parts.button("supervisor.person.next", shortcuts.display(Shortcut.RIGHT_SIDE), () -> model.step(1));
        note.setId("person-note");
        note.setPromptText(words.text("supervisor.person.note", shortcuts.display(Shortcut.NOTE)));
        note.setAccessibleText(note.getPromptText());
        note.textProperty().subscribe(model::note);
        HBox.setHgrow(note, Priority.ALWAYS);
        send = new KeyButton(words.text("supervisor.person.send"), "Enter");
        send.setId("person-send");
        send.getStyleClass().add("primary");
        send.setMinWidth(USE_PREF_SIZE);
        send.setOnAction(event -> model.send());
        var close = parts.button("supervisor.outlook.close", "Esc", model::close);
        var left = TruthParts.scroll(figures);
        left.setMinWidth(FIGURES);
        left.setPrefWidth(FIGURES);
        left.setMaxWidth(FIGURES);
        var right = TruthParts.scroll(card);
        right.getStyleClass().add("person-card-right");
        var both = new HBox(24, left, right);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren()
                .setAll(
                        TruthParts.row(title, TruthParts.gap(), close),
                        both,
                        TruthParts.row(before, next, place, note, send));
        setVisible(false);
        model.lookProperty().subscribe(this::show);
    }

    @Override
    public boolean isOpen() {
        return isVisible();
    }

    @Override
    public void confirm() {
        model.send();
    }

    @Override
    public void cancel() {
        model.close();
    }

    @Override
    public void turn(int by) {
        model.step(by);
    }

    @Override
    public void write() {
        note.requestFocus();
    }

    private void show(@Nullable Look look) {
        boolean opens = look != null && !isVisible();
        setVisible(look != null);
        if (look == null) {
            return;
        }
        if (opens) {
            requestFocus();
        }
        title.setText(look.name());
        if (!note.getText().equals(look.note())) {
            note.setText(look.note());
        }
        var quality = look.quality();
        figures.getChildren().setAll(quality == null ? unread(look) : figures(quality, look.overturned()));
        var shown = look.card();
        card.getChildren().setAll(shown == null ? withoutCard(quality) : parts(shown, look.unsent()));
        int count = quality == null ? 0 : quality.cards().size();
        place.setText(shown == null ? "" : words.text("coaching.place", look.at() + 1, count));
        before.setDisable(shown == null || look.at() == 0);
        next.setDisable(shown == null || look.at() == count - 1);
        note.setDisable(shown == null);
        send.setDisable(shown == null || look.sending());
        send.setText(words.text(
                shown != null && shown.sent() != null ? "supervisor.person.send-again" : "supervisor.person.send"));
    }

    private List<Node> unread(Look look) {
        return List.of(
                look.unread()
                        ? parts.line(words.text("supervisor.truth.unread"), "secondary")
                        : Skeleton.column("skeleton-quality", Skeleton.bar(280, 14), Skeleton.bar(240, 14)));
    }

    private List<Node> withoutCard(@Nullable ModeratorQuality quality) {
        return quality == null ? List.of() : List.of(parts.line(words.text("supervisor.person.no-cards"), "secondary"));
    }

    private List<Node> figures(ModeratorQuality quality, @Nullable Overturned overturned) {
        var all = new ArrayList<Node>();
        all.add(parts.overline("supervisor.person.accuracy"));
        all.add(parts.share(
                words.text("supervisor.person.all"), quality.accuracy(), quality.right(), quality.judged()));
        var golden = quality.golden();
        all.add(parts.share(
                words.text("supervisor.person.golden"), golden.accuracy(), golden.right(), golden.judged()));
        var disputed = quality.adjudicated();
        all.add(parts.share(
                words.text("supervisor.person.disputed"), disputed.accuracy(), disputed.right(), disputed.judged()));
        if (overturned != null) {
            all.add(parts.line(
                    words.text(
                            overturned.alert() ? "supervisor.person.overturned-often" : "supervisor.person.overturned",
                            words.percent(overturned.share().value()),
                            overturned.decided(),
                            words.percent(overturned.share().low()),
                            words.percent(overturned.share().high())),
                    overturned.alert() ? "refusal" : "secondary"));
        }
        if (!quality.policies().isEmpty()) {
            var heading = parts.overline("supervisor.person.policies");
            heading.getStyleClass().add("truth-gap");
            all.add(heading);
            quality.policies().forEach(policy -> all.add(policy(policy)));
        }
        all.add(parts.line(words.text("supervisor.person.since", words.dateTime(quality.from())), "faint"));
        return all;
    }

    private Node policy(OfPolicy policy) {
        var share = parts.share(words.queue(policy.policy()), policy.accuracy(), policy.right(), policy.judged());
        return new VBox(
                2,
                share,
                parts.line(words.text("supervisor.person.erred", policy.missed(), policy.falselyFound()), "faint"));
    }

    private List<Node> parts(CoachingCard shown, boolean unsent) {
        var all = new ArrayList<Node>();
        all.add(parts.overline("supervisor.person.card"));
        all.add(parts.line(
                words.text(
                        "coaching.item",
                        shown.source() + "  ·  " + shown.externalId(),
                        words.named("coaching.by", shown.settledBy()),
                        words.dateTime(shown.answeredAt())),
                "secondary"));
        all.add(pair(
                "supervisor.person.found",
                parts.found(shown.answer().outcome(), shown.answer().violations())));
        all.add(pair(
                "coaching.settled",
                parts.found(shown.truth().outcome(), shown.truth().violations())));
        if (!shown.missed().isEmpty()) {
            all.add(pair("coaching.missed", parts.policies(shown.missed())));
        }
        if (!shown.falselyFound().isEmpty()) {
            all.add(pair("coaching.falsely-found", parts.policies(shown.falselyFound())));
        }
        if (shown.sent() != null) {
            all.add(sent(shown.sent()));
        }
        if (unsent) {
            all.add(parts.line(words.text("supervisor.person.not-sent"), "refusal"));
        }
        return all;
    }

    private Node sent(Sent sent) {
        String read = sent.acknowledgedAt() == null
                ? words.text("supervisor.person.unread")
                : words.text("supervisor.person.read", words.dateTime(sent.acknowledgedAt()));
        var box = new VBox(
                4,
                parts.line(
                        words.text("supervisor.person.sent", sent.by().displayName(), words.dateTime(sent.at()), read),
                        "strong"));
        if (sent.note() != null) {
            box.getChildren().add(AuthorText.paragraph(sent.note(), COLUMNS, "secondary"));
        }
        box.getStyleClass().add("sent-note");
        return box;
    }

    private Node pair(String key, String value) {
        return new VBox(2, parts.line(words.text(key), "faint"), parts.line(value, "truth-text"));
    }
}
