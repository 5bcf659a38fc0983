package dev.docket.client.policies;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.screen.ScreenModel;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.client.common.task.Work;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import dev.docket.dto.policy.AutomationState;
import dev.docket.dto.policy.PolicyDiff;
import dev.docket.dto.policy.PolicyVersion;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.policy.SchemaLabel;
import dev.docket.dto.policy.Simulation;
import dev.docket.dto.policy.SimulationRequest;
import dev.docket.dto.problem.FieldError;
import dev.docket.dto.problem.Slug;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Reads, writes, tries and publishes policies.
///
/// Nothing that was typed is ever lost to a click: each policy keeps its draft until it is
/// published or discarded,
/// whichever other policy or screen is looked at meanwhile, and when somebody else published first.
public final class PoliciesViewModel implements ScreenModel {
    static final Duration PAUSE = Duration.ofMillis(400);
    private static final Set<Role> TRYING = Set.of(Role.POLICY, Role.SUPERVISOR, Role.ML);
    private static final Set<Role> SWITCHING = Set.of(Role.POLICY, Role.SUPERVISOR);

    public enum State {
        LOADING,
        READY,
        EMPTY,
        OFFLINE,
        FAULT
    }

    /// What the screen says of the last deed.
    ///
    /// @param key under `policies.said`
    public record Said(String key, boolean fault, List<FieldError> faults) {}

    private final PoliciesApi api;
    private final Background background;
    private final PersonView person;
    private final Safeguards safeguards;
    private final Adding adding;
    private final Examples examples;
    private final ObservableList<PolicyView> policies = FXCollections.observableArrayList();
    private final ObservableList<String> labels = FXCollections.observableArrayList();
    private final ObservableList<PolicyVersion> versions = FXCollections.observableArrayList();
    private final Map<String, Draft> drafts = new HashMap<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable PolicyView> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Draft> draft = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PolicyView> conflict = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PolicyDiff> diff = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Simulation> simulation = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Said> said = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper language = new ReadOnlyStringWrapper(Draft.EVERY_LANGUAGE);
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
    private Cancellable pause = () -> {};
    private @Nullable Work<Simulation> asked;

    public PoliciesViewModel(PoliciesApi api, Background background, PersonView person) {
        this.api = api;
        this.background = background;
        this.person = person;
        safeguards = new Safeguards(api, background, person, this::told);
        adding = new Adding(api, background, this::added);
        examples = new Examples(api, background);
    }

    @Override
    public void open() {
        lookAgain();
    }

    @Override
    public void close() {
        pause.cancel();
        stopTrying();
    }

    @Override
    public void hidden() {
        pause.cancel();
        stopTrying();
    }

    @Override
    public void shown() {
        lookAgain();
    }

    @Override
    public void reconnected() {
        lookAgain();
    }

    @Override
    public void happened(LiveEvent event) {
        if (event.isOf("policy") || event.isOf("model")) {
            lookAgain();
        }
    }

    /// Reads the policies anew. What is being written stays.
    public void lookAgain() {
        if (policies.isEmpty()) {
            state.set(State.LOADING);
        }
        background
                .run(api::all)
                .onSuccess(this::read)
                .onOffline(offline -> missing(State.OFFLINE))
                .onFailure(fault -> missing(State.FAULT));
        background.run(api::labels).onSuccess(this::readLabels);
        safeguards.lookAgain();
    }

    private void readLabels(List<SchemaLabel> all) {
        var released = all.stream()
                .filter(SchemaLabel::released)
                .map(SchemaLabel::label)
                .toList();
        if (!released.equals(labels)) {
            labels.setAll(released);
        }
    }

    /// The labels that a policy may name.
    ObservableList<String> labels() {
        return labels;
    }

    private void missing(State why) {
        if (policies.isEmpty()) {
            state.set(why);
        } else {
            say(why == State.OFFLINE ? "offline" : "fault");
        }
    }

    private void read(List<PolicyView> all) {
        policies.setAll(all);
        state.set(all.isEmpty() ? State.EMPTY : State.READY);
        var before = chosen.get();
        var same = all.stream()
                .filter(one -> before != null && one.key().equals(before.key()))
                .findFirst();
        if (same.isPresent()) {
            refreshed(same.get());
        } else if (!all.isEmpty()) {
            choose(all.getFirst());
        }
    }

    /// The policy somebody is writing stays the version they write from; the floor tells them when
    /// they publish.
    private void refreshed(PolicyView now) {
        var before = chosen.get();
        if (before != null && dirty.get() && before.version() != now.version()) {
            conflict.set(now);
            return;
        }
        boolean other = before == null || before.version() != now.version();
        chosen.set(now);
        if (other) {
            setDraft(Draft.of(now));
            versions.clear();
            diff.set(null);
            tryNow();
        }
    }

    public void choose(PolicyView policy) {
        var before = chosen.get();
        if (before != null && before.key().equals(policy.key())) {
            return;
        }
        chosen.set(policy);
        conflict.set(null);
        diff.set(null);
        versions.clear();
        simulation.set(null);
        said.set(null);
        language.set(Draft.EVERY_LANGUAGE);
        setDraft(drafts.getOrDefault(policy.key(), Draft.of(policy)));
        tryNow();
    }

    /// Begins a policy that does not exist yet.
    public void begin() {
        if (mayWrite()) {
            adding.begin();
        }
    }

    private void added(PolicyView made) {
        if (policies.stream().noneMatch(one -> one.key().equals(made.key()))) {
            policies.add(made);
        }
        state.set(State.READY);
        choose(made);
        say("added");
    }

    /// Shows items whose route would be another, beginning with one of them; null begins with the first.
    public void showExample(@Nullable String itemId) {
        examples.open(simulation.get(), itemId);
    }

    /// Writes on.
    void edit(UnaryOperator<Draft> change) {
        var now = draft.get();
        if (now == null || !mayWrite()) {
            return;
        }
        boolean thresholds = !change.apply(now).labels().equals(now.labels());
        setDraft(change.apply(now));
        if (thresholds) {
            pause.cancel();
            pause = background.after(PAUSE, this::tryNow);
        }
    }

    public void discard() {
        var policy = chosen.get();
        if (policy != null) {
            setDraft(Draft.of(policy));
            said.set(null);
            tryNow();
        }
    }

    public void speak(String tag) {
        language.set(tag);
        tryNow();
    }

    public void publish() {
        var policy = chosen.get();
        var written = draft.get();
        if (policy == null || written == null || !dirty.get() || busy.get() || !mayWrite()) {
            return;
        }
        busy.set(true);
        said.set(null);
        background
                .run(() -> api.publish(policy.key(), written.toWire(), policy.version()))
                .onSuccess(this::published)
                .onProblem(Slug.CHANGED_MEANWHILE, problem -> overtaken(policy.key()))
                .onOffline(offline -> failed("offline"))
                .onFailure(this::refused);
    }

    private void published(PolicyView now) {
        busy.set(false);
        conflict.set(null);
        drafts.remove(now.key());
        replace(now);
        chosen.set(now);
        setDraft(Draft.of(now));
        versions.clear();
        say("published");
        tryNow();
    }

    private void overtaken(String key) {
        background
                .run(() -> api.one(key))
                .onSuccess(now -> {
                    busy.set(false);
                    conflict.set(now);
                })
                .onFailure(fault -> failed("fault"));
    }

    /// Goes on writing from the version somebody else published.
    public void keepMine() {
        var theirs = conflict.get();
        var mine = draft.get();
        if (theirs != null && mine != null) {
            conflict.set(null);
            replace(theirs);
            chosen.set(theirs);
            setDraft(mine);
        }
    }

    /// Lets go of what was written.
    public void takeTheirs() {
        var theirs = conflict.get();
        if (theirs != null) {
            conflict.set(null);
            replace(theirs);
            chosen.set(theirs);
            setDraft(Draft.of(theirs));
            tryNow();
        }
    }

    public void readHistory() {
        var policy = chosen.get();
        if (policy != null) {
            background
                    .run(() -> api.versions(policy.key()))
                    .onSuccess(versions::setAll)
                    .onFailure(fault -> say("fault"));
        }
    }

    /// Shows what a version changed.
    public void compare(PolicyVersion version) {
        var policy = chosen.get();
        if (policy != null && version.version() > 1) {
            background
                    .run(() -> api.diff(policy.key(), version.version() - 1, version.version()))
                    .onSuccess(diff::set)
                    .onFailure(fault -> say("fault"));
        } else {
            diff.set(null);
        }
    }

    /// Asks for automatic action, agrees to it, or ends it.
    public void turnAutomation() {
        var policy = chosen.get();
        if (policy == null || busy.get() || !maySwitch()) {
            return;
        }
        boolean on = policy.automation().state() == AutomationState.OFF
                || policy.automation().state() == AutomationState.PENDING && !askedMyself(policy);
        busy.set(true);
        background
                .run(() -> api.automation(policy.key(), on))
                .onSuccess(now -> {
                    busy.set(false);
                    say("automation." + now.state().name().toLowerCase(java.util.Locale.ROOT));
                    lookAgain();
                })
                .onProblem(Slug.NOT_AUTOMATIC, problem -> failed("not-automatic"))
                .onProblem(Slug.SECOND_APPROVER_NEEDED, problem -> failed("second-approver-needed"))
                .onOffline(offline -> failed("offline"))
                .onFailure(fault -> failed("fault"));
    }

    private void told(String key, boolean fault) {
        said.set(new Said(key, fault, List.of()));
        if (!fault) {
            lookAgain();
        }
    }

    boolean askedMyself(PolicyView policy) {
        var by = policy.automation().askedBy();
        return by != null && by.id().equals(person.id());
    }

    private void tryNow() {
        var policy = chosen.get();
        var written = draft.get();
        stopTrying();
        if (policy == null || written == null || !is(TRYING)) {
            return;
        }
        trying.set(true);
        var request = new SimulationRequest(written.labels(), language.get(), null, null, null, null);
        var work = background.run(() -> api.simulate(policy.key(), request));
        asked = work;
        work.onSuccess(answer -> {
                    trying.set(false);
                    simulation.set(answer);
                })
                .onFailure(fault -> {
                    trying.set(false);
                    simulation.set(null);
                });
    }

    /// Stops waiting for what was asked; the answer of before stays.
    public void stopTrying() {
        if (asked != null) {
            asked.cancel();
            asked = null;
            trying.set(false);
        }
    }

    private void refused(Exception cause) {
        busy.set(false);
        var faults = cause instanceof ApiProblem refusal && refusal.problem().errors() != null
                ? refusal.problem().errors()
                : List.<FieldError>of();
        said.set(new Said(faults.isEmpty() ? "fault" : "invalid", true, faults));
    }

    private void failed(String key) {
        busy.set(false);
        said.set(new Said(key, true, List.of()));
    }

    private void say(String key) {
        said.set(new Said(key, false, List.of()));
    }

    private void replace(PolicyView now) {
        policies.replaceAll(one -> one.key().equals(now.key()) ? now : one);
    }

    private void setDraft(Draft next) {
        var policy = chosen.get();
        draft.set(next);
        boolean differs = policy != null && !next.equals(Draft.of(policy));
        dirty.set(differs);
        if (policy != null && differs) {
            drafts.put(policy.key(), next);
        } else if (policy != null) {
            drafts.remove(policy.key());
        }
    }

    /// Whether something unpublished is written for a policy.
    public boolean isWritten(PolicyView policy) {
        return drafts.containsKey(policy.key());
    }

    public boolean mayWrite() {
        return person.roles().contains(Role.POLICY);
    }

    public boolean maySwitch() {
        return is(SWITCHING);
    }

    public boolean mayTry() {
        return is(TRYING);
    }

    private boolean is(Set<Role> roles) {
        return person.roles().stream().anyMatch(roles::contains);
    }

    public ObservableList<PolicyView> policies() {
        return policies;
    }

    public ObservableList<PolicyVersion> versions() {
        return versions;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable PolicyView> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /// The version somebody else published while this one was being written; null for none.
    public ReadOnlyObjectProperty<@Nullable PolicyView> conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable PolicyDiff> diffProperty() {
        return diff.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Simulation> simulationProperty() {
        return simulation.getReadOnlyProperty();
    }

    public Adding adding() {
        return adding;
    }

    public Examples examples() {
        return examples;
    }

    public Safeguards safeguards() {
        return safeguards;
    }

    public ReadOnlyObjectProperty<@Nullable Said> saidProperty() {
        return said.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty languageProperty() {
        return language.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty tryingProperty() {
        return trying.getReadOnlyProperty();
    }
}
