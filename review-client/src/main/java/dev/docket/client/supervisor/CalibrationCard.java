package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.control.Whisker;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.supervisor.CalibrationList.Draft;
import dev.docket.client.supervisor.CalibrationList.Look;
import dev.docket.dto.floor.FloorView.PersonOnFloor;
import dev.docket.dto.quality.AgreementReport;
import dev.docket.dto.quality.CalibrationView;
import dev.docket.dto.quality.CalibrationView.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Calibrations: the list, what came of one, and the form that makes another of golden items.
final class CalibrationCard extends VBox implements FloatingCard {
    private static final double LIST = 268;
    private static final double NUMBER = 80;
    private static final double WHISKER = 160;
    private static final double AGREED = 0.6;

    private final CalibrationList model;
    private final ItemWords words;
    private final TruthParts parts;
    private final Supplier<List<PersonOnFloor>> people;
    private final VBox rows = new VBox(2);
    private final VBox open = new VBox(8);
    private final TextField name = new TextField();
    private final TextField items = new TextField();
    private final VBox choices = new VBox(6);
    private final Label refusal;
    private final KeyButton make;
    private final KeyButton confirm;
    private final VBox form;
    private final HBox list;
    private boolean filling;

    /// @param people those on the floor now
    CalibrationCard(CalibrationList model, ItemWords words, Shortcuts shortcuts, Supplier<List<PersonOnFloor>> people) {
        this.model = model;
        this.words = words;
        this.people = people;
        parts = new TruthParts(words);
        getStyleClass().addAll("transfer", "agreement-card", "truth-card", "floating");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        make = parts.button("supervisor.calibration.new", shortcuts.display(Shortcut.NEW_CALIBRATION), this::begin);
        confirm = new KeyButton(words.text("supervisor.calibration.make"), "Enter");
        confirm.setId("calibration-make");
        confirm.getStyleClass().add("primary");
        confirm.setOnAction(event -> model.confirm());
        var close = parts.button("supervisor.outlook.close", "Esc", model::close);
        refusal = parts.line("", "refusal");
        var left = TruthParts.scroll(rows);
        left.setMinWidth(LIST);
        left.setPrefWidth(LIST);
        left.setMaxWidth(LIST);
        HBox.setHgrow(left, Priority.NEVER);
        list = new HBox(24, left, TruthParts.scroll(open));
        VBox.setVgrow(list, Priority.ALWAYS);
        form = form();
        getChildren()
                .setAll(
                        TruthParts.row(
                                parts.title("supervisor.calibration.title"), TruthParts.gap(), make, confirm, close),
                        parts.line(words.text("supervisor.calibration.meaning"), "secondary"),
                        list,
                        form);
        setVisible(false);
        model.lookProperty().subscribe(this::show);
    }

    private VBox form() {
        name.setId("calibration-name");
        name.setPromptText(words.text("supervisor.calibration.name"));
        name.textProperty().subscribe(typed -> {
            if (!filling) {
                model.name(typed);
            }
        });
        items.setId("calibration-items");
        items.setPrefWidth(NUMBER);
        items.setMaxWidth(NUMBER);
        items.textProperty().subscribe(typed -> {
            if (!filling) {
                model.items(typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0);
            }
        });
        var scroll = TruthParts.scroll(choices);
        var all = new VBox(
                12,
                name,
                TruthParts.row(items, parts.line(words.text("supervisor.calibration.items"), "secondary")),
                parts.overline("supervisor.calibration.people"),
                scroll,
                refusal);
        VBox.setVgrow(all, Priority.ALWAYS);
        return all;
    }

    @Override
    public boolean isOpen() {
        return isVisible();
    }

    @Override
    public void confirm() {
        model.confirm();
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
    public void begin() {
        model.begin(people.get());
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
        boolean isMaking = look.draft() != null;
        visible(list, !isMaking);
        visible(make, !isMaking);
        boolean begins = isMaking && !form.isVisible();
        visible(form, isMaking);
        visible(confirm, isMaking);
        if (look.draft() != null) {
            showDraft(look.draft(), begins);
        } else {
            rows.getChildren().setAll(rows(look));
            open.getChildren().setAll(result(look));
        }
    }

    private void showDraft(Draft draft, boolean begins) {
        if (begins) {
            filling = true;
            name.setText(draft.name());
            items.setText(Integer.toString(draft.items()));
            filling = false;
            choices.getChildren()
                    .setAll(draft.people().stream()
                            .map(one -> choice(one, draft))
                            .toList());
            name.requestFocus();
        }
        confirm.setDisable(!draft.isPossible());
        refusal.setText(draft.refusal() == null ? "" : refused(draft.refusal()));
    }

    private CheckBox choice(PersonOnFloor person, Draft draft) {
        var box = new CheckBox(person.displayName());
        box.setSelected(draft.chosen().contains(person.id()));
        box.setOnAction(event -> model.toggle(person.id()));
        return box;
    }

    private String refused(String slug) {
        if (slug.isEmpty()) {
            return words.text("supervisor.truth.not-done");
        }
        return words.knows("problem", slug)
                ? words.named("problem", slug)
                : words.text("supervisor.calibration.refused");
    }

    private List<Node> rows(Look look) {
        if (look.all() == null) {
            return List.of(
                    look.unread()
                            ? parts.line(words.text("supervisor.truth.unread"), "secondary")
                            : Skeleton.column("skeleton-quality", Skeleton.bar(220, 14), Skeleton.bar(180, 14)));
        }
        if (look.all().isEmpty()) {
            return List.of(parts.line(words.text("supervisor.calibration.empty"), "secondary"));
        }
        var all = new ArrayList<Node>();
        for (int at = 0; at < look.all().size(); at++) {
            all.add(row(look.all().get(at), at, at == look.at()));
        }
        return all;
    }

    private Node row(CalibrationView one, int index, boolean isChosen) {
        int answered = one.people().stream().mapToInt(Progress::answered).sum();
        int of = one.people().stream().mapToInt(Progress::of).sum();
        var row = new VBox(
                2,
                parts.line(one.name(), "strong"),
                parts.line(words.text("supervisor.calibration.progress", answered, of), "faint"));
        row.setOnMouseClicked(event -> model.choose(index));
        return TruthParts.chosen(row, isChosen);
    }

    private List<Node> result(Look look) {
        var all = look.all();
        if (all == null || all.isEmpty()) {
            return List.of();
        }
        var one = look.open() == null ? all.get(look.at()) : look.open();
        var shown = new ArrayList<Node>();
        shown.add(parts.line(
                words.text(
                        "supervisor.calibration.facts",
                        one.items(),
                        one.madeBy().displayName(),
                        words.dateTime(one.madeAt())),
                "faint"));
        shown.add(parts.overline("supervisor.calibration.agreement"));
        shown.add(agreement(one.agreement()));
        var heading = parts.overline("supervisor.calibration.truth");
        heading.getStyleClass().add("truth-gap");
        shown.add(heading);
        one.people().forEach(person -> shown.add(person(person)));
        return shown;
    }

    private Node agreement(@Nullable AgreementReport report) {
        var alpha = report == null ? null : report.alpha();
        if (report == null || report.rawAgreement() == null) {
            return parts.line(words.text("supervisor.calibration.no-agreement"), "secondary");
        }
        var said = parts.line(
                words.text("supervisor.calibration.agreed", words.percent(report.rawAgreement()), report.items()),
                "secondary");
        if (alpha == null) {
            return said;
        }
        var whisker = new Whisker();
        whisker.setMinWidth(WHISKER);
        whisker.setPrefWidth(WHISKER);
        whisker.show(alpha.value(), alpha.low(), alpha.high(), AGREED, alpha.high() < AGREED);
        var value = new Label(words.text("supervisor.calibration.alpha", words.score(alpha.value())));
        value.getStyleClass().add("figure-value");
        return new VBox(6, TruthParts.row(whisker, value), said);
    }

    private Node person(Progress one) {
        return new VBox(
                2,
                parts.share(one.person().displayName(), one.accuracy(), one.right(), one.judged()),
                parts.line(words.text("supervisor.calibration.answered", one.answered(), one.of()), "faint"));
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
