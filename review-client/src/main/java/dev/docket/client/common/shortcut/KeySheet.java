package dev.docket.client.common.shortcut;

import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcut.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The keys in force on one card, the same that the buttons show: those of the window and of the screen that is shown.
///
/// Its columns stand side by side where the window has room for them; where it has not, they wrap and scroll.
public final class KeySheet extends VBox {
    private static final double GAP = 40;
    private static final double LINE = 0.1;
    private static final double PAGE = 0.5;
    private static final String FIRST_POLICY = Shortcut.POLICY_1.id();
    private static final String POLICY = FIRST_POLICY.substring(0, FIRST_POLICY.length() - 1);

    private final Shortcuts shortcuts;
    private final Set<Shortcut> inForce;
    private final Messages messages;
    private final Button close = new Button();

    public KeySheet(Shortcuts shortcuts, Messages messages, Runnable closed) {
        this.shortcuts = shortcuts;
        this.inForce = shortcuts.bound().keySet();
        this.messages = messages;
        getStyleClass().addAll("floating", "key-sheet");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        close.getStyleClass().add("quiet");
        close.setGraphic(new FontIcon("mdi2c-close"));
        close.setAccessibleText(messages.get("shell.close"));
        close.setOnAction(event -> closed.run());
        var columns = columns();
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        columns.heightProperty().subscribe(height -> scroll.setPrefViewportHeight(height.doubleValue()));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(heading(), scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> scroll(event, scroll));
    }

    /// The focus stays on the button that closes, so the keys that scroll are taken on the way to it.
    private static void scroll(KeyEvent event, ScrollPane pane) {
        double step = switch (event.getCode()) {
            case DOWN -> LINE;
            case UP -> -LINE;
            case PAGE_DOWN -> PAGE;
            case PAGE_UP -> -PAGE;
            default -> 0;
        };
        if (step != 0) {
            pane.setVvalue(Math.clamp(pane.getVvalue() + step, 0, 1));
            event.consume();
        }
    }

    /// The button that the focus belongs on.
    public Button close() {
        return close;
    }

    private Node heading() {
        var title = new Label(messages.get("shell.keys.title"));
        title.getStyleClass().add("title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var heading = new HBox(title, space, close);
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private Columns columns() {
        var deciding = rows(Category.DECISION);
        int half = (deciding.size() + 1) / 2;
        var columns = new Columns();
        if (!deciding.isEmpty()) {
            columns.getChildren()
                    .add(new HBox(
                            GAP,
                            column(Category.DECISION, deciding.subList(0, half)),
                            new VBox(continued(), rowsBox(deciding.subList(half, deciding.size())))));
        }
        columns.getChildren()
                .addAll(
                        columns(Category.EVIDENCE, Category.FLOOR, Category.SEARCH),
                        columns(Category.DESK, Category.GO));
        return columns;
    }

    /// Categories under one another, those without a key left out.
    private VBox columns(Category... categories) {
        var column = new VBox(24);
        for (Category category : categories) {
            var rows = rows(category);
            if (!rows.isEmpty()) {
                column.getChildren().add(column(category, rows));
            }
        }
        return column;
    }

    private Node column(Category category, List<Node> rows) {
        var heading = new Label(messages.get(category.messageKey()).toUpperCase(messages.locale()));
        heading.getStyleClass().add("key-sheet-category");
        return new VBox(heading, rowsBox(rows));
    }

    private static Node rowsBox(List<Node> rows) {
        var box = new VBox();
        box.getChildren().setAll(rows);
        return box;
    }

    /// Keeps the second column of a category level with its first.
    private static Node continued() {
        var blank = new Label(" ");
        blank.getStyleClass().add("key-sheet-category");
        return blank;
    }

    private List<Node> rows(Category category) {
        var rows = new ArrayList<Node>();
        Stream.of(Shortcut.values())
                .filter(shortcut -> shortcut.category() == category && inForce.contains(shortcut))
                .filter(shortcut -> !shortcut.id().startsWith(POLICY))
                .forEach(shortcut -> rows.add(row(messages.get(shortcut.messageKey()), keys(shortcut))));
        if (category == Category.DECISION && inForce.contains(Shortcut.POLICY_1)) {
            rows.add(Math.min(1, rows.size()), row(messages.get("shortcut.policies"), policyKeys()));
        }
        return rows;
    }

    private static Node row(String what, Node keys) {
        var row = new HBox(keys, new Label(what));
        row.getStyleClass().add("key-sheet-row");
        return row;
    }

    private HBox keys(Shortcut shortcut) {
        var keys = new HBox(4);
        keys.getStyleClass().add("key-sheet-keys");
        for (String key : shortcuts.display(shortcut).split(" ")) {
            keys.getChildren().add(new KeyCap(key));
        }
        return keys;
    }

    private HBox policyKeys() {
        var keys = keys(Shortcut.POLICY_1);
        keys.getChildren().addAll(new Label("–"), new KeyCap(shortcuts.display(Shortcut.POLICY_9)));
        return keys;
    }

    /// Wants room for all columns side by side, and wraps where there is less.
    private static final class Columns extends FlowPane {
        private Columns() {
            super(GAP, GAP / 2);
        }

        @Override
        protected double computePrefWidth(double height) {
            return getManagedChildren().stream()
                            .mapToDouble(column -> snapSizeX(column.prefWidth(-1)) + GAP)
                            .sum()
                    - GAP;
        }
    }
}
