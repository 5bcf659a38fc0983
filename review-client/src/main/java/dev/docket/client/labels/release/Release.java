package dev.docket.client.labels.release;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background;
import dev.docket.client.labels.models.Registry;
import dev.docket.client.labels.part.Jobs;
import dev.docket.client.labels.part.PartModel;
import dev.docket.client.labels.part.Reading;
import dev.docket.client.labels.part.Told;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.GatesView;
import dev.docket.dto.models.ModelState;
import dev.docket.dto.models.ModelView;
import dev.docket.dto.models.ShadowView;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The section of release: where the model at hand is on its way, what keeps it from its next step, and taking it.
/// Every step is said before it is taken. Use on the FX thread only.
public final class Release implements PartModel {
    private static final String RESCORING = "rescoring";
    private static final double FIRST_SHARE = 0.1;
    private static final double HALF = 0.5;

    private final ReleaseApi api;
    private final Background background;
    private final Jobs jobs;
    private final Registry registry;
    private final Set<Step> rights;
    private final String person;
    private final Consumer<Told> tell;
    private final Reading<GatesView> gates;
    private final Reading<ShadowView> shadow;
    private final ReadOnlyObjectWrapper<@Nullable Step> asked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private boolean shown;

    /// @param person the id of whoever is signed in
    /// @param maySend whether they may send models into the shadow
    public Release(
            ReleaseApi api,
            Background background,
            Jobs jobs,
            Registry registry,
            String person,
            boolean maySend,
            Consumer<Told> tell) {
        this.api = api;
        this.background = background;
        this.jobs = jobs;
        this.registry = registry;
        this.person = person;
        this.tell = tell;
        rights = maySend ? EnumSet.allOf(Step.class) : EnumSet.complementOf(EnumSet.of(Step.SHADOW));
        gates = new Reading<>(background, answer -> answer.gates().isEmpty());
        shadow = new Reading<>(background, answer -> answer.since() == null);
        registry.selectedProperty().subscribe((before, now) -> {
            if (shown && !Objects.equals(before, now)) {
                putAside();
                readDetails(now);
            }
        });
    }

    @Override
    public void read() {
        shown = true;
        registry.read();
        readDetails(registry.selectedProperty().get());
    }

    @Override
    public void happened(LiveEvent event) {
        registry.happened(event);
    }

    @Override
    public void hidden() {
        shown = false;
        putAside();
    }

    private void readDetails(@Nullable ModelView model) {
        if (model == null || !isOnItsWay(model)) {
            gates.forget();
            shadow.forget();
            return;
        }
        gates.readAnother(() -> api.gates(model.version()));
        shadow.readAnother(() -> api.compared(model.version()));
    }

    /// Measures the gates of the model at hand anew.
    public void measure() {
        var model = registry.selectedProperty().get();
        if (model != null && isOnItsWay(model)) {
            gates.readAnother(() -> api.gates(model.version()));
        }
    }

    /// Whether it has gates before it.
    static boolean isOnItsWay(ModelView model) {
        return model.state() == ModelState.CANDIDATE
                || model.state() == ModelState.SHADOW
                || model.state() == ModelState.CANARY;
    }

    /// What may be done with the model at hand now, as far as the desk can tell.
    public Set<Step> possible() {
        var model = registry.selectedProperty().get();
        var steps = EnumSet.noneOf(Step.class);
        if (model == null || busy.get()) {
            return steps;
        }
        if (model.state() == ModelState.CANDIDATE) {
            steps.add(Step.SHADOW);
        }
        if (isOnItsWay(model)
                && model.approvals().stream().noneMatch(one -> one.by().id().equals(person))) {
            steps.add(Step.APPROVE);
        }
        if (isOnItsWay(model) && isPromotable(model)) {
            steps.add(Step.PROMOTE);
        }
        if (model.state() == ModelState.SHADOW
                || model.state() == ModelState.CANARY
                || model.state() == ModelState.CHAMPION && model.predecessor() != null) {
            steps.add(Step.ROLL_BACK);
        }
        if (rescoring().isEmpty()) {
            steps.add(Step.RESCORE);
        }
        steps.retainAll(rights);
        return steps;
    }

    private boolean isPromotable(ModelView model) {
        var measured = gates.get();
        boolean passed = measured == null ? model.gatesPassed() : measured.passed();
        return model.state() != ModelState.CANDIDATE
                && passed
                && model.approvals().size() >= model.approvalsNeeded();
    }

    /// The share of the items that its next step gives it.
    static double nextShare(ModelView model) {
        Double now = model.canaryShare();
        if (now == null) {
            return FIRST_SHARE;
        }
        return now < HALF ? HALF : 1;
    }

    /// Asks whether a step shall be taken.
    public void ask(Step step) {
        if (possible().contains(step)) {
            asked.set(step);
        }
    }

    public void putAside() {
        asked.set(null);
    }

    /// Takes the step that was asked about.
    ///
    /// @param reason for taking a model back
    public void confirm(String reason) {
        var step = asked.get();
        var model = registry.selectedProperty().get();
        if (step == null || model == null || busy.get()) {
            return;
        }
        busy.set(true);
        background
                .run(() -> take(step, model, reason.strip()))
                .onSuccess(done -> {
                    busy.set(false);
                    asked.set(null);
                    tell.accept(done);
                    jobs.read();
                    registry.read();
                })
                .onFailure(fault -> {
                    busy.set(false);
                    asked.set(null);
                    tell.accept(Told.of(fault));
                    registry.read();
                });
    }

    private Told take(Step step, ModelView model, String reason) throws ApiProblem, Offline {
        switch (step) {
            case SHADOW -> api.shadow(model.version());
            case APPROVE -> api.approve(model.version());
            case PROMOTE -> api.promote(model.version());
            case ROLL_BACK -> api.rollBack(model.version(), reason);
            case RESCORE -> {
                return Told.during(step.told(), model.name(), api.rescore().id());
            }
        }
        return Told.done(step.told(), model.name());
    }

    /// What scores waiting items anew, while it does.
    public Optional<JobView> rescoring() {
        return jobs.underWay(RESCORING);
    }

    public void cancelRescoring() {
        jobs.cancel(RESCORING);
    }

    public Jobs jobs() {
        return jobs;
    }

    public Registry registry() {
        return registry;
    }

    public Reading<GatesView> gates() {
        return gates;
    }

    public Reading<ShadowView> shadow() {
        return shadow;
    }

    /// The step that waits for a yes.
    public ReadOnlyObjectProperty<@Nullable Step> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
