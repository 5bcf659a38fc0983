package dev.docket.client.insights;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Cards of one size, as many beside each other as there is room for.
final class PanelGrid extends Region {
    private static final double LEAST_WIDTH = 344;
    private static final double HEIGHT = 300;
    private static final double GAP = 16;
    private static final int MOST = 4;

    PanelGrid(List<? extends Node> cards) {
        getStyleClass().add("panel-grid");
        getChildren().setAll(cards);
    }

    int columns() {
        return columns(getWidth());
    }

    private int columns(double width) {
        double room = width - snappedLeftInset() - snappedRightInset();
        return Math.clamp((int) Math.floor((room + GAP) / (LEAST_WIDTH + GAP)), 1, MOST);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width);
        int rows = Math.ceilDiv(getChildren().size(), columns);
        return snappedTopInset() + snappedBottomInset() + rows * HEIGHT + Math.max(0, rows - 1) * GAP;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns();
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        double width = Math.floor((room - (columns - 1) * GAP) / columns);
        for (int at = 0; at < getChildren().size(); at++) {
            double left = snappedLeftInset() + (at % columns) * (width + GAP);
            double top = snappedTopInset() + (at / columns) * (HEIGHT + GAP);
            getChildren().get(at).resizeRelocate(left, top, width, HEIGHT);
        }
    }
}
