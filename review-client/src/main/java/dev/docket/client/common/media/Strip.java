package dev.docket.client.common.media;

import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.item.Layer;
import dev.docket.dto.review.Evidence.Second;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Small pictures in a row: an item's media, or a video's seconds with those marked that a model flagged.
final class Strip extends ScrollPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass FLAGGED = PseudoClass.getPseudoClass("flagged");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final PseudoClass SIDE_ONE = PseudoClass.getPseudoClass("side-one");
    private static final PseudoClass SIDE_OTHER = PseudoClass.getPseudoClass("side-other");
    private static final double WIDTH = 76;
    private static final double HEIGHT = 56;

    private final ItemWords words;
    private final IntConsumer choose;
    private final HBox row = new HBox(6);
    private final List<Frame> frames = new ArrayList<>();
    private List<?> shown = List.of();
    private List<Stretch> marks = List.of();
    private List<Stretch> one = List.of();
    private List<Stretch> other = List.of();
    private Layer layer = Layer.BLURRED;

    /// @param choose is told the place of what was pressed
    Strip(ItemWords words, IntConsumer choose) {
        this.words = words;
        this.choose = choose;
        setContent(row);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setHbarPolicy(ScrollBarPolicy.AS_NEEDED);
        getStyleClass().add("film-strip");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// All of an item's media, where there are several.
    void media(Gallery gallery) {
        var all = gallery.mediaProperty().get();
        fill(all.size() > 1 ? all : List.of(), at -> {
            var medium = all.get(at);
            boolean flagged = medium.scores().stream().anyMatch(score -> score.flagged());
            String name = words.text(medium.isVideo() ? "media.video-of" : "media.image-of", at + 1, all.size());
            return new Cell(at, new Frame(() -> gallery.small(at)), Integer.toString(at + 1), name, flagged);
        });
        choose(gallery.selectedProperty().get());
    }

    /// The seconds of the video at hand.
    void seconds(Gallery gallery) {
        var seconds = gallery.at().map(Gallery.Medium::seconds).orElse(List.of());
        fill(seconds, at -> {
            Second second = seconds.get(at);
            String time = Stretch.time(second.second());
            String name = words.text(second.flagged() ? "media.second-flagged" : "media.second", time);
            return new Cell(at, new Frame(() -> gallery.still(second.second())), time, name, second.flagged());
        });
        choose(gallery.momentProperty().get().at());
        int video = gallery.selectedProperty().get();
        for (int at = 0; at < seconds.size(); at++) {
            double second = seconds.get(at).second();
            cell(at).show(has(marks, video, second), has(one, video, second), has(other, video, second));
        }
    }

    private static boolean has(List<Stretch> some, int video, double second) {
        return some.stream().anyMatch(mark -> mark.has(video, second));
    }

    /// Which seconds are marked; shown with the next video's or [#seconds].
    void mark(List<Stretch> seconds) {
        marks = seconds;
    }

    /// Which seconds two people marked.
    void compare(List<Stretch> ofOne, List<Stretch> ofOther) {
        one = ofOne;
        other = ofOther;
    }

    private Cell cell(int at) {
        return (Cell) row.getChildren().get(at);
    }

    /// Builds the cells once for what they are of; afterwards only pictures that came are drawn.
    private void fill(List<?> of, IntFunction<Cell> cell) {
        if (of != shown) {
            shown = of;
            frames.clear();
            var cells = new ArrayList<Cell>();
            for (int at = 0; at < of.size(); at++) {
                cells.add(cell.apply(at));
            }
            row.getChildren().setAll(cells);
            setVisible(!of.isEmpty());
        }
        frames.forEach(Frame::look);
    }

    /// One small picture, drawn when it has come.
    private final class Frame extends StackPane {
        private final Supplier<Picture> source;
        private final PictureView view = new PictureView(WIDTH, HEIGHT);
        private final FontIcon none = new FontIcon("mdi2i-image-off-outline");
        private @Nullable Picture drawn;

        Frame(Supplier<Picture> source) {
            this.source = source;
            setMinSize(WIDTH, HEIGHT);
            setMaxSize(WIDTH, HEIGHT);
            getStyleClass().add("strip-frame");
            none.setVisible(false);
            getChildren().addAll(view, none);
            frames.add(this);
        }

        void look() {
            var picture = source.get();
            if (picture != drawn) {
                drawn = picture;
                view.show(picture.jpeg());
                view.reveal(layer);
                none.setVisible(picture.state() == Picture.State.MISSING);
            }
        }
    }

    /// A small picture with its name, to be gone to.
    private final class Cell extends Button {
        private final Label under = new Label();
        private final String name;
        private final String said;

        Cell(int at, StackPane frame, String name, String said, boolean flagged) {
            this.name = flagged ? name + " ▲" : name;
            this.said = said;
            under.getStyleClass().add("strip-name");
            var column = new VBox(2, frame, under);
            column.setAlignment(Pos.CENTER);
            setGraphic(column);
            getStyleClass().setAll("strip-cell");
            pseudoClassStateChanged(FLAGGED, flagged);
            setOnAction(event -> choose.accept(at));
            show(false, false, false);
        }

        /// Whether the person marked it, and which of two others did.
        void show(boolean marked, boolean byOne, boolean byOther) {
            under.setText(name + (byOne ? " ←" : "") + (byOther ? " →" : "") + (marked ? " ✓" : ""));
            String sides = byOne && byOther ? "both" : byOne ? "left" : byOther ? "right" : "";
            String whose = sides.isEmpty() ? said : words.text("media.second-side." + sides, said);
            setAccessibleText(marked ? words.text("media.second-marked", whose) : whose);
            pseudoClassStateChanged(MARKED, marked);
            pseudoClassStateChanged(SIDE_ONE, byOne);
            pseudoClassStateChanged(SIDE_OTHER, byOther);
        }
    }

    /// Marks the one at hand.
    void choose(int at) {
        for (int i = 0; i < row.getChildren().size(); i++) {
            row.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == at);
        }
    }

    void reveal(Layer next) {
        layer = next;
        frames.forEach(frame -> frame.view.reveal(next));
    }
}
