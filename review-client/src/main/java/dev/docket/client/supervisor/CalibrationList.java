package dev.docket.client.supervisor;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.task.Background;
import dev.docket.dto.floor.FloorView.PersonOnFloor;
import dev.docket.dto.quality.CalibrationView;
import dev.docket.dto.quality.CreateCalibration;
import dev.docket.dto.quality.GoldenItemView;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Calibrations: how far each is, how far its people agree and find what is settled; and how one is made of golden
/// items. Use on the FX thread only.
public final class CalibrationList {
    private static final int USUAL_ITEMS = 10;
    private static final int FEWEST_PEOPLE = 2;

    /// @param all null until they were read
    /// @param at the one looked at, an index
    /// @param open the one looked at with its agreement; null until it was read
    /// @param draft what is about to be made; null while nothing is
    /// @param unread whether the last call failed
    public record Look(
            @Nullable List<CalibrationView> all,
            int at,
            @Nullable CalibrationView open,
            @Nullable Draft draft,
            boolean unread) {
        private Look draft(@Nullable Draft next) {
            return new Look(all, at, open, next, unread);
        }
    }

    /// @param items how many of the newest golden items
    /// @param people who may take part
    /// @param chosen ids of those who shall
    /// @param refusal why it was not made; the slug of a problem, or empty where the floor did not answer
    public record Draft(
            String name,
            int items,
            List<PersonOnFloor> people,
            Set<String> chosen,
            boolean sending,
            @Nullable String refusal) {
        public boolean isPossible() {
            return !sending && !name.isBlank() && items > 0 && chosen.size() >= FEWEST_PEOPLE;
        }

        private Draft sending(boolean now, @Nullable String why) {
            return new Draft(name, items, people, chosen, now, why);
        }
    }

    private final TruthApi api;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Look> look = new ReadOnlyObjectWrapper<>();

    CalibrationList(TruthApi api, Background background) {
        this.api = api;
        this.background = background;
    }

    public void open() {
        look.set(new Look(null, 0, null, null, false));
        read();
    }

    /// Reads them anew while they are looked at, and stays with the one that was gone to.
    public void again() {
        var now = look.get();
        if (now == null || now.all() == null || now.draft() != null) {
            return;
        }
        String id = now.all().isEmpty() ? "" : now.all().get(now.at()).id();
        background.run(api::calibrations).onSuccess(all -> {
            var still = look.get();
            if (still != null && still.draft() == null) {
                int at = all.stream().map(CalibrationView::id).toList().indexOf(id);
                look.set(new Look(all, Math.max(0, at), at < 0 ? null : still.open(), null, false));
                readOpen();
            }
        });
    }

    private void read() {
        background
                .run(api::calibrations)
                .onSuccess(all -> {
                    if (look.get() != null) {
                        look.set(new Look(all, 0, null, null, false));
                        readOpen();
                    }
                })
                .onFailure(fault -> {
                    var now = look.get();
                    if (now != null) {
                        look.set(new Look(now.all(), now.at(), now.open(), now.draft(), true));
                    }
                });
    }

    private void readOpen() {
        var now = look.get();
        if (now == null || now.all() == null || now.all().isEmpty()) {
            return;
        }
        String id = now.all().get(now.at()).id();
        background.run(() -> api.calibration(id)).onSuccess(this::show).onFailure(fault -> {
            // Its progress stands in the list.
        });
    }

    /// Only what is still looked at is shown.
    private void show(CalibrationView read) {
        var now = look.get();
        if (now != null && now.all() != null && now.all().get(now.at()).id().equals(read.id())) {
            look.set(new Look(now.all(), now.at(), read, now.draft(), false));
        }
    }

    public void step(int by) {
        var now = look.get();
        if (now != null
                && now.draft() == null
                && now.all() != null
                && !now.all().isEmpty()) {
            choose(Math.clamp((long) now.at() + by, 0, now.all().size() - 1));
        }
    }

    public void choose(int at) {
        var now = look.get();
        if (now != null) {
            look.set(new Look(now.all(), at, null, null, now.unread()));
            readOpen();
        }
    }

    // Making one

    /// @param people those on the floor, all of them chosen
    public void begin(List<PersonOnFloor> people) {
        var now = look.get();
        if (now != null && now.draft() == null) {
            var all = new TreeSet<>(people.stream().map(PersonOnFloor::id).toList());
            look.set(now.draft(new Draft("", USUAL_ITEMS, people, all, false, null)));
        }
    }

    public void name(String typed) {
        change(draft -> new Draft(typed, draft.items(), draft.people(), draft.chosen(), false, null));
    }

    public void items(int wanted) {
        change(draft -> new Draft(draft.name(), wanted, draft.people(), draft.chosen(), false, null));
    }

    public void toggle(String person) {
        change(draft -> {
            var chosen = new TreeSet<>(draft.chosen());
            if (!chosen.remove(person)) {
                chosen.add(person);
            }
            return new Draft(draft.name(), draft.items(), draft.people(), chosen, false, null);
        });
    }

    private void change(java.util.function.UnaryOperator<Draft> how) {
        var now = look.get();
        if (now != null && now.draft() != null) {
            look.set(now.draft(how.apply(now.draft())));
        }
    }

    public void confirm() {
        var now = look.get();
        var draft = now == null ? null : now.draft();
        if (now == null || draft == null || !draft.isPossible()) {
            return;
        }
        look.set(now.draft(draft.sending(true, null)));
        background
                .run(() -> api.calibrate(new CreateCalibration(
                        draft.name().strip(),
                        api.goldenItems().stream()
                                .limit(draft.items())
                                .map(GoldenItemView::itemId)
                                .toList(),
                        List.copyOf(draft.chosen()))))
                .onSuccess(made -> read())
                .onFailure(fault -> {
                    var later = look.get();
                    if (later != null) {
                        String why = fault instanceof ApiProblem refusal ? refusal.slug() : "";
                        look.set(later.draft(draft.sending(false, why)));
                    }
                });
    }

    /// Back to the list, or away from it.
    public void close() {
        var now = look.get();
        look.set(now == null || now.draft() == null ? null : now.draft(null));
    }

    /// What is looked at; null while nothing is.
    public ReadOnlyObjectProperty<@Nullable Look> lookProperty() {
        return look.getReadOnlyProperty();
    }
}
