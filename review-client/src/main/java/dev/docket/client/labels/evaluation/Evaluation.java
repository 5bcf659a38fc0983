package dev.docket.client.labels.evaluation;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background;
import dev.docket.client.labels.models.Registry;
import dev.docket.client.labels.part.Jobs;
import dev.docket.client.labels.part.PartModel;
import dev.docket.client.labels.part.Reading;
import dev.docket.client.labels.part.Told;
import dev.docket.dto.Page;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.Disagreement;
import dev.docket.dto.models.EvaluationView;
import dev.docket.dto.models.ModelView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The section of evaluation: the figures of the model at hand beside the champion's, one label of it looked at
/// closely, and the rows on which it and people differ. Use on the FX thread only.
public final class Evaluation implements PartModel {
    /// What the person may do here.
    ///
    /// @param openItems whether they may see content
    /// @param evaluate whether they may ask for an evaluation
    public record Rights(boolean openItems, boolean evaluate) {}

    private static final String KIND = "evaluation";

    private final EvaluationApi api;
    private final Background background;
    private final Registry registry;
    private final Jobs jobs;
    private final Rights rights;
    private final Supplier<@Nullable String> setAtHand;
    private final Consumer<Told> tell;
    private final Reading<EvaluationView> figures;
    private final Reading<EvaluationView> champion;
    private final Reading<Page<Disagreement>> disagreements;
    private final Reading<ItemView> item;
    private final ReadOnlyObjectWrapper<@Nullable String> label = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Order> order = new ReadOnlyObjectWrapper<>(Order.LOSS);
    private final ReadOnlyBooleanWrapper exploring = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Disagreement> row = new ReadOnlyObjectWrapper<>();
    private boolean shown;

    /// @param setAtHand version of the label set that a model is evaluated on when somebody asks; null for its own
    public Evaluation(
            EvaluationApi api,
            Background background,
            Jobs jobs,
            Registry registry,
            Rights rights,
            Supplier<@Nullable String> setAtHand,
            Consumer<Told> tell) {
        this.api = api;
        this.background = background;
        this.registry = registry;
        this.jobs = jobs;
        this.rights = rights;
        this.setAtHand = setAtHand;
        this.tell = tell;
        figures = new Reading<>(background, answer -> answer.slices().isEmpty());
        champion = new Reading<>(background, answer -> false);
        disagreements = new Reading<>(background, page -> page.items().isEmpty());
        item = new Reading<>(background, answer -> false);
        registry.selectedProperty().subscribe((before, now) -> {
            if (shown && !isSame(before, now)) {
                readFigures(now);
            }
        });
        figures.valueProperty().subscribe(this::compare);
        jobs.onOver(job -> {
            if (shown && job.kind().equals(KIND)) {
                readFigures(registry.selectedProperty().get());
            }
        });
    }

    private static boolean isSame(@Nullable ModelView one, @Nullable ModelView other) {
        return one != null && other != null && one.version().equals(other.version());
    }

    @Override
    public void read() {
        shown = true;
        registry.read();
        readFigures(registry.selectedProperty().get());
    }

    @Override
    public void happened(LiveEvent event) {
        registry.happened(event);
    }

    @Override
    public void hidden() {
        shown = false;
        item.forget();
    }

    private void readFigures(@Nullable ModelView model) {
        var now = figures.get();
        if (model == null) {
            figures.forget();
        } else if (now != null && now.modelVersion().equals(model.version())) {
            figures.read(() -> api.evaluation(model.version()));
        } else {
            champion.forget();
            figures.readAnother(() -> api.evaluation(model.version()));
        }
        if (exploring.get()) {
            explore();
        }
    }

    /// Reads the champion's figures too, which are drawn beside: they were made on the same rows, or are left out.
    private void compare(@Nullable EvaluationView now) {
        if (now == null) {
            return;
        }
        var labels = labels();
        if (!labels.contains(label.get())) {
            label.set(labels.isEmpty() ? null : labels.getFirst());
        }
        String against = now.champion();
        if (against == null || against.equals(now.modelVersion())) {
            champion.forget();
        } else {
            champion.read(() -> api.evaluation(against));
        }
    }

    /// What is drawn beside the figures; null where there is nothing that was measured on the same rows.
    @Nullable EvaluationView beside() {
        var now = figures.get();
        var other = champion.get();
        boolean same = now != null
                && other != null
                && now.labelSet().equals(other.labelSet())
                && now.split().equals(other.split());
        return same ? other : null;
    }

    /// In the order of the floor.
    List<String> labels() {
        var now = figures.get();
        return now == null
                ? List.of()
                : now.slices().stream().map(slice -> slice.label()).distinct().toList();
    }

    /// Every label as a whole.
    List<Slice> wholes() {
        return slices().stream().filter(Slice::isWhole).toList();
    }

    /// The slices of the label at hand.
    List<Slice> parts() {
        return slices().stream()
                .filter(slice -> !slice.isWhole() && slice.figures().label().equals(label.get()))
                .sorted(Slice.by(order.get()))
                .toList();
    }

    private List<Slice> slices() {
        var now = figures.get();
        if (now == null) {
            return List.of();
        }
        return now.slices().stream()
                .map(slice -> new Slice(slice, null))
                .map(slice -> new Slice(
                        slice.figures(),
                        now.versusChampion().stream()
                                .filter(slice::isOf)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    public void look(String at) {
        label.set(at);
        if (exploring.get()) {
            explore();
        }
    }

    /// Asks for the model at hand to be evaluated on the label set at hand, or else on its own.
    public void evaluate() {
        var model = registry.selectedProperty().get();
        var set = setAtHand.get();
        String on = set == null && model != null ? model.labelSet() : set;
        if (rights.evaluate() && model != null && on != null && evaluating().isEmpty()) {
            background
                    .run(() -> api.evaluate(model.version(), on))
                    .onSuccess(jobs::add)
                    .onFailure(fault -> tell.accept(Told.of(fault)));
        }
    }

    /// What evaluates a model, while it does.
    public Optional<JobView> evaluating() {
        return jobs.underWay(KIND);
    }

    public void cancel() {
        jobs.cancel(KIND);
    }

    /// Goes to the next label, or with a negative number to the one before.
    public void step(int by) {
        var labels = labels();
        if (!labels.isEmpty()) {
            look(labels.get(Math.floorMod(labels.indexOf(label.get()) + by, labels.size())));
        }
    }

    public void nextOrder() {
        order.set(order.get().next());
    }

    /// Looks at the rows on which the model and people differ, or no more.
    public void toggleExploring() {
        exploring.set(!exploring.get());
        if (exploring.get()) {
            explore();
        }
    }

    public void putAside() {
        exploring.set(false);
    }

    private void explore() {
        var model = registry.selectedProperty().get();
        var of = label.get();
        choose(null);
        if (model == null || of == null) {
            disagreements.forget();
        } else {
            disagreements.readAnother(() -> api.disagreements(model.version(), of, null));
        }
    }

    /// More of them, less far apart.
    public void readMore() {
        var page = disagreements.get();
        var model = registry.selectedProperty().get();
        var of = label.get();
        if (page != null && page.next() != null && model != null && of != null) {
            background
                    .run(() -> api.disagreements(model.version(), of, page.next()))
                    .onSuccess(next -> {
                        var longer = new ArrayList<>(page.items());
                        longer.addAll(next.items());
                        disagreements.show(new Page<>(List.copyOf(longer), next.next()));
                    })
                    .onFailure(fault -> tell.accept(Told.of(fault)));
        }
    }

    /// Takes a row in hand; its item is read for whoever may see content.
    public void choose(@Nullable Disagreement chosen) {
        row.set(chosen);
        if (chosen == null || !rights.openItems()) {
            item.forget();
        } else {
            item.readAnother(() -> api.item(chosen.itemId().toString()));
        }
    }

    public Rights rights() {
        return rights;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Registry registry() {
        return registry;
    }

    public Reading<EvaluationView> figures() {
        return figures;
    }

    public Reading<EvaluationView> champion() {
        return champion;
    }

    public Reading<Page<Disagreement>> disagreements() {
        return disagreements;
    }

    /// The whole item of the row at hand.
    public Reading<ItemView> item() {
        return item;
    }

    public ReadOnlyObjectProperty<@Nullable String> labelProperty() {
        return label.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Order> orderProperty() {
        return order.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty exploringProperty() {
        return exploring.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Disagreement> rowProperty() {
        return row.getReadOnlyProperty();
    }
}
