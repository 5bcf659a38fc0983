package dev.docket.client.shell;

import dev.docket.client.care.CareBadge;
import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.control.Mark;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.questions.QuestionsBadge;
import javafx.beans.InvalidationListener;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar on top: whose product, which queues, search, whether decisions get through, one's day, one's account.
///
/// The search stays in the middle of the window, whatever comes and goes beside it.
final class TopBar extends Region {
    private static final double GAP = 16;
    private static final double SEARCH_WIDTH = 360;
    private static final double LEAST_SEARCH = 160;
    private static final double PADDING = 20;
    private static final double MARK_SIZE = 22;
    private static final double PACE_NEEDS = 1160;

    private final Workplace workplace;
    private final Messages messages;
    private final DeskDeeds deeds;
    private final Label pace = new Label();
    private final HBox left;
    private final Button search;
    private final HBox right;

    TopBar(Workplace workplace, Messages messages, Shortcuts shortcuts, DeskDeeds deeds) {
        this.workplace = workplace;
        this.messages = messages;
        this.deeds = deeds;
        getStyleClass().add("top-bar");
        left = workplace.mayReview() ? side(brand(), new QueueSwitcher(workplace, messages)) : side(brand());
        search = search(shortcuts);
        right = side(
                conflicts(),
                new DeliveryBadge(workplace.delivery(), messages),
                new QuestionsBadge(workplace.questions(), messages, shortcuts, deeds::openQuestions),
                new CareBadge(workplace.care(), messages, shortcuts.display(Shortcut.CARE), deeds::openCare),
                day(),
                new AccountMenu(workplace.person(), messages, deeds));
        getChildren().setAll(left, search, right);
        widthProperty().subscribe(width -> showPace());
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double start = snappedLeftInset();
        double end = getWidth() - snappedRightInset();
        double leftWidth = snapSizeX(left.prefWidth(-1));
        double rightWidth = snapSizeX(right.prefWidth(-1));
        double from = start + leftWidth + GAP;
        double to = end - rightWidth - GAP;
        double width = Math.clamp(to - from, LEAST_SEARCH, SEARCH_WIDTH);
        double middle = snapPositionX((getWidth() - width) / 2);
        double at = Math.max(from, Math.min(middle, to - width));
        layoutInArea(left, start, 0, leftWidth, height, 0, HPos.LEFT, VPos.CENTER);
        layoutInArea(search, at, 0, width, height, 0, HPos.CENTER, VPos.CENTER);
        layoutInArea(right, end - rightWidth, 0, rightWidth, height, 0, HPos.RIGHT, VPos.CENTER);
    }

    private static HBox side(Node... parts) {
        var side = new HBox(parts);
        side.getStyleClass().add("top-bar-side");
        return side;
    }

    private static Node brand() {
        var name = new Label("Docket");
        name.getStyleClass().add("brand");
        var brand = new HBox(8, new Mark(MARK_SIZE), name);
        brand.setAlignment(Pos.CENTER_LEFT);
        brand.setMinWidth(USE_PREF_SIZE);
        return brand;
    }

    private Button search(Shortcuts shortcuts) {
        var text = new Label(messages.get("shell.search"));
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var inside = new HBox(8, new FontIcon("mdi2m-magnify"), text, room);
        for (String key : shortcuts.display(Shortcut.PALETTE).split(" ")) {
            inside.getChildren().add(new KeyCap(key));
        }
        inside.setAlignment(Pos.CENTER_LEFT);
        var button = new Button();
        button.setId("search");
        button.setGraphic(inside);
        button.setAccessibleText(messages.get("shell.search"));
        button.getStyleClass().add("command-box");
        button.setMaxWidth(Double.MAX_VALUE);
        inside.prefWidthProperty().bind(button.widthProperty().subtract(PADDING));
        button.setOnAction(event -> deeds.openPalette());
        return button;
    }

    /// There only while a refused decision has not been looked at.
    private Button conflicts() {
        var button = new Button();
        button.setId("conflicts");
        button.setGraphic(new FontIcon("mdi2a-alert-outline"));
        button.getStyleClass().addAll("conflicts", "quiet");
        button.managedProperty().bind(button.visibleProperty());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> deeds.openConflicts());
        var conflicts = workplace.decisions().conflicts();
        InvalidationListener count = changed -> {
            button.setVisible(!conflicts.isEmpty());
            button.setText(messages.get("shell.conflicts", conflicts.size()));
        };
        conflicts.addListener(count);
        count.invalidated(conflicts);
        return button;
    }

    private Node day() {
        var decided = new Label();
        decided.getStyleClass().add("day-decided");
        decided.setId("decided");
        pace.getStyleClass().add("day-pace");
        var day = workplace.day();
        day.decidedProperty().subscribe(count -> decided.setText(messages.get("shell.day.decided", count)));
        day.paceProperty().subscribe(count -> showPace());
        var both = new HBox(8, decided, pace);
        both.setAlignment(Pos.CENTER_RIGHT);
        both.setMinWidth(USE_PREF_SIZE);
        both.setVisible(workplace.mayReview());
        both.setManaged(workplace.mayReview());
        return both;
    }

    private void showPace() {
        int perHour = workplace.day().paceProperty().get();
        pace.setText(messages.get("shell.day.pace", perHour));
        pace.setVisible(perHour > 0 && getWidth() >= PACE_NEEDS);
        pace.setManaged(pace.isVisible());
    }
}
