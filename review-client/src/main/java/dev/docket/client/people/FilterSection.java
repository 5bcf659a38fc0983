package dev.docket.client.people;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.portion.Import;
import dev.docket.client.common.portion.Portion;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.Page;
import dev.docket.dto.filter.ImportProgress;
import dev.docket.dto.policy.PolicyView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A section of what the fast filters look for: collections, and the entries of the selected one. What the two kinds
/// have in common; each says how its own are named, read and changed. Use on the FX thread only.
///
/// @param <C> a collection
/// @param <E> an entry of it
public abstract sealed class FilterSection<C, E> permits Banks, Lists {
    private static final int LONGEST_LINE = 10_000;

    /// What stands beside the lists.
    public enum Side {
        /// Putting entries in.
        FILL,
        /// Looking for what would match.
        LOOK,
        /// Making a collection.
        NEW
    }

    final FiltersApi api;
    final PeopleViewModel screen;
    private final Background background;
    private final Section section;
    private final Import filling;
    private final ReadOnlyObjectWrapper<List<C>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable C> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<E>> entries = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable E> entry = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> older = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> sure = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Side> side = new ReadOnlyObjectWrapper<>(Side.FILL);
    private final ReadOnlyObjectWrapper<List<PolicyView>> policies = new ReadOnlyObjectWrapper<>(List.of());
    private Cancellable reading = () -> {};
    private boolean paged;

    FilterSection(FiltersApi api, Background background, PeopleViewModel screen, Section section) {
        this.api = api;
        this.background = background;
        this.screen = screen;
        this.section = section;
        filling = new Import(background, LONGEST_LINE);
    }

    // What the kinds say

    abstract List<C> readAll() throws ApiProblem, Offline;

    abstract Page<E> readEntries(C of, @Nullable String after) throws ApiProblem, Offline;

    abstract void turn(C collection, boolean on) throws ApiProblem, Offline;

    abstract void remove(C collection) throws ApiProblem, Offline;

    abstract void turnEntry(E one, boolean on) throws ApiProblem, Offline;

    abstract void removeEntry(E one) throws ApiProblem, Offline;

    abstract ImportProgress send(C to, Portion portion) throws ApiProblem, Offline;

    abstract String id(C collection);

    abstract String entryId(E one);

    abstract boolean isOn(C collection);

    abstract boolean isEntryOn(E one);

    // Reading

    void lookAgain() {
        sure.set(false);
        screen.read(section, this::readAll, this::take);
        if (policies.get().isEmpty()) {
            background.run(api::policies).onSuccess(policies::set).onFailure(fault -> {
                // A collection can be made without a policy; the choice is offered when it is read.
            });
        }
    }

    private void take(List<C> read) {
        all.set(read);
        var before = selected.get();
        selected.set(read.stream()
                .filter(one -> before != null && id(one).equals(id(before)))
                .findFirst()
                .orElse(read.isEmpty() ? null : read.getFirst()));
        if (read.isEmpty()) {
            side.set(Side.NEW);
        }
        if (!paged) {
            readEntries();
        }
    }

    public void select(@Nullable C one) {
        var before = selected.get();
        if (one != null && (before == null || !id(one).equals(id(before)))) {
            selected.set(one);
            sure.set(false);
            filling.forget();
            startOver();
        }
    }

    public void selectEntry(@Nullable E one) {
        entry.set(one);
    }

    /// Reads the entries from the first page.
    void startOver() {
        entries.set(List.of());
        older.set(null);
        paged = false;
        readEntries();
    }

    private void readEntries() {
        var of = selected.get();
        reading.cancel();
        if (of == null) {
            entries.set(List.of());
            older.set(null);
            return;
        }
        reading = background
                .run(() -> readEntries(of, null))
                .onSuccess(page -> {
                    entries.set(page.items());
                    older.set(page.next());
                })
                .onFailure(screen::failed);
    }

    public void readOlder() {
        var of = selected.get();
        var after = older.get();
        if (of != null && after != null) {
            screen.ask(() -> readEntries(of, after), page -> {
                var longer = new ArrayList<>(entries.get());
                longer.addAll(page.items());
                paged = true;
                entries.set(List.copyOf(longer));
                older.set(page.next());
            });
        }
    }

    // Changing

    /// Switches the selected collection off, or on again.
    public void toggle() {
        var of = selected.get();
        if (of != null) {
            boolean on = !isOn(of);
            screen.ask(
                    () -> {
                        turn(of, on);
                        return of;
                    },
                    done -> changed(on ? "filter-on" : "filter-off"));
        }
    }

    /// Deletes the selected collection when asked twice: every entry goes with it.
    public void delete() {
        var of = selected.get();
        if (of == null) {
            return;
        }
        if (!sure.get()) {
            sure.set(true);
            return;
        }
        screen.ask(
                () -> {
                    remove(of);
                    return of;
                },
                gone -> {
                    selected.set(null);
                    changed("filter-deleted");
                });
    }

    /// Switches the selected entry; one in quarantine is released.
    public void toggleEntry() {
        var one = entry.get();
        if (one != null) {
            boolean on = !isEntryOn(one);
            screen.ask(
                    () -> {
                        turnEntry(one, on);
                        return one;
                    },
                    done -> changed(on ? "entry-on" : "entry-off"));
        }
    }

    public void deleteEntry() {
        var one = entry.get();
        if (one != null) {
            screen.ask(
                    () -> {
                        removeEntry(one);
                        return one;
                    },
                    gone -> changed("entry-deleted"));
        }
    }

    private void changed(String said) {
        screen.say(said);
        paged = false;
        lookAgain();
    }

    void made(C one) {
        selected.set(one);
        side.set(Side.FILL);
        changed("filter-made");
    }

    /// Puts a file into the selected collection.
    public void fill(Path file) {
        var to = selected.get();
        if (to != null) {
            filling.run(file, portion -> send(to, portion), () -> {
                paged = false;
                lookAgain();
            });
        }
    }

    /// Puts one entry in.
    ///
    /// @param fields by their names in a file
    public void put(Map<String, String> fields) {
        var to = selected.get();
        if (to != null) {
            screen.ask(() -> send(to, Portion.single(fields)), this::put);
        }
    }

    private void put(ImportProgress done) {
        if (!done.faults().isEmpty()) {
            screen.refuse(done.faults().getFirst().detail());
            return;
        }
        changed(done.added() == 0 ? "entry-known" : "entry-added");
    }

    public void show(Side next) {
        screen.forgetNotice();
        side.set(next);
    }

    public Import filling() {
        return filling;
    }

    public ReadOnlyObjectProperty<List<C>> allProperty() {
        return all.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable C> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<E>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable E> entryProperty() {
        return entry.getReadOnlyProperty();
    }

    /// Where the next page of entries begins; null when all are there.
    public ReadOnlyObjectProperty<@Nullable String> olderProperty() {
        return older.getReadOnlyProperty();
    }

    /// Whether deleting was asked for once.
    public ReadOnlyObjectProperty<Boolean> sureProperty() {
        return sure.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Side> sideProperty() {
        return side.getReadOnlyProperty();
    }

    /// Whose queue may take matches.
    public ReadOnlyObjectProperty<List<PolicyView>> policiesProperty() {
        return policies.getReadOnlyProperty();
    }
}
