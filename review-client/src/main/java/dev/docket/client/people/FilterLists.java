package dev.docket.client.people;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.people.FilterSection.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Collections above, the entries of the selected one below.
///
/// @param <C> a collection
/// @param <E> an entry of it
final class FilterLists<C, E> extends VBox {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final PseudoClass DEAD = PseudoClass.getPseudoClass("dead");
    private static final double COLLECTIONS_SHARE = 220;

    /// How one kind is called and drawn.
    ///
    /// @param prefix of its texts
    /// @param striking whether an entry waits for somebody to look
    record Kind<C, E>(
            String prefix,
            Function<C, String> name,
            List<Column<C>> collections,
            List<Column<E>> entries,
            Predicate<E> striking) {}

    /// @param key of its title
    record Column<T>(String key, double width, Function<T, String> text) {}

    private final FilterSection<C, E> model;
    private final Kind<C, E> kind;
    private final FilterWords words;
    private final TableView<C> collections;
    private final TableView<E> entries;
    private final Label title = new Label();
    private final KeyButton toggle;
    private final KeyButton delete;
    private final KeyButton toggleEntry;
    private final KeyButton deleteEntry;
    private final KeyButton older;
    private final List<Node> buttons = new ArrayList<>();
    private boolean showing;

    FilterLists(
            FilterSection<C, E> model,
            Kind<C, E> kind,
            FilterWords words,
            Shortcuts shortcuts,
            List<? extends Node> extra) {
        this.model = model;
        this.kind = kind;
        this.words = words;
        collections = Tables.of(words.text(kind.prefix() + ".empty"));
        entries = Tables.of(words.text(kind.prefix() + ".entries.empty"));
        kind.collections()
                .forEach(column -> Tables.column(collections, words.text(column.key()), column.width(), column.text()));
        kind.entries()
                .forEach(column -> Tables.column(entries, words.text(column.key()), column.width(), column.text()));
        collections.setRowFactory(table -> new Row<>(one -> !model.isOn(one), one -> false));
        entries.setRowFactory(table -> new Row<>(one -> !model.isEntryOn(one), kind.striking()));
        toggle = button("", shortcuts.display(Shortcut.TOGGLE), model::toggle);
        delete = button("", shortcuts.display(Shortcut.DELETE), model::delete);
        toggleEntry = button("", shortcuts.display(Shortcut.TOGGLE_ENTRY), model::toggleEntry);
        deleteEntry = button(
                words.text("people.filter.entry-delete"), shortcuts.display(Shortcut.DELETE_ENTRY), model::deleteEntry);
        older = button(words.text("people.audit.older"), shortcuts.display(Shortcut.OLDER), model::readOlder);
        buttons.add(toggle);
        buttons.add(delete);
        buttons.add(button(
                words.text(kind.prefix() + ".look"),
                shortcuts.display(Shortcut.TRY_TEXT),
                () -> model.show(Side.LOOK)));
        buttons.add(button(
                words.text(kind.prefix() + ".new"), shortcuts.display(Shortcut.NEW_ENTRY), () -> model.show(Side.NEW)));
        collections.setMinHeight(COLLECTIONS_SHARE);
        collections.setPrefHeight(COLLECTIONS_SHARE);
        VBox.setVgrow(entries, Priority.ALWAYS);
        getChildren().setAll(collections, entriesHead(extra), entries);
        bind();
    }

    /// What the head of the page offers.
    List<Node> buttons() {
        return buttons;
    }

    TableView<C> table() {
        return collections;
    }

    TableView<E> entries() {
        return entries;
    }

    private static KeyButton button(String text, String key, Runnable deed) {
        var button = new KeyButton(text, key);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> deed.run());
        return button;
    }

    private Node entriesHead(List<? extends Node> extra) {
        title.getStyleClass().add("strong");
        title.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, title, gap);
        head.getChildren().addAll(extra);
        head.getChildren().addAll(toggleEntry, deleteEntry, older);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("deliveries-head");
        return head;
    }

    private void bind() {
        model.allProperty().subscribe(all -> {
            showing = true;
            collections.getItems().setAll(all);
            showing = false;
            showSelected();
        });
        model.selectedProperty().subscribe(one -> showSelected());
        model.sureProperty().subscribe(sure -> showSelected());
        model.entriesProperty().subscribe(this::showEntries);
        model.entryProperty().subscribe(one -> showEntry());
        model.olderProperty().subscribe(after -> older.setDisable(after == null));
        collections.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (!showing) {
                model.select(one);
            }
        });
        entries.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (!showing) {
                model.selectEntry(one);
            }
        });
    }

    private void showSelected() {
        var one = model.selectedProperty().get();
        showing = true;
        collections.getItems().stream()
                .filter(row -> one != null && model.id(row).equals(model.id(one)))
                .findFirst()
                .ifPresent(row -> collections.getSelectionModel().select(row));
        showing = false;
        toggle.setDisable(one == null);
        named(toggle, one == null || model.isOn(one) ? "people.filter.disable" : "people.filter.enable");
        delete.setDisable(one == null);
        named(delete, model.sureProperty().get() ? "people.webhooks.sure" : "people.webhooks.delete");
        title.setText(
                one == null ? "" : words.text(kind.prefix() + ".in", kind.name().apply(one)));
    }

    private void named(KeyButton button, String key) {
        button.setText(words.text(key));
        button.describe(words.text(key));
    }

    /// Drawn anew with every reading; the selected entry stays selected.
    private void showEntries(List<E> read) {
        var before = model.entryProperty().get();
        showing = true;
        entries.getItems().setAll(read);
        var same = read.stream()
                .filter(one -> before != null && model.entryId(one).equals(model.entryId(before)))
                .findFirst();
        same.ifPresent(one -> entries.getSelectionModel().select(one));
        showing = false;
        model.selectEntry(same.orElse(null));
    }

    private void showEntry() {
        var one = model.entryProperty().get();
        toggleEntry.setDisable(one == null);
        deleteEntry.setDisable(one == null);
        String what = one != null && kind.striking().test(one)
                ? "people.filter.entry-release"
                : one == null || model.isEntryOn(one) ? "people.filter.entry-disable" : "people.filter.entry-enable";
        named(toggleEntry, what);
    }

    private static final class Row<T> extends TableRow<T> {
        private final Predicate<T> away;
        private final Predicate<T> striking;

        private Row(Predicate<T> away, Predicate<T> striking) {
            this.away = away;
            this.striking = striking;
        }

        @Override
        protected void updateItem(@Nullable T one, boolean empty) {
            super.updateItem(one, empty);
            boolean marked = one != null && striking.test(one);
            pseudoClassStateChanged(DEAD, marked);
            pseudoClassStateChanged(AWAY, one != null && !marked && away.test(one));
        }
    }
}
