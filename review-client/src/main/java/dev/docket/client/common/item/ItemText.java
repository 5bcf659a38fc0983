package dev.docket.client.common.item;

import dev.docket.client.common.item.MarkedText.Hidden;
import dev.docket.client.common.item.MarkedText.Link;
import dev.docket.client.common.item.MarkedText.Lookalike;
import dev.docket.client.common.item.MarkedText.Piece;
import java.text.BreakIterator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// The item's text: selectable, its weighty words tinted and underlined, what hides in it made visible.
///
/// Tints, underlines, marks and the selection are drawn as shapes behind and under the glyphs, so that changing
/// the highlighted label never changes how the text is set: nothing moves.
public final class ItemText extends Region {
    /// What is drawn behind the glyphs, from the bottom up.
    private enum Layer {
        TINT_1,
        TINT_2,
        TINT_3,
        SIDE_ONE,
        SELECTION,
        MARK,
        STRESS,
        SIDE_OTHER,
        MATCH,
        STRUCK;

        String style() {
            return "layer-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Layer[] TINTS = {Layer.TINT_1, Layer.TINT_2, Layer.TINT_3};
    private static final int COLUMNS = 64;
    private static final double LINE_SPACING = 4.5;

    private final TextFlow flow = new TextFlow();
    private final Pane behind = new Pane();
    private final Map<Layer, Path> shapes = new EnumMap<>(Layer.class);
    private final ItemWords words;
    private final ReadOnlyObjectWrapper<@Nullable Span> selection = new ReadOnlyObjectWrapper<>();

    private MarkedText text = MarkedText.of("");
    private Offsets offsets = new Offsets(text);
    private Emphasis emphasis = Emphasis.NONE;
    private List<Span> matches = List.of();
    private List<Span> marks = List.of();
    private List<Span> one = List.of();
    private List<Span> other = List.of();
    private List<Span> struck = List.of();
    private String shown = "";
    private boolean brokenByUs;
    private int anchor;

    public ItemText(ItemWords words) {
        this.words = words;
        getStyleClass().add("item-content");
        flow.setLineSpacing(LINE_SPACING);
        flow.getStyleClass().add("item-flow");
        behind.setMouseTransparent(true);
        behind.setManaged(false);
        for (var layer : Layer.values()) {
            var path = new Path();
            path.getStyleClass().add(layer.style());
            shapes.put(layer, path);
            behind.getChildren().add(path);
        }
        getChildren().addAll(behind, flow);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
    }

    public void show(String content) {
        text = MarkedText.of(content);
        offsets = new Offsets(text);
        emphasis = Emphasis.NONE;
        matches = List.of();
        marks = List.of();
        one = List.of();
        other = List.of();
        struck = List.of();
        anchor = 0;
        selection.set(null);
        flow.setTextAlignment(text.rightToLeft() ? TextAlignment.RIGHT : TextAlignment.LEFT);
        flow.getStyleClass().remove(AuthorText.RIGHT_TO_LEFT);
        brokenByUs = AuthorText.hasRightToLeft(text.visible(new Span(0, content.length())));
        shown = brokenByUs ? AuthorText.broken(content, COLUMNS) : content;
        if (brokenByUs) {
            flow.getStyleClass().add(AuthorText.RIGHT_TO_LEFT);
        }
        flow.getChildren().setAll(text.pieces().stream().map(this::node).toList());
        setAccessibleText(content);
        requestLayout();
    }

    public MarkedText text() {
        return text;
    }

    public void emphasise(Emphasis next) {
        emphasis = next;
        requestLayout();
    }

    /// Places that a filter matched.
    public void match(List<Span> places) {
        matches = places;
        requestLayout();
    }

    /// Places the moderator marked.
    public void mark(List<Span> places) {
        marks = places;
        requestLayout();
    }

    /// Places that two decisions marked: those of the one are boxed, those of the other underlined twice.
    public void compare(List<Span> ofOne, List<Span> ofOther) {
        one = ofOne;
        other = ofOther;
        requestLayout();
    }

    /// Words to be seen as if they were not there.
    public void strike(List<Span> words) {
        struck = words;
        requestLayout();
    }

    public ReadOnlyObjectProperty<@Nullable Span> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public void clearSelection() {
        select(null);
    }

    private Node node(Piece piece) {
        return switch (piece) {
            case Hidden hidden ->
                chip(
                        hidden.count() > 1 ? hidden.name() + "×" + hidden.count() : hidden.name(),
                        "hidden-chip",
                        words.text("item.content.hidden", hidden.name(), hidden.count()));
            case Lookalike letter ->
                chip(part(letter.span()), "lookalike-chip", words.text("item.content.lookalike", letter.script()));
            case Link link -> run(link.span(), "item-link");
            case MarkedText.Plain plain -> run(plain.span(), "item-text");
        };
    }

    private Text run(Span span, String style) {
        var run = new Text(shown.substring(span.start(), span.end()));
        run.getStyleClass().add(style);
        return run;
    }

    private static Label chip(String shown, String style, String explanation) {
        var chip = new Label(shown);
        chip.getStyleClass().add(style);
        chip.setTooltip(new Tooltip(explanation));
        chip.setAccessibleText(explanation);
        return chip;
    }

    private String part(Span span) {
        return text.text().substring(span.start(), span.end());
    }

    // Selecting

    private void pressed(MouseEvent event) {
        requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int at = placeAt(event);
        if (event.getClickCount() == 2) {
            select(wordAt(at));
        } else {
            anchor = at;
            select(null);
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        int at = placeAt(event);
        select(at == anchor ? null : new Span(Math.min(anchor, at), Math.max(anchor, at)));
        event.consume();
    }

    private int placeAt(MouseEvent event) {
        var point = flow.sceneToLocal(new Point2D(event.getSceneX(), event.getSceneY()));
        return offsets.toText(flow.getHitInfo(point).getInsertionIndex());
    }

    private void keyed(KeyEvent event) {
        boolean handled = true;
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            select(new Span(0, text.text().length()));
        } else if (event.getCode() == KeyCode.RIGHT) {
            selectNext(event.isShiftDown(), !text.rightToLeft());
        } else if (event.getCode() == KeyCode.LEFT) {
            selectNext(event.isShiftDown(), text.rightToLeft());
        } else {
            handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    private void copy() {
        var selected = selection.get();
        if (selected != null) {
            var content = new ClipboardContent();
            content.putString(part(selected));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    /// Selects the word after (or before) the selection, or extends the selection by it.
    private void selectNext(boolean extend, boolean forward) {
        var selected = selection.get();
        int from = selected == null ? anchor : forward ? selected.end() : selected.start();
        var word = forward ? wordAfter(from) : wordBefore(from);
        if (word != null) {
            select(extend && selected != null ? selected.with(word) : word);
        }
    }

    private @Nullable Span wordAfter(int from) {
        var breaks = breaks();
        int start = from;
        for (int end = breaks.following(Math.min(from, text.text().length() - 1)); end != BreakIterator.DONE; ) {
            if (isWord(start, end)) {
                return new Span(start, end);
            }
            start = end;
            end = breaks.next();
        }
        return null;
    }

    private @Nullable Span wordBefore(int from) {
        var breaks = breaks();
        int end = from;
        for (int start = from <= 0 ? BreakIterator.DONE : breaks.preceding(from); start != BreakIterator.DONE; ) {
            if (isWord(start, end)) {
                return new Span(start, end);
            }
            end = start;
            start = breaks.previous();
        }
        return null;
    }

    private @Nullable Span wordAt(int at) {
        var breaks = breaks();
        int end = breaks.following(Math.clamp(at, 0, Math.max(0, text.text().length() - 1)));
        int start = breaks.previous();
        return end == BreakIterator.DONE || start == BreakIterator.DONE ? null : new Span(start, end);
    }

    private boolean isWord(int start, int end) {
        return start < end && text.text().substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private BreakIterator breaks() {
        var breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(text.text());
        return breaks;
    }

    private void select(@Nullable Span span) {
        selection.set(span);
        requestLayout();
    }

    // Drawing

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return flow.prefHeight(flowWidth(width));
    }

    @Override
    protected double computePrefWidth(double height) {
        return flow.prefWidth(height);
    }

    /// Text that holds lines from right to left has its breaks already and must not be wrapped again.
    private double flowWidth(double width) {
        return brokenByUs ? Math.max(width, flow.prefWidth(-1)) : width;
    }

    @Override
    protected void layoutChildren() {
        double width = flowWidth(getWidth());
        double left = text.rightToLeft() ? getWidth() - width : 0;
        flow.resizeRelocate(left, 0, width, getHeight());
        flow.layout();
        behind.resizeRelocate(left, 0, width, getHeight());
        draw();
    }

    private void draw() {
        shapes.values().forEach(path -> path.getElements().clear());
        for (var stress : emphasis.positive()) {
            int level = emphasis.level(stress);
            if (level > 0) {
                fill(TINTS[level - 1], stress.span());
                underline(Layer.STRESS, stress.span(), level);
            }
        }
        matches.forEach(match -> underline(Layer.MATCH, match, 2));
        marks.forEach(mark -> fill(Layer.MARK, mark));
        one.forEach(place -> fill(Layer.SIDE_ONE, place));
        other.forEach(place -> {
            underline(Layer.SIDE_OTHER, place, 2, 0);
            underline(Layer.SIDE_OTHER, place, 2, 4);
        });
        struck.forEach(this::strike);
        var selected = selection.get();
        if (selected != null) {
            fill(Layer.SELECTION, selected);
        }
    }

    private void fill(Layer layer, Span span) {
        for (var area : areas(span)) {
            box(path(layer), area.getMinX(), area.getMinY(), area.getMaxX(), area.getMaxY());
        }
    }

    private void underline(Layer layer, Span span, double thickness) {
        underline(layer, span, thickness, 0);
    }

    private void underline(Layer layer, Span span, double thickness, double below) {
        for (var area : areas(span)) {
            double top = Math.round(area.getMaxY()) + below;
            box(path(layer), area.getMinX(), top, area.getMaxX(), top + thickness);
        }
    }

    private void strike(Span span) {
        for (var area : areas(span)) {
            double middle = Math.round((area.getMinY() + area.getMaxY()) / 2) + 1;
            box(path(Layer.STRUCK), area.getMinX(), middle, area.getMaxX(), middle + 2);
        }
    }

    private Path path(Layer layer) {
        return Objects.requireNonNull(shapes.get(layer));
    }

    private List<Rectangle2D> areas(Span span) {
        int from = offsets.toShown(span.start());
        int to = Math.max(from, offsets.toShownEnd(span.end()));
        return flow.getLayoutInfo().getSelectionGeometry(from, to, false);
    }

    private static void box(Path path, double left, double top, double right, double bottom) {
        path.getElements()
                .addAll(
                        new MoveTo(left, top),
                        new LineTo(right, top),
                        new LineTo(right, bottom),
                        new LineTo(left, bottom),
                        new ClosePath());
    }
}
