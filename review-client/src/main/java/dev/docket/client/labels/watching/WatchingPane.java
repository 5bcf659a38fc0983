package dev.docket.client.labels.watching;

import dev.docket.client.common.chart.RowChart;
import dev.docket.client.common.chart.RowChart.Row;
import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.JobBar;
import dev.docket.client.labels.part.PartView;
import dev.docket.client.labels.part.Place;
import dev.docket.client.labels.part.Told;
import dev.docket.dto.models.DriftView;
import dev.docket.dto.models.DriftView.Measure;
import dev.docket.dto.models.DriftView.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The section of watching: proposals to retrain above; what drifted on the left, with the one looked at beside it;
/// below how people and the model get on.
public final class WatchingPane implements PartView {
    private static final double VALUE = 64;
    private static final double LEAST_MOST = 0.4;

    private final Watching model;
    private final Figures figures;
    private final StackPane root = new StackPane();
    private final VBox proposals = new VBox(8);
    private final Label about = Boxes.wrapped("secondary");
    private final JobBar measuring;
    private final RowChart measures = new RowChart(VALUE);
    private final MeasurePane measure;
    private final KeyButton measureAnew;
    private final KeyButton settle;
    private final List<PanelPart> panels;
    private final SharesPane shares;

    public WatchingPane(Watching model, Figures figures, Shortcuts shortcuts) {
        this.model = model;
        this.figures = figures;
        measuring = new JobBar(figures, shortcuts.display(Shortcut.CANCEL_JOB), model::cancel);
        measure = new MeasurePane(figures);
        measures.describe(figures.text("labels.drift"));
        measures.onChosen(model::look);
        measureAnew = new KeyButton(figures.text("labels.drift.measure"), shortcuts.display(Shortcut.MEASURE));
        measureAnew.setOnAction(event -> model.measureAnew());
        settle = new KeyButton(figures.text("labels.proposal.settle"), shortcuts.display(Shortcut.SETTLE));
        settle.setOnAction(event -> model.settle());
        panels = Watching.PANELS.stream()
                .map(name -> new PanelPart(name, model.panel(name), figures))
                .toList();
        shares = new SharesPane(model.shares(), figures, shortcuts);
        Boxes.folding(proposals);
        var drawn = Boxes.columns(
                40,
                List.of(46.0, 54.0),
                List.of(
                        Boxes.titled(figures.text("labels.drift"), figures.text("labels.drift.about"), measures),
                        measure));
        var people = new VBox(
                12,
                shares,
                Boxes.halves(40, panels.get(0), panels.get(1)),
                Boxes.halves(40, panels.get(2), panels.get(3)),
                Boxes.halves(40, panels.get(4), new Region()));
        var drift = new VBox(20, proposals, about, measuring, drawn);
        var place = new Place(drift, "labels.watching.empty", figures.words(), shortcuts, model::read);
        var page = new VBox(36, place, people);
        page.getStyleClass().add("part-page");
        root.getChildren().setAll(Boxes.scrolled(page));
        model.drift().stateProperty().subscribe(place::show);
        model.drift().valueProperty().subscribe(this::show);
        model.atProperty().subscribe(at -> showMeasure());
        model.jobs().allProperty().subscribe(all -> showMeasuring());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public List<Node> panes() {
        var panes = new ArrayList<Node>(List.of(measures, measure.chart()));
        panes.add(shares.first());
        panels.forEach(panel -> panes.add(panel.chart()));
        return panes;
    }

    @Override
    public List<Node> buttons() {
        return List.of(settle, measureAnew);
    }

    @Override
    public Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        deeds.put(Shortcut.NEXT_LABEL, () -> model.step(1));
        deeds.put(Shortcut.PREVIOUS_LABEL, () -> model.step(-1));
        deeds.put(Shortcut.MEASURE, model::measureAnew);
        deeds.put(Shortcut.CANCEL_JOB, model::cancel);
        deeds.put(Shortcut.SETTLE, model::settle);
        deeds.put(Shortcut.SHARES, shares::edit);
        deeds.put(Shortcut.SUBMIT, model.shares()::save);
        deeds.put(Shortcut.HIDE, model.shares()::putAside);
        deeds.put(Shortcut.TAKE_BACK, model.shares()::takeBack);
        return deeds;
    }

    @Override
    public void show(Told told) {
        shares.showErrors(told.errors());
    }

    @Override
    public void forget() {
        shares.showErrors(List.of());
    }

    private void show(@Nullable DriftView now) {
        settle.setDisable(!model.maySettle() || model.open().isEmpty());
        if (now == null) {
            return;
        }
        about.setText(
                now.measuredAt() == null
                        ? figures.text("labels.drift.unmeasured", now.modelVersion())
                        : figures.text(
                                "labels.drift.measured",
                                now.modelVersion(),
                                figures.words().dateTime(now.measuredAt()),
                                day(now.windowFrom()),
                                day(now.referenceFrom()),
                                day(now.referenceTo())));
        proposals.getChildren().setAll(model.open().stream().map(this::card).toList());
        proposals.setVisible(!model.open().isEmpty());
        var all = model.measures();
        double most = all.stream().mapToDouble(Measure::psi).max().orElse(0);
        measures.show(
                0,
                Math.max(LEAST_MOST, Math.ceil(most * 10) / 10),
                now.alertAbove(),
                all.stream().map(this::row).toList());
        showMeasure();
    }

    private String day(@Nullable Instant at) {
        return at == null ? "–" : figures.words().dateTime(at);
    }

    private Row row(Measure one) {
        String name = MeasurePane.name(figures, one);
        return Row.bar(
                name,
                one.psi(),
                figures.figure(one.psi()),
                one.alert(),
                figures.text("labels.drift.said", name, figures.figure(one.psi()), figures.count(one.current())));
    }

    private Node card(Proposal proposal) {
        var icon = new FontIcon("mdi2a-alert-outline");
        var title = Boxes.wrapped("strong");
        title.setText(figures.text(
                "labels.proposal", proposal.modelVersion(), figures.words().dateTime(proposal.raisedAt())));
        var reasons = Boxes.wrapped("proposal-reasons");
        reasons.setText(String.join("\n", said(proposal)));
        var column = new VBox(4, title, reasons);
        HBox.setHgrow(column, Priority.ALWAYS);
        var card = new HBox(12, icon, column);
        card.getStyleClass().add("proposal");
        return card;
    }

    private List<String> said(Proposal proposal) {
        var phrases = proposal.said();
        var english = proposal.reasons();
        return phrases == null || phrases.size() != english.size()
                ? english
                : IntStream.range(0, english.size())
                        .mapToObj(i -> figures.said(phrases.get(i), english.get(i)))
                        .toList();
    }

    private void showMeasure() {
        var one = model.measure();
        var now = model.drift().get();
        measure.setVisible(one != null);
        if (one != null && now != null) {
            measures.choose(model.atProperty().get());
            measure.show(one, now.alertAbove());
        }
    }

    private void showMeasuring() {
        measuring.show(figures.text("labels.drift.measuring"), model.measuring().orElse(null));
        measureAnew.setDisable(model.measuring().isPresent());
    }
}
