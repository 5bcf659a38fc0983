package dev.docket.client.common.control;

import javafx.scene.layout.Region;

/// What waits, as a bar: the part that is late, the part that is due soon, and the rest. Its length says how much of
/// the fullest it is.
public final class LoadBar extends Region {
    private static final double THICKNESS = 6;
    private static final double LEAST = 3;

    private final Region track = part("track");
    private final Region rest = part("rest");
    private final Region soon = part("soon");
    private final Region late = part("late");
    private long waiting;
    private long dueSoon;
    private long overdue;
    private long fullest;

    public LoadBar() {
        getStyleClass().add("load-bar");
        getChildren().addAll(track, rest, soon, late);
        setMinHeight(THICKNESS);
        setPrefHeight(THICKNESS);
    }

    /// @param most what the longest bar beside it stands for
    public void show(long all, long ofThoseSoon, long ofThoseLate, long most) {
        waiting = Math.max(0, all);
        overdue = Math.clamp(ofThoseLate, 0, waiting);
        dueSoon = Math.clamp(ofThoseSoon, 0, waiting - overdue);
        fullest = Math.max(1, Math.max(most, waiting));
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
        double perTask = width / fullest;
        double lateWidth = overdue == 0 ? 0 : Math.max(LEAST, overdue * perTask);
        double soonWidth = dueSoon == 0 ? 0 : Math.max(LEAST, dueSoon * perTask);
        double whole = waiting == 0 ? 0 : Math.max(Math.max(LEAST, waiting * perTask), lateWidth + soonWidth);
        track.resizeRelocate(0, top, width, THICKNESS);
        rest.resizeRelocate(0, top, Math.min(width, whole), THICKNESS);
        late.resizeRelocate(0, top, lateWidth, THICKNESS);
        soon.resizeRelocate(lateWidth, top, soonWidth, THICKNESS);
    }
}
