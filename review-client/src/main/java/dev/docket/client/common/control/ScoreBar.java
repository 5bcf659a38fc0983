package dev.docket.client.common.control;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A score of 0..1 as a bar, with a tick at the threshold it is measured against.
public final class ScoreBar extends Region {
    private static final PseudoClass FLAGGED = PseudoClass.getPseudoClass("flagged");
    private static final double THICKNESS = 6;
    private static final double TICK_HEIGHT = 12;

    private final Region track = part("track");
    private final Region fill = part("fill");
    private final Region tick = part("tick");
    private double score;
    private double threshold;

    public ScoreBar() {
        getStyleClass().add("score-bar");
        getChildren().addAll(track, fill, tick);
        setMinHeight(TICK_HEIGHT);
        setPrefHeight(TICK_HEIGHT);
    }

    public void show(double value, @Nullable Double limit, boolean flagged) {
        score = Math.clamp(value, 0, 1);
        threshold = limit == null ? 0 : Math.clamp(limit, 0, 1);
        tick.setVisible(limit != null);
        pseudoClassStateChanged(FLAGGED, flagged);
        requestLayout();
    }

    private static Region part(String name) {
        var region = new Region();
        region.getStyleClass().add(name);
        return region;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = Math.round((getHeight() - THICKNESS) / 2);
        track.resizeRelocate(0, top, width, THICKNESS);
        fill.resizeRelocate(0, top, Math.max(2, Math.round(width * score)), THICKNESS);
        double at = Math.round(width * threshold);
        tick.resizeRelocate(
                Math.clamp(at - 1, 0, Math.max(0, width - 2)),
                Math.round((getHeight() - TICK_HEIGHT) / 2),
                2,
                TICK_HEIGHT);
    }
}
