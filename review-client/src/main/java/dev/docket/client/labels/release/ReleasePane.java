package dev.docket.client.labels.release;

import dev.docket.client.common.chart.Estimate;
import dev.docket.client.common.chart.RowChart;
import dev.docket.client.common.chart.RowChart.Row;
import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.models.ModelHead;
import dev.docket.client.labels.models.ModelList;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Facts;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.GateLine;
import dev.docket.client.labels.part.GateLine.Light;
import dev.docket.client.labels.part.JobBar;
import dev.docket.client.labels.part.PartView;
import dev.docket.client.labels.part.Place;
import dev.docket.client.labels.part.State;
import dev.docket.dto.models.GateView;
import dev.docket.dto.models.ModelState;
import dev.docket.dto.models.ModelView;
import dev.docket.dto.models.ShadowView;
import dev.docket.dto.models.ShadowView.OfLabel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The section of release: models on the left; the way of the one at hand, its gates as lights, who approved, what it
/// said in the shadow, and its next step.
public final class ReleasePane implements PartView {
    private static final double VALUE = 64;
    private static final double LEAST_SPAN = 0.05;

    private final Release model;
    private final Figures figures;
    private final HBox root = new HBox();
    private final ModelList list;
    private final Track track;
    private final Map<Step, KeyButton> steps = new EnumMap<>(Step.class);
    private final KeyButton promote;
    private final KeyButton rescore;
    private final Label blocked = Boxes.wrapped("secondary");
    private final StepCard card;
    private final JobBar rescoring;
    private final VBox gates = new VBox();
    private final Label gatesState = Boxes.wrapped("secondary");
    private final KeyButton measure;
    private final VBox approvals = new VBox(4);
    private final Facts shadowFacts = new Facts();
    private final RowChart shadow = new RowChart(VALUE);
    private final Label noShadow = Boxes.wrapped("faint");
    private final Node details;

    public ReleasePane(Release model, Figures figures, Shortcuts shortcuts) {
        this.model = model;
        this.figures = figures;
        list = new ModelList(model.registry(), figures);
        track = Boxes.folding(new Track(figures));
        card = new StepCard(model, figures, shortcuts);
        rescoring = new JobBar(figures, shortcuts.display(Shortcut.CANCEL_JOB), model::cancelRescoring);
        var buttons = new FlowPane(8, 8);
        buttons.setAlignment(Pos.CENTER_LEFT);
        button(buttons, Step.SHADOW, Shortcut.SHADOW, shortcuts);
        button(buttons, Step.APPROVE, Shortcut.APPROVE_MODEL, shortcuts);
        promote = button(buttons, Step.PROMOTE, Shortcut.PROMOTE, shortcuts);
        button(buttons, Step.ROLL_BACK, Shortcut.ROLL_BACK, shortcuts);
        rescore = button(buttons, Step.RESCORE, Shortcut.RESCORE, shortcuts);
        steps.values().forEach(step -> step.setMinWidth(Region.USE_PREF_SIZE));
        measure = new KeyButton(figures.text("labels.gates.measure"), shortcuts.display(Shortcut.MEASURE));
        measure.setOnAction(event -> model.measure());
        Boxes.folding(blocked);
        Boxes.folding(noShadow);
        shadow.describe(figures.text("labels.shadow.difference"));
        var left = Boxes.titled(
                figures.text("labels.release.gates"), figures.text("labels.release.gates.about"), gatesState, gates);
        var right = new VBox(
                28,
                Boxes.titled(figures.text("labels.approvals"), "", approvals),
                Boxes.titled(
                        figures.text("labels.shadow"),
                        figures.text("labels.shadow.about"),
                        noShadow,
                        shadowFacts,
                        shadow));
        details = Boxes.folding(Boxes.columns(40, List.of(54.0, 46.0), List.of(left, right)));
        var page = new VBox(
                20,
                new ModelHead(model.registry(), figures),
                track,
                new VBox(8, buttons, blocked),
                card,
                rescoring,
                details);
        page.getStyleClass().add("part-page");
        var place = new Place(Boxes.scrolled(page), "labels.models.empty", figures.words(), shortcuts, model::read);
        place.getStyleClass().add("hairline-left");
        HBox.setHgrow(place, Priority.ALWAYS);
        root.getChildren().setAll(list, place);
        model.registry().all().stateProperty().subscribe(place::show);
        model.registry().selectedProperty().subscribe(now -> show());
        model.gates().stateProperty().subscribe(now -> show());
        model.gates().valueProperty().subscribe(now -> show());
        model.shadow().valueProperty().subscribe(this::showShadow);
        model.shadow().stateProperty().subscribe(this::showShadowState);
        model.busyProperty().subscribe(busy -> show());
        model.jobs().allProperty().subscribe(all -> showRescoring());
    }

    private KeyButton button(FlowPane row, Step step, Shortcut key, Shortcuts shortcuts) {
        var button = new KeyButton(figures.text(step.messageKey()), shortcuts.display(key));
        if (step == Step.ROLL_BACK) {
            button.getStyleClass().add("danger");
        }
        button.setOnAction(event -> model.ask(step));
        steps.put(step, button);
        row.getChildren().add(button);
        return button;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public List<Node> panes() {
        return List.of(list, shadow);
    }

    @Override
    public List<Node> buttons() {
        return List.of(measure);
    }

    @Override
    public Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        deeds.put(Shortcut.SHADOW, () -> model.ask(Step.SHADOW));
        deeds.put(Shortcut.APPROVE_MODEL, () -> model.ask(Step.APPROVE));
        deeds.put(Shortcut.PROMOTE, () -> model.ask(Step.PROMOTE));
        deeds.put(Shortcut.ROLL_BACK, () -> model.ask(Step.ROLL_BACK));
        deeds.put(Shortcut.RESCORE, () -> model.ask(Step.RESCORE));
        deeds.put(Shortcut.CONFIRM, card::confirm);
        deeds.put(Shortcut.CANCEL_JOB, model::cancelRescoring);
        deeds.put(Shortcut.MEASURE, model::measure);
        deeds.put(Shortcut.HIDE, model::putAside);
        return deeds;
    }

    private void show() {
        var at = model.registry().selectedProperty().get();
        if (at == null) {
            return;
        }
        track.setVisible(Track.isOn(at));
        track.show(at);
        var possible = model.possible();
        steps.forEach((step, button) -> button.setDisable(!possible.contains(step)));
        double next = Release.nextShare(at);
        promote.setText(
                next < 1
                        ? figures.text("labels.step.promote.to", figures.percent(next))
                        : figures.text("labels.step.promote.champion"));
        details.setVisible(Release.isOnItsWay(at));
        measure.setDisable(!Release.isOnItsWay(at));
        showBlocked(at);
        showGates(at);
        showApprovals(at);
        showRescoring();
    }

    /// What keeps it from its next step, in words.
    private void showBlocked(ModelView at) {
        var reasons = new ArrayList<String>();
        if (Release.isOnItsWay(at)) {
            if (at.state() == ModelState.CANDIDATE) {
                reasons.add(figures.text("labels.blocked.shadow"));
            }
            long failed = gatesOf(at).stream().filter(gate -> !gate.passed()).count();
            if (failed > 0) {
                reasons.add(figures.text("labels.blocked.gates", failed));
            }
            int missing = at.approvalsNeeded() - at.approvals().size();
            if (missing > 0) {
                reasons.add(figures.text("labels.blocked.approvals", missing));
            }
        }
        blocked.setVisible(!reasons.isEmpty());
        blocked.setText(figures.text("labels.blocked", String.join("  ·  ", reasons)));
    }

    private List<GateView> gatesOf(ModelView at) {
        var measured = model.gates().get();
        return measured == null || !measured.version().equals(at.version()) ? at.gates() : measured.gates();
    }

    private void showGates(ModelView at) {
        var measured = model.gates().get();
        var state = model.gates().stateProperty().get();
        gatesState.setText(
                measured != null
                        ? figures.text(
                                "labels.gates.measured",
                                figures.words().dateTime(measured.measuredAt()),
                                measured.champion())
                        : figures.text(state == State.LOADING ? "labels.gates.measuring" : "labels.gates.unmeasured"));
        gates.getChildren().setAll(gatesOf(at).stream().map(this::line).toList());
    }

    private GateLine line(GateView gate) {
        var light =
                gate.value() == null && !gate.passed() ? Light.UNKNOWN : gate.passed() ? Light.PASSED : Light.FAILED;
        var name = new StringBuilder(figures.words().named("labels.release.gate", gate.key()));
        if (gate.label() != null) {
            name.append(", ").append(figures.words().label(gate.label()));
        }
        if (gate.language() != null) {
            name.append(", ").append(figures.words().language(gate.language()));
        }
        String measured = gate.value() == null
                ? figures.text("labels.gate.limit", figures.any(gate.limit()))
                : figures.text("labels.gate.against", figures.any(gate.value()), figures.any(gate.limit()));
        return new GateLine(
                light,
                name.toString(),
                figures.text(light.messageKey()),
                measured,
                figures.said(gate.said(), gate.detail()),
                "");
    }

    private void showApprovals(ModelView at) {
        approvals.getChildren().clear();
        at.approvals()
                .forEach(one -> approvals
                        .getChildren()
                        .add(said(
                                figures.text(
                                        "labels.approval",
                                        one.by().displayName(),
                                        figures.words().dateTime(one.at())),
                                "approval")));
        int missing = at.approvalsNeeded() - at.approvals().size();
        if (missing > 0) {
            approvals.getChildren().add(said(figures.text("labels.approvals.missing", missing), "secondary"));
        }
    }

    private static Label said(String text, String style) {
        var label = Boxes.wrapped(style);
        label.setText(text);
        return label;
    }

    private void showRescoring() {
        rescoring.show(figures.text("labels.rescoring"), model.rescoring().orElse(null));
        rescore.setDisable(!model.possible().contains(Step.RESCORE));
    }

    private void showShadowState(State state) {
        noShadow.setVisible(state != State.READY);
        noShadow.setText(figures.text(state == State.LOADING ? "labels.state.loading" : "labels.shadow.none"));
        shadowFacts.setVisible(state == State.READY);
        shadow.setVisible(state == State.READY);
    }

    private void showShadow(@Nullable ShadowView now) {
        shadowFacts.clear();
        if (now == null) {
            return;
        }
        if (now.since() != null) {
            shadowFacts.add(figures.text("labels.shadow.since"), figures.words().dateTime(now.since()));
        }
        shadowFacts.add(figures.text("labels.shadow.items"), figures.count(now.items()));
        shadowFacts.add(
                figures.text("labels.shadow.decisions"),
                figures.text(
                        "labels.shadow.decisions.value", figures.count(now.decisions()), figures.count(now.blind())));
        double span = Math.max(
                LEAST_SPAN,
                now.labels().stream()
                        .mapToDouble(one -> Math.max(
                                Math.abs(one.difference().low()),
                                Math.abs(one.difference().high())))
                        .max()
                        .orElse(0));
        shadow.show(-span, span, 0.0, now.labels().stream().map(this::row).toList());
    }

    private Row row(OfLabel one) {
        String label = figures.words().label(one.label());
        String name =
                one.language() == null ? label : label + ", " + figures.words().language(one.language());
        var difference = one.difference();
        return Row.estimate(
                name,
                new Estimate(difference.value(), difference.low(), difference.high()),
                null,
                figures.difference(difference.value()),
                difference.high() < 0,
                figures.text(
                        "labels.shadow.said",
                        name,
                        figures.percent(one.candidateRight().value()),
                        figures.percent(one.championRight().value()),
                        figures.count(one.decisions()),
                        figures.difference(difference.low()),
                        figures.difference(difference.high())));
    }
}
