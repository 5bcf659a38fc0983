package dev.docket.client.policies;

import dev.docket.client.common.item.ItemWords;
import dev.docket.client.policies.Draft.Row;
import dev.docket.dto.policy.Simulation.Histogram;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One label: how its scores lie, and from where on the policy asks for a person or acts.
final class ThresholdRow extends VBox {
    private static final PseudoClass REVIEW = PseudoClass.getPseudoClass("review");
    private static final PseudoClass ACT = PseudoClass.getPseudoClass("act");
    private static final double HEIGHT = 44;
    private static final double STEP = 0.01;

    /// Told what is done here.
    interface Deeds {
        void move(double review, @Nullable Double act);

        void remove();

        void makePrimary();
    }

    private final ItemWords words;
    private final Label name = new Label();
    private final HBox bars = new HBox();
    private final Slider review;
    private final Slider act;
    private final Label reviewValue = value();
    private final Label actValue = value();
    private final CheckBox acts;
    private final Deeds deeds;
    private final Button primary = new Button();
    private final Label about = new Label();
    private boolean editable;
    private boolean showing = true;

    ThresholdRow(String label, ItemWords words, boolean editable, Deeds deeds) {
        this.words = words;
        this.deeds = deeds;
        getStyleClass().add("threshold-row");
        name.getStyleClass().add("strong");
        name.setText(words.label(label));
        bars.getStyleClass().add("histogram");
        review = slider(words.text("policies.threshold.review-of", words.label(label)), editable);
        act = slider(words.text("policies.threshold.act-of", words.label(label)), editable);
        acts = new CheckBox(words.text("policies.threshold.act"));
        acts.getStyleClass().add("threshold-name");
        acts.setDisable(!editable);
        acts.selectedProperty().subscribe(on -> tell());
        review.setId("review-" + label);
        act.setId("act-" + label);
        review.valueProperty().subscribe(value -> tell());
        act.valueProperty().subscribe(value -> tell());
        var reviewName = new Label(words.text("policies.threshold.review"));
        reviewName.getStyleClass().add("threshold-name");
        getChildren()
                .addAll(head(label, editable), bars, line(reviewName, review, reviewValue), line(acts, act, actValue));
        showing = false;
    }

    private HBox head(String label, boolean editable) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        primary.setText(words.text("policies.threshold.make-primary"));
        primary.setId("primary-" + label);
        primary.getStyleClass().addAll("quiet", "small");
        primary.setOnAction(event -> deeds.makePrimary());
        var remove = new Button(null, new FontIcon("mdi2c-close"));
        remove.setId("remove-" + label);
        remove.getStyleClass().addAll("quiet", "small");
        remove.setAccessibleText(words.text("policies.threshold.remove", words.label(label)));
        remove.setTooltip(new Tooltip(words.text("policies.threshold.remove", words.label(label))));
        remove.setOnAction(event -> deeds.remove());
        remove.setVisible(editable);
        this.editable = editable;
        about.getStyleClass().add("secondary");
        var head = new HBox(8, name, about, gap, primary, remove);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    void show(Row row) {
        showing = true;
        name.setText(words.label(row.label()));
        about.setText(
                row.primary()
                        ? words.text("policies.threshold.primary")
                        : row.own() ? "" : words.text("policies.threshold.inherited"));
        primary.setVisible(editable && !row.primary());
        review.setValue(row.review());
        acts.setSelected(row.act() != null);
        act.setValue(row.act() == null ? 1 : row.act());
        act.setVisible(row.act() != null);
        reviewValue.setText(words.score(row.review()));
        actValue.setText(row.act() == null ? words.text("policies.threshold.never") : words.score(row.act()));
        tint(row.review(), row.act());
        showing = false;
    }

    /// Bars on a square-root scale: most scores are near 0, and the few near 1 are those that matter.
    void show(@Nullable Histogram histogram) {
        bars.getChildren().clear();
        if (histogram == null) {
            return;
        }
        double most = Math.sqrt(Math.max(
                1, histogram.counts().stream().mapToInt(Integer::intValue).max().orElse(1)));
        for (int count : histogram.counts()) {
            var bar = new Region();
            bar.getStyleClass().add("bar");
            double height = count == 0 ? 0 : Math.max(2, HEIGHT * Math.sqrt(count) / most);
            bar.setMinHeight(height);
            bar.setMaxHeight(height);
            HBox.setHgrow(bar, Priority.ALWAYS);
            bar.setMaxWidth(Double.MAX_VALUE);
            bars.getChildren().add(bar);
        }
        bars.setAccessibleText(words.text("policies.threshold.scores", histogram.items()));
        tint(review.getValue(), acts.isSelected() ? act.getValue() : null);
    }

    private void tint(double from, @Nullable Double actFrom) {
        int steps = bars.getChildren().size();
        for (int i = 0; i < steps; i++) {
            double lower = (double) i / steps;
            boolean acting = actFrom != null && lower >= actFrom - 1e-9;
            bars.getChildren().get(i).pseudoClassStateChanged(ACT, acting);
            bars.getChildren().get(i).pseudoClassStateChanged(REVIEW, !acting && lower >= from - 1e-9);
        }
    }

    private void tell() {
        if (!showing) {
            double from = rounded(review.getValue());
            deeds.move(from, acts.isSelected() ? Math.max(from, rounded(act.getValue())) : null);
        }
    }

    private static double rounded(double value) {
        return Math.round(value / STEP) * STEP;
    }

    private static Slider slider(String description, boolean editable) {
        var slider = new Slider(0, 1, 0.5);
        slider.setBlockIncrement(STEP);
        slider.setAccessibleText(description);
        slider.setDisable(!editable);
        HBox.setHgrow(slider, Priority.ALWAYS);
        return slider;
    }

    private static HBox line(Region title, Slider slider, Label value) {
        var line = new HBox(8, title, slider, value);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label value() {
        var value = new Label();
        value.getStyleClass().add("threshold-value");
        return value;
    }
}
