package dev.docket.client.labels.sets;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background;
import dev.docket.client.labels.part.Jobs;
import dev.docket.client.labels.part.PartModel;
import dev.docket.client.labels.part.Reading;
import dev.docket.client.labels.part.Told;
import dev.docket.dto.Page;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.labels.DatasetCard;
import dev.docket.dto.labels.GateState;
import dev.docket.dto.labels.LabelSetGates;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.labels.LabelSetView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The section of label sets: the sets there are, the one at hand with its gates and its card, and what is done with
/// it. Use on the FX thread only.
public final class Sets implements PartModel {
    /// What is beside the list.
    public enum Mode {
        SET,
        BUILDING,
        COMPARING,
        IMPORTING
    }

    private final SetsApi api;
    private final Background background;
    private final Jobs jobs;
    private final Consumer<Told> tell;
    private final Reading<Page<LabelSetView>> all;
    private final Reading<String> card;
    private final Reading<DatasetCard> facts;
    private final Reading<LabelSetGates> gates;
    private final Builder builder;
    private final Comparing comparing;
    private final SetExport export;
    private final Importing importing;
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.SET);
    private final ReadOnlyObjectWrapper<@Nullable LabelSetView> selected = new ReadOnlyObjectWrapper<>();

    public Sets(SetsApi api, Background background, Jobs jobs, Consumer<Told> tell) {
        this.api = api;
        this.background = background;
        this.jobs = jobs;
        this.tell = tell;
        all = new Reading<>(background, page -> page.items().isEmpty());
        card = new Reading<>(background, String::isBlank);
        facts = new Reading<>(background, read -> false);
        gates = new Reading<>(background, answer -> answer.gates().isEmpty());
        builder = new Builder(api, background, tell, this::made);
        comparing = new Comparing(api, background);
        export = new SetExport(api, background, tell);
        importing = new Importing(api, background, tell);
        all.valueProperty().subscribe(this::keepSelection);
        jobs.onOver(job -> {
            if (items().stream().anyMatch(set -> isOf(job, set))) {
                readSets();
            }
        });
    }

    @Override
    public void read() {
        readSets();
        importing.read();
    }

    /// Reads the sets alone.
    public void readSets() {
        all.read(() -> api.sets(null));
    }

    /// More of them, older ones.
    public void readOlder() {
        var page = all.get();
        if (page != null && page.next() != null) {
            background
                    .run(() -> api.sets(page.next()))
                    .onSuccess(next -> {
                        var longer = new ArrayList<>(items());
                        longer.addAll(next.items());
                        all.show(new Page<>(List.copyOf(longer), next.next()));
                    })
                    .onFailure(fault -> tell.accept(Told.of(fault)));
        }
    }

    @Override
    public void happened(LiveEvent event) {
        if (event.isOf("label-set")) {
            readSets();
        }
    }

    @Override
    public void hidden() {
        builder.stop();
    }

    @Override
    public void close() {
        hidden();
        export.stop();
        importing.filling().stop();
    }

    private void keepSelection(@Nullable Page<LabelSetView> page) {
        if (page == null) {
            return;
        }
        var before = selected.get();
        var same = page.items().stream()
                .filter(set -> before != null && set.version().equals(before.version()))
                .findFirst();
        if (same.isEmpty()) {
            select(page.items().isEmpty() ? null : page.items().getFirst());
            return;
        }
        boolean isReadyNow = before != null
                && before.state() != same.get().state()
                && same.get().state() == LabelSetState.READY;
        selected.set(same.get());
        if (isReadyNow) {
            readDetails(same.get());
        }
    }

    public void select(@Nullable LabelSetView set) {
        var before = selected.get();
        boolean isSame = set != null && before != null && set.version().equals(before.version());
        selected.set(set);
        if (set == null || isSame) {
            return;
        }
        export.forget();
        card.forget();
        facts.forget();
        gates.forget();
        if (set.state() == LabelSetState.READY) {
            readDetails(set);
        }
        if (mode.get() == Mode.COMPARING) {
            comparing.open(set, items());
        }
    }

    private void readDetails(LabelSetView set) {
        card.readAnother(() -> api.card(set.version()));
        facts.readAnother(() -> api.facts(set.version()));
        gates.readAnother(() -> api.gates(set.version()));
    }

    /// Begins a new set.
    public void begin() {
        mode.set(Mode.BUILDING);
        builder.begin();
    }

    /// Compares the set at hand with another, or with the next one.
    public void compare() {
        var set = selected.get();
        if (mode.get() == Mode.COMPARING) {
            comparing.next();
        } else if (set != null && set.state() == LabelSetState.READY) {
            mode.set(Mode.COMPARING);
            comparing.open(set, items());
        }
    }

    /// Goes to labels from elsewhere.
    public void bringIn() {
        mode.set(Mode.IMPORTING);
        importing.read();
    }

    /// Stops what is under way, or goes back to the set at hand.
    public void putAside() {
        if (export.isRunning()) {
            export.stop();
        } else if (importing.filling().isRunning()) {
            importing.filling().stop();
        } else {
            builder.stop();
            mode.set(Mode.SET);
        }
    }

    /// Stops building the set at hand.
    public void cancel() {
        job().ifPresent(job -> jobs.cancel(job.id()));
    }

    /// What builds the set at hand, while it does.
    public Optional<JobView> job() {
        var set = selected.get();
        return set == null
                ? Optional.empty()
                : jobs.allProperty().get().stream()
                        .filter(job -> isOf(job, set) && !job.state().isOver())
                        .findFirst();
    }

    private static boolean isOf(JobView job, LabelSetView set) {
        return job.id().toString().equals(set.job());
    }

    /// Lets the set at hand be trained on though gates failed.
    public void waive(String reason) {
        var set = selected.get();
        if (set != null && isWaivable() && !reason.isBlank()) {
            background
                    .run(() -> api.waive(set.version(), reason.strip()))
                    .onSuccess(now -> {
                        gates.show(now);
                        tell.accept(Told.done("waived", set.name()));
                        readSets();
                    })
                    .onFailure(fault -> tell.accept(Told.of(fault)));
        }
    }

    /// Whether gates failed that nobody has answered for.
    public boolean isWaivable() {
        var now = gates.get();
        return now != null && now.state() == GateState.FAILED;
    }

    /// What the set's file is called; null where there is none to be written.
    public @Nullable String fileName() {
        var set = selected.get();
        return set == null || set.state() != LabelSetState.READY || export.isRunning() ? null : export.fileName(set);
    }

    public void keep(Path file) {
        var set = selected.get();
        if (set != null && fileName() != null) {
            export.run(set, file);
        }
    }

    public void nextSplit() {
        var set = selected.get();
        if (set != null) {
            export.nextSplit(set);
        }
    }

    private void made(LabelSetView set) {
        mode.set(Mode.SET);
        tell.accept(
                set.state() == LabelSetState.BUILDING
                        ? Told.during("building", set.name(), set.job() == null ? null : UUID.fromString(set.job()))
                        : Told.done("built", set.name()));
        select(set);
        jobs.read();
        readSets();
    }

    /// The newest first.
    public List<LabelSetView> items() {
        var page = all.get();
        return page == null ? List.of() : page.items();
    }

    public Reading<Page<LabelSetView>> all() {
        return all;
    }

    /// In English.
    public Reading<String> card() {
        return card;
    }

    /// What the card says; nothing for sets of before.
    public Reading<DatasetCard> facts() {
        return facts;
    }

    public Reading<LabelSetGates> gates() {
        return gates;
    }

    public Builder builder() {
        return builder;
    }

    public Comparing comparing() {
        return comparing;
    }

    public SetExport export() {
        return export;
    }

    public Importing importing() {
        return importing;
    }

    public Jobs jobs() {
        return jobs;
    }

    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable LabelSetView> selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
