package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.control.Whisker;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.supervisor.AgreementDetail.Look;
import dev.docket.dto.quality.AgreementReport;
import dev.docket.dto.quality.AgreementReport.OfPolicy;
import dev.docket.dto.quality.AgreementReport.Pair;
import dev.docket.dto.quality.AgreementReport.Rater;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Shows who agrees with whom, what is taken for what, and how each person errs.
final class AgreementCard extends VBox implements FloatingCard {
    private static final double WANTED = 0.6;
    private static final int MOST_PAIRS = 12;
    /// Below so many items or looks, a figure says nothing yet.
    private static final int FEWEST = 10;
    private static final double WHISKER = 150;
    /// Stands for all policies in the choice, which cannot hold null.
    private static final String ALL = "";

    private final AgreementDetail model;
    private final ItemWords words;
    private final Supplier<List<String>> policies;
    private final ChoiceBox<String> policy = new ChoiceBox<>();
    private final Label summary = new Label();
    private final VBox body = new VBox(20);
    private boolean filling;

    /// @param policies those that anything is known of
    AgreementCard(AgreementDetail model, ItemWords words, Supplier<List<String>> policies) {
        this.model = model;
        this.words = words;
        this.policies = policies;
        getStyleClass().addAll("transfer", "agreement-card", "floating");
        setMaxWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        var title = new Label(words.text("supervisor.agreement.title"));
        title.getStyleClass().add("title");
        policy.setId("agreement-policy");
        policy.setConverter(new Names());
        policy.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (!filling && chosen != null) {
                model.open(chosen.equals(ALL) ? null : chosen);
            }
        });
        summary.getStyleClass().add("secondary");
        summary.setWrapText(true);
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("agreement-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var close = new KeyButton(words.text("supervisor.outlook.close"), "Esc");
        close.getStyleClass().add("quiet");
        close.setOnAction(event -> cancel());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(16, title, gap, policy, close);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, summary, scroll);
        setVisible(false);
        model.lookProperty().subscribe(this::show);
    }

    @Override
    public boolean isOpen() {
        return isVisible();
    }

    /// There is nothing to confirm: it only shows.
    @Override
    public void confirm() {
        cancel();
    }

    @Override
    public void cancel() {
        model.close();
    }

    private void show(@Nullable Look look) {
        boolean opens = look != null && !isVisible();
        setVisible(look != null);
        if (look == null) {
            return;
        }
        if (opens) {
            var choices = new ArrayList<String>();
            choices.add(ALL);
            choices.addAll(policies.get());
            filling = true;
            policy.getItems().setAll(choices);
            policy.getSelectionModel().select(Objects.requireNonNullElse(look.policy(), ALL));
            filling = false;
            policy.requestFocus();
        }
        var report = look.report();
        if (report == null) {
            summary.setText("");
            body.getChildren()
                    .setAll(
                            look.unread()
                                    ? faint("supervisor.agreement.unread")
                                    : Skeleton.column(
                                            "skeleton-quality", Skeleton.bar(420, 14), Skeleton.bar(560, 120)));
        } else {
            draw(report);
        }
    }

    private void draw(AgreementReport report) {
        summary.setText(
                report.rawAgreement() == null
                        ? words.text("supervisor.agreement.nothing")
                        : words.text(
                                "supervisor.agreement.raw",
                                words.percent(report.rawAgreement()),
                                report.items(),
                                report.votes()));
        if (report.rawAgreement() == null) {
            body.getChildren().clear();
            return;
        }
        var parts = new ArrayList<Node>();
        if (report.policy() == null) {
            parts.add(part("supervisor.agreement.policies", policies(report.policies())));
        }
        parts.add(part("supervisor.agreement.pairs", pairs(report.pairs())));
        if (!report.confusion().isEmpty()) {
            parts.add(part("supervisor.agreement.confusion", new ConfusionMap(words, report.confusion())));
        }
        parts.add(part("supervisor.agreement.raters", raters(report.raters())));
        body.getChildren().setAll(parts);
    }

    private VBox part(String key, Node content) {
        var title = new Label(words.text(key));
        title.getStyleClass().add("overline");
        return new VBox(8, title, content);
    }

    private Node policies(List<OfPolicy> all) {
        var grid = grid();
        int row = 0;
        for (OfPolicy one : all) {
            if (one.items() > 0) {
                grid.addRow(
                        row++,
                        name(words.queue(one.policy())),
                        faintText(words.text("supervisor.quality.items", one.items())),
                        one.rawAgreement() == null ? faintText("–") : value(words.percent(one.rawAgreement())),
                        whisker(one.items() < FEWEST ? null : one.alpha()));
            }
        }
        return grid;
    }

    private Node pairs(List<Pair> all) {
        if (all.isEmpty()) {
            return faint("supervisor.agreement.no-pairs");
        }
        var grid = grid();
        int row = 0;
        for (Pair pair : all.subList(0, Math.min(MOST_PAIRS, all.size()))) {
            grid.addRow(
                    row++,
                    name(pair.first().displayName() + "  –  " + pair.second().displayName()),
                    faintText(words.text("supervisor.agreement.both", pair.items())),
                    value(words.percent(pair.rawAgreement())),
                    whisker(pair.items() < FEWEST ? null : pair.kappa()));
        }
        return grid;
    }

    private Node raters(List<Rater> all) {
        var known = all.stream().filter(rater -> rater.votes() >= FEWEST).toList();
        if (known.isEmpty()) {
            return faint("supervisor.agreement.no-raters");
        }
        var grid = grid();
        int row = 0;
        for (Rater rater : known) {
            grid.addRow(
                    row++,
                    name(rater.person().displayName()),
                    faintText(words.text("supervisor.agreement.looks", rater.votes())),
                    value(words.text("supervisor.agreement.sensitivity", words.percent(rater.sensitivity()))),
                    value(words.text("supervisor.agreement.specificity", words.percent(rater.specificity()))));
        }
        return grid;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(6);
        return grid;
    }

    private Node whisker(dev.docket.dto.quality.@Nullable Estimate estimate) {
        if (estimate == null) {
            return faint("supervisor.quality.too-few");
        }
        var whisker = new Whisker();
        whisker.setPrefWidth(WHISKER);
        whisker.setMinWidth(WHISKER);
        whisker.show(estimate.value(), estimate.low(), estimate.high(), WANTED, estimate.value() < WANTED);
        var figure = value(words.score(estimate.value()));
        var row = new HBox(8, whisker, figure);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label name(String text) {
        var name = new Label(text);
        name.getStyleClass().add("figure-name");
        GridPane.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        return name;
    }

    private static Label value(String text) {
        var value = new Label(text);
        value.getStyleClass().add("figure-value");
        value.setMinWidth(USE_PREF_SIZE);
        return value;
    }

    private static Label faintText(String text) {
        var label = new Label(text);
        label.getStyleClass().add("faint");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private Label faint(String key) {
        var label = faintText(words.text(key));
        label.setWrapText(true);
        return label;
    }

    private final class Names extends StringConverter<String> {
        @Override
        public String toString(@Nullable String key) {
            if (key == null) {
                return "";
            }
            return key.equals(ALL) ? words.text("supervisor.agreement.all") : words.queue(key);
        }

        @Override
        public String fromString(String name) {
            return policy.getItems().stream()
                    .filter(key -> toString(key).equals(name))
                    .findFirst()
                    .orElse(ALL);
        }
    }
}
