package dev.docket.client.common.item;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.media.Gallery;
import dev.docket.client.common.media.MediaPane;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.review.Evidence;
import dev.docket.dto.review.Task;
import dev.docket.dto.review.TaskItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.effect.GaussianBlur;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The item as it was posted: what it answers, who wrote it, its text and its media.
public final class ContentPane extends VBox {
    private static final PseudoClass COVERED = PseudoClass.getPseudoClass("covered");
    private static final double BLUR = 14;
    private static final double COVER_HEIGHT = 136;
    private static final int COLUMNS = 72;
    private static final int PREVIEW = 280;

    private final ItemWords words;
    private final ItemText text;
    private final VBox parent = new VBox(4);
    private final Label parentTitle = new Label();
    private final Label parentText = new Label();
    private final Label author = new Label();
    private final Label place = new Label();
    private final Label when = new Label();
    private final StackPane layers = new StackPane();
    private final VBox cover = new VBox(8);
    private final Label coverTitle = new Label();
    private final Label links = new Label();
    private final MediaPane media;
    private final VBox metadata = new VBox(2);

    public ContentPane(ItemWords words, Shortcuts shortcuts, Cover covering, Gallery gallery) {
        this(words, shortcuts, Shortcut.REGION, covering, gallery);
    }

    /// @param marking what marks a place in an image on this screen
    public ContentPane(ItemWords words, Shortcuts shortcuts, Shortcut marking, Cover covering, Gallery gallery) {
        this.words = words;
        this.media = new MediaPane(gallery, words, shortcuts, MediaPane.Size.WHOLE, marking, covering::reveal);
        covering.layerProperty().subscribe(media::reveal);
        this.text = new ItemText(words);
        getStyleClass().add("content-pane");
        parent.getStyleClass().add("parent-item");
        parentTitle.getStyleClass().add("overline");
        parentText.getStyleClass().add("parent-text");
        parentText.setWrapText(true);
        parent.getChildren().addAll(parentTitle, parentText);
        author.getStyleClass().add("strong");
        place.getStyleClass().add("faint");
        when.getStyleClass().add("faint");
        var by = new HBox(8, author, place, when);
        by.setAlignment(Pos.BASELINE_LEFT);
        buildCover(shortcuts.display(Shortcut.REVEAL), covering::reveal, () -> covering.want(false));
        layers.getStyleClass().add("layers");
        layers.setAlignment(Pos.TOP_LEFT);
        layers.getChildren().addAll(text, cover);
        links.getStyleClass().add("faint");
        links.setWrapText(true);
        links.setGraphic(new FontIcon("mdi2l-link-off"));
        getChildren().addAll(parent, by, layers, links, media, metadata);
    }

    private void buildCover(String key, Runnable reveal, Runnable neverCover) {
        cover.getStyleClass().add("cover");
        cover.setAlignment(Pos.CENTER);
        cover.setMinHeight(COVER_HEIGHT);
        coverTitle.getStyleClass().add("strong");
        coverTitle.setWrapText(true);
        var button = new KeyButton(words.text("item.cover.reveal"), key);
        button.setOnAction(event -> reveal.run());
        var never = new Button(words.text("item.cover.never"));
        never.getStyleClass().add("quiet");
        never.setAccessibleText(never.getText());
        never.setOnAction(event -> neverCover.run());
        var buttons = new HBox(8, button, never);
        buttons.setAlignment(Pos.CENTER);
        cover.getChildren().addAll(coverTitle, buttons);
    }

    public ItemText text() {
        return text;
    }

    public MediaPane media() {
        return media;
    }

    public void show(Task task, Instant now) {
        var item = task.item();
        showParent(task);
        AuthorText.show(author, authorOf(task));
        AuthorText.show(place, placeOf(task));
        var posted = item.occurredAt() == null ? item.submittedAt() : item.occurredAt();
        when.setText(words.ago(posted, now));
        String content = item.text() == null ? "" : item.text();
        text.show(content);
        text.match(matches(task, content.length()));
        show(layers, !content.isEmpty());
        var hosts = text.text().hosts();
        links.setText(words.text("item.content.links", hosts.size(), String.join(", ", hosts)));
        show(links, !hosts.isEmpty());
        metadata.getChildren().setAll(lines(item));
    }

    public void cover(boolean covered, Task task) {
        layers.pseudoClassStateChanged(COVERED, covered);
        text.setEffect(covered ? new GaussianBlur(BLUR) : null);
        text.setMouseTransparent(covered);
        show(cover, covered);
        if (covered) {
            coverTitle.setText(words.text("item.cover.title", warnings(task)));
        }
    }

    private String warnings(Task task) {
        return task.evidence().scores().stream()
                .filter(Evidence.Score::flagged)
                .map(score -> words.label(score.label()) + " " + words.score(score.score()))
                .collect(Collectors.joining(", "));
    }

    private void showParent(Task task) {
        var context = task.item().context();
        String said = context == null ? null : context.parentText();
        show(parent, said != null);
        if (said != null) {
            parentTitle.setText(words.text("item.content.in-reply-to"));
            AuthorText.showParagraph(
                    parentText, said.length() > PREVIEW ? said.substring(0, PREVIEW) + "…" : said, COLUMNS);
        }
    }

    private String authorOf(Task task) {
        var by = task.item().author();
        if (by == null) {
            return words.text("item.content.author-unknown");
        }
        return by.displayName() == null ? by.externalId() : by.displayName();
    }

    private static String placeOf(Task task) {
        var context = task.item().context();
        return context == null || context.community() == null ? task.item().source() : context.community();
    }

    private static List<Span> matches(Task task, int length) {
        return Span.matched(task.evidence().filters(), null, length);
    }

    /// What the platform calls the item, and whatever else it sent along.
    private static List<Label> lines(TaskItem item) {
        var name = Stream.of(item.source() + "  ·  " + item.externalId());
        var address = Stream.ofNullable(item.url());
        var rest = item.metadata().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "  " + entry.getValue());
        return Stream.concat(Stream.concat(name, address), rest)
                .map(line -> AuthorText.label(line, "faint"))
                .toList();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
