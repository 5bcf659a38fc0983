package dev.docket.client.people;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.OpenDialog;
import dev.docket.client.common.portion.Import;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.people.FilterSection.Side;
import dev.docket.dto.problem.FieldError;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Beside the lists: putting entries in, looking for what would match, or making a collection.
abstract class FilterSide extends VBox {
    final FilterWords words;
    final Shortcuts shortcuts;
    private final FilterSection<?, ?> model;
    private final OpenDialog files;
    private final String prefix;
    private final VBox fill = part();
    private final VBox look = part();
    private final VBox make = part();
    private final Label into = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label how = new Label();
    private final KeyButton stop;
    private final KeyButton open;
    private final VBox faults = new VBox(4);
    private final VBox progress;

    /// @param prefix of its texts
    FilterSide(FilterSection<?, ?> model, String prefix, FilterWords words, Shortcuts shortcuts, OpenDialog files) {
        this.model = model;
        this.prefix = prefix;
        this.words = words;
        this.shortcuts = shortcuts;
        this.files = files;
        into.getStyleClass().add("title");
        into.setWrapText(true);
        open = new KeyButton(words.text("people.import.open"), shortcuts.display(Shortcut.IMPORT));
        open.setOnAction(event -> importFile());
        stop = new KeyButton(words.text("people.import.stop"), shortcuts.display(Shortcut.HIDE));
        stop.setOnAction(event -> model.filling().stop());
        stop.managedProperty().bind(stop.visibleProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        how.getStyleClass().add("secondary");
        how.setWrapText(true);
        progress = new VBox(8, bar, how, stop, faults);
        progress.managedProperty().bind(progress.visibleProperty());
    }

    /// Puts the parts together, once the fields of a kind are there.
    final void build(List<? extends Node> entry, List<? extends Node> looking, List<? extends Node> making) {
        fill.getChildren().add(into);
        fill.getChildren().addAll(entry);
        fill.getChildren().add(saving("people.filter.put", this::put));
        var file = new Label(words.text(prefix + ".file"));
        file.getStyleClass().add("faint");
        file.setWrapText(true);
        var about = new VBox(10, file, open, progress);
        about.getStyleClass().add("filter-file");
        fill.getChildren().add(about);
        look.getChildren().add(heading(prefix + ".look.title"));
        look.getChildren().addAll(looking);
        make.getChildren().add(heading(prefix + ".new"));
        make.getChildren().addAll(making);
        make.getChildren().add(saving(prefix + ".make", this::make));
        getChildren().setAll(fill, look, make);
        model.sideProperty().subscribe(this::showSide);
        model.filling().progressProperty().subscribe(this::showProgress);
        model.selectedProperty().subscribe(one -> {
            fill.setDisable(one == null);
            into.setText(one == null ? words.text(prefix + ".none") : words.text(prefix + ".into", selectedName()));
        });
        model.screen.noticeProperty().subscribe(notice -> showFaults(notice == null ? null : notice.errors()));
        model.screen.noticeProperty().subscribe(notice -> {
            if (notice != null && notice.kind().equals("entry-added")) {
                clearEntry();
            } else if (notice != null && notice.kind().equals("filter-made")) {
                clearNew();
            }
        });
    }

    abstract String selectedName();

    abstract void put();

    abstract void look();

    abstract void make();

    abstract void clearEntry();

    abstract void clearNew();

    abstract void showFaults(@Nullable List<FieldError> errors);

    abstract Node first(Side side);

    final void focusFirst() {
        first(model.sideProperty().get()).requestFocus();
    }

    /// Does what the part that is shown is for.
    final void save() {
        switch (model.sideProperty().get()) {
            case FILL -> put();
            case LOOK -> look();
            case NEW -> make();
        }
    }

    final void importFile() {
        if (model.filling().isRunning() || model.selectedProperty().get() == null) {
            return;
        }
        var file = files.choose(getScene() == null ? null : getScene().getWindow());
        if (file != null) {
            model.show(Side.FILL);
            model.fill(file);
        }
    }

    final KeyButton saving(String key, Runnable deed) {
        var button = new KeyButton(words.text(key), shortcuts.display(Shortcut.SAVE));
        button.getStyleClass().add("primary");
        button.setOnAction(event -> deed.run());
        return button;
    }

    private Label heading(String key) {
        var heading = new Label(words.text(key));
        heading.getStyleClass().add("title");
        heading.setWrapText(true);
        return heading;
    }

    private static VBox part() {
        var part = new VBox();
        part.getStyleClass().add("people-form");
        part.managedProperty().bind(part.visibleProperty());
        return part;
    }

    private void showSide(Side side) {
        fill.setVisible(side == Side.FILL);
        look.setVisible(side == Side.LOOK);
        make.setVisible(side == Side.NEW);
    }

    private void showProgress(Import.@Nullable Progress now) {
        progress.setVisible(now != null);
        open.setDisable(now != null && now.state() == Import.State.RUNNING);
        if (now == null) {
            return;
        }
        bar.setProgress(now.share());
        stop.setVisible(now.state() == Import.State.RUNNING);
        how.setText(words.text(
                "people.import." + FilterWords.lower(now.state()),
                now.name(),
                now.lines(),
                now.added(),
                now.known(),
                now.faulty()));
        faults.getChildren()
                .setAll(now.faults().stream()
                        .limit(20)
                        .map(fault -> fault(now.list(), fault))
                        .toList());
        if (now.faulty() > now.faults().size() || now.faults().size() > 20) {
            var more = new Label(words.text(
                    "people.import.more",
                    now.faulty() - Math.min(20, now.faults().size())));
            more.getStyleClass().add("faint");
            faults.getChildren().add(more);
        }
    }

    private Label fault(boolean list, dev.docket.dto.filter.ImportProgress.Fault fault) {
        var line = new Label(
                words.text(list ? "people.import.fault-entry" : "people.import.fault", fault.line(), fault.detail()));
        line.getStyleClass().add("import-fault");
        line.setWrapText(true);
        return line;
    }
}
