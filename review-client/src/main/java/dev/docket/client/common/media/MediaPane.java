package dev.docket.client.common.media;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.item.Layer;
import dev.docket.client.common.media.Gallery.Medium;
import dev.docket.client.common.shortcut.KeepsArrows;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// An item's images and videos: one large, behind its layers; a strip of the others or of a video's seconds; what the
/// model says of it, and what can be done, with the keys that do it.
public final class MediaPane extends VBox {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final int COLUMNS = 72;
    private static final double STEP = 0.02;
    private static final double LEAST_BESIDE = 200;
    private static final Region MIDDLE = new Region(0, 0.375, 0.375, 0.25, 0.25);

    private final Gallery gallery;
    private final ItemWords words;
    private final PictureView picture;
    private final MarkPane marks;
    private final VBox instead = new VBox(6);
    private final FontIcon insteadIcon = new FontIcon("mdi2i-image-outline");
    private final Label insteadText = new Label();
    private final StackPane stage = new Stage();
    private final HBox beside = new HBox(16);
    private final VBox said = new VBox(10);
    private final PictureTextPane writing;
    private final Strip others;
    private final Strip film;
    private final Label title = new Label();
    private final FlowPane scores = new FlowPane(8, 4);
    private final Label alt = new Label();
    private final Label fault = new Label();
    private final KeyButton reveal;
    private final KeyButton map;
    private final KeyButton mark;
    private final KeyButton play;
    private final FlowPane buttons;
    private Layer layer = Layer.BLURRED;
    private Consumer<Region> marked = region -> {};
    private Consumer<Stretch> markedSecond = second -> {};
    private boolean markable;
    private @Nullable Picture shown;

    /// @param next shows one layer more
    public MediaPane(Gallery gallery, ItemWords words, Shortcuts shortcuts, Size size, Runnable next) {
        this(gallery, words, shortcuts, size, Shortcut.REGION, next);
    }

    /// @param marking what marks a place on this screen
    /// @param next shows one layer more
    public MediaPane(
            Gallery gallery, ItemWords words, Shortcuts shortcuts, Size size, Shortcut marking, Runnable next) {
        this.gallery = gallery;
        this.words = words;
        picture = new PictureView(size.width, size.height);
        marks = new MarkPane(region -> marked.accept(region));
        writing = new PictureTextPane(words);
        others = new Strip(words, gallery::select);
        film = new Strip(words, gallery::goTo);
        reveal = button("media.reveal", shortcuts.display(Shortcut.REVEAL), next);
        map = button("media.map", shortcuts.display(Shortcut.MAP), this::toggleMap);
        mark = button("media.mark", shortcuts.display(marking), this::mark);
        play = button("media.play", shortcuts.display(Shortcut.PLAY), gallery::play);
        buttons = new FlowPane(8, 8, reveal, map, mark, play);
        build(size);
        gallery.mediaProperty().subscribe(all -> showItem());
        gallery.selectedProperty().subscribe(at -> showAtHand());
        gallery.momentProperty().subscribe(at -> showMoment());
        gallery.arrivalsProperty().subscribe(count -> showPictures());
        gallery.mappedProperty().subscribe(on -> showMap());
        gallery.playingProperty().subscribe(on -> play.setText(words.text(on ? "media.stop" : "media.play")));
    }

    /// How much room a picture may take.
    public enum Size {
        WHOLE(520, 300),
        BESIDE(276, 220);

        private final double width;
        private final double height;

        Size(double width, double height) {
            this.width = width;
            this.height = height;
        }
    }

    private static KeyButton button(ItemWords words, String key, String shown, Runnable deed) {
        var button = new KeyButton(words.text(key), shown);
        button.setOnAction(event -> deed.run());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private KeyButton button(String key, String shown, Runnable deed) {
        return button(words, key, shown, deed);
    }

    private void build(Size size) {
        getStyleClass().add("media-pane");
        instead.getStyleClass().add("picture-instead");
        instead.setAlignment(Pos.CENTER);
        insteadText.setWrapText(true);
        insteadText.getStyleClass().add("secondary");
        instead.getChildren().addAll(insteadIcon, insteadText);
        instead.setMinHeight(size.height / 2);
        instead.setMaxWidth(size.width);
        instead.managedProperty().bind(instead.visibleProperty());
        picture.managedProperty().bind(picture.visibleProperty());
        marks.setMouseTransparent(true);
        marks.setManaged(false);
        stage.setAlignment(Pos.TOP_LEFT);
        stage.getStyleClass().add("media-stage");
        stage.getChildren().addAll(instead, picture, marks);
        stage.setFocusTraversable(true);
        stage.addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
        picture.boundsInParentProperty().subscribe(bounds -> placeMarks());
        title.getStyleClass().add("strong");
        alt.getStyleClass().add("secondary");
        fault.getStyleClass().add("media-fault");
        fault.setWrapText(true);
        fault.managedProperty().bind(fault.visibleProperty());
        scores.setAlignment(Pos.CENTER_LEFT);
        said.getChildren().addAll(scores, fault, alt, buttons);
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        stage.setMinWidth(USE_PREF_SIZE);
        beside.getChildren().add(stage);
        getChildren().addAll(beside, writing, film, others, said);
        widthProperty().subscribe(width -> arrange(width.doubleValue() >= size.width + LEAST_BESIDE));
        managedProperty().bind(visibleProperty());
    }

    /// What is said of it stands at its side where there is room, else below.
    private void arrange(boolean wide) {
        boolean isBeside = beside.getChildren().contains(said);
        if (wide && !isBeside) {
            getChildren().remove(said);
            beside.getChildren().add(said);
        } else if (!wide && isBeside) {
            beside.getChildren().remove(said);
            getChildren().add(said);
        }
    }

    /// Lets places of images and seconds of videos be marked from now on.
    public void onMark(Consumer<Region> place, Consumer<Stretch> second) {
        markable = true;
        marked = place;
        markedSecond = second;
        showAtHand();
    }

    /// Whether marking is of use just now. A place that was begun is dropped when it no longer is.
    public void markable(boolean may) {
        markable = may;
        if (!may) {
            marks.draft(null);
        }
        showButtons();
    }

    /// How much is shown.
    public void reveal(Layer shown) {
        layer = shown;
        picture.reveal(shown);
        film.reveal(shown);
        others.reveal(shown);
        writing.cover(shown == Layer.BLURRED);
        showButtons();
    }

    /// Tints the words of the texts in images that speak for a label, with null none.
    public void emphasise(@Nullable String label) {
        writing.emphasise(label);
    }

    /// The places that were marked.
    public void showMarks(List<Region> places) {
        marks.marks(places);
    }

    /// The seconds that were marked, of whichever video.
    public void showSeconds(List<Stretch> seconds) {
        film.mark(seconds);
        if (gallery.at().filter(Medium::isVideo).isPresent()) {
            film.seconds(gallery);
        }
    }

    /// The seconds that two people marked, told apart.
    public void compareSeconds(List<Stretch> ofOne, List<Stretch> ofOther) {
        film.compare(ofOne, ofOther);
        if (gallery.at().filter(Medium::isVideo).isPresent()) {
            film.seconds(gallery);
        }
    }

    /// The places that two people marked, told apart.
    public void compareMarks(List<Region> ofOne, List<Region> ofOther) {
        marks.compare(ofOne, ofOther);
    }

    /// Draws what spoke for the worst label over the image, or takes it off.
    public void toggleMap() {
        gallery.mappedProperty().set(!gallery.mappedProperty().get());
    }

    /// Begins a place in the middle; once begun, marks it. Of a video the second at hand is marked.
    public void mark() {
        var at = gallery.at();
        if (!markable || at.isEmpty() || layer == Layer.BLURRED) {
            return;
        }
        var draft = marks.draft();
        if (at.get().isVideo()) {
            markedSecond.accept(Stretch.second(
                    at.get().index(), gallery.momentProperty().get().second()));
        } else if (draft == null) {
            marks.draft(new Region(at.get().index(), MIDDLE.x(), MIDDLE.y(), MIDDLE.width(), MIDDLE.height()));
            stage.requestFocus();
        } else {
            marks.draft(null);
            marked.accept(draft);
        }
    }

    /// Drops a place that was begun.
    ///
    /// @return whether there was one
    public boolean dropDraft() {
        boolean begun = marks.draft() != null;
        marks.draft(null);
        return begun;
    }

    private void keyed(KeyEvent event) {
        var draft = marks.draft();
        if (draft == null || !event.getCode().isArrowKey()) {
            return;
        }
        double right = switch (event.getCode()) {
            case LEFT -> -STEP;
            case RIGHT -> STEP;
            default -> 0;
        };
        double down = switch (event.getCode()) {
            case UP -> -STEP;
            case DOWN -> STEP;
            default -> 0;
        };
        marks.draft(event.isShiftDown() ? draft.changed(0, 0, right, down) : draft.changed(right, down, 0, 0));
        event.consume();
    }

    private void showItem() {
        setVisible(!gallery.mediaProperty().get().isEmpty());
        marks.draft(null);
        showAtHand();
    }

    private void showAtHand() {
        var at = gallery.at();
        if (at.isEmpty()) {
            shown = null;
            writing.show(null, List.of());
            picture.show(null);
            return;
        }
        showFacts(at.get());
        showMoment();
    }

    private void showFacts(Medium medium) {
        int all = gallery.mediaProperty().get().size();
        title.setText(words.text(
                medium.isVideo()
                        ? all > 1 ? "media.video-of" : "media.video"
                        : all > 1 ? "media.image-of" : "media.image",
                medium.index() + 1,
                all));
        scores.getChildren().setAll(title);
        medium.scores().forEach(score -> {
            String value = words.label(score.label()) + " " + words.score(score.score());
            var chip = new Label(score.second() == null ? value : value + "  ·  " + Stretch.time(score.second()));
            chip.getStyleClass().addAll("chip", "media-score");
            chip.pseudoClassStateChanged(OVER, score.flagged());
            if (score.flagged()) {
                chip.setText(chip.getText() + "  " + words.text("item.score.flagged"));
            }
            scores.getChildren().add(chip);
        });
        fault.setVisible(medium.fault() != null);
        fault.setText(medium.fault() == null ? "" : words.text("media.unscored", medium.fault()));
        writing.show(medium.text(), gallery.matches());
        stage.setAccessibleText(title.getText());
        AuthorText.showParagraph(
                alt,
                medium.alt() == null
                        ? words.text("item.media.no-description")
                        : words.text("item.media.described", medium.alt()),
                COLUMNS);
    }

    private void showMoment() {
        film.choose(gallery.momentProperty().get().at());
        showPictures();
    }

    private void showPictures() {
        if (gallery.at().isEmpty()) {
            return;
        }
        var large = gallery.large();
        if (large != shown) {
            shown = large;
            picture.show(large.jpeg());
            showInstead(large);
        }
        others.media(gallery);
        if (gallery.at().get().isVideo()) {
            film.seconds(gallery);
        } else {
            film.setVisible(false);
        }
        reveal(layer);
        showMap();
        placeMarks();
    }

    private void showInstead(Picture large) {
        instead.setVisible(large.state() != Picture.State.SHOWN);
        insteadIcon.setIconLiteral(
                large.state() == Picture.State.LOADING ? "mdi2i-image-outline" : "mdi2i-image-off-outline");
        String reason = large.fault();
        insteadText.setText(
                switch (large.state()) {
                    case LOADING, SHOWN -> words.text("media.loading");
                    case OFFLINE -> words.text("media.offline");
                    case MISSING ->
                        reason == null ? words.text("media.missing") : words.text("media.missing-because", reason);
                });
    }

    private void showMap() {
        boolean on = gallery.mappedProperty().get() && layer != Layer.BLURRED;
        marks.map(on ? gallery.map().orElse(null) : null);
    }

    private void showButtons() {
        var at = gallery.at();
        boolean video = at.filter(Medium::isVideo).isPresent();
        boolean seen = layer != Layer.BLURRED;
        reveal.setVisible(layer != Layer.COLOUR && picture.isVisible());
        reveal.setText(words.text(layer == Layer.BLURRED ? "media.reveal" : "media.reveal-colour"));
        map.setVisible(seen && !video && gallery.map().isPresent());
        mark.setVisible(markable && seen);
        mark.setText(words.text(video ? "media.mark-second" : "media.mark"));
        play.setVisible(video && at.map(Medium::seconds).orElse(List.of()).size() > 1);
        marks.drawable(markable && seen && !video);
        buttons.setVisible(at.isPresent());
        showMap();
    }

    /// Where the picture stands; a place that is begun is moved by the arrows.
    private final class Stage extends StackPane implements KeepsArrows {
        @Override
        public boolean keepsArrows() {
            return marks.draft() != null;
        }
    }

    private void placeMarks() {
        var place = picture.place();
        marks.resizeRelocate(0, 0, place.getWidth(), place.getHeight());
        marks.place(gallery.selectedProperty().get(), place);
    }
}
