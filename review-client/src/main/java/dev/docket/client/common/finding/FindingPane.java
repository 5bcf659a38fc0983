package dev.docket.client.common.finding;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.control.SeverityDots;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.PolicyBrief;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where a finding is put together: approve or the policies it breaks, how severely, and what is done about it.
///
/// It keeps which policies the digits stand for now, since there may be more policies than digits.
public final class FindingPane extends VBox {
    /// What the pane asks for; whoever shows it answers with a new [Choice].
    public interface Deeds {
        void approve();

        void policy(PolicyBrief policy);

        /// @param step 1 for more severe, -1 for less
        void severity(int step);

        void action(ActionType action);
    }

    private static final SequencedMap<ActionType, Shortcut> ACTIONS = actions();
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final int DIGITS = PolicyGrid.DIGITS.size();

    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final Deeds deeds;
    private final PolicyGrid policies;
    private final Label severityOf = new Label();
    private final SeverityDots dots = new SeverityDots(5);
    private final Label severityWord = new Label();
    private final HBox severityPart = new HBox(8);
    private final Map<ActionType, KeyButton> actions = new EnumMap<>(ActionType.class);
    private List<PolicyBrief> all = List.of();
    private Choice choice = Choice.NOTHING;
    private int firstPolicy;

    private static SequencedMap<ActionType, Shortcut> actions() {
        var actions = new LinkedHashMap<ActionType, Shortcut>();
        actions.put(ActionType.WARN, Shortcut.WARN);
        actions.put(ActionType.REMOVE, Shortcut.REMOVE);
        actions.put(ActionType.RESTRICT, Shortcut.RESTRICT);
        actions.put(ActionType.SUSPEND, Shortcut.SUSPEND);
        actions.put(ActionType.BAN, Shortcut.BAN);
        return actions;
    }

    public FindingPane(ItemWords words, Shortcuts shortcuts, Deeds deeds) {
        super(10);
        this.words = words;
        this.shortcuts = shortcuts;
        this.deeds = deeds;
        getStyleClass().add("finding-pane");
        var approve = new KeyButton(words.text("item.finding.approve"), shortcuts.display(Shortcut.APPROVE));
        approve.setOnAction(event -> deeds.approve());
        approve.getStyleClass().add("approve");
        policies = new PolicyGrid(words, shortcuts, approve, deeds::policy, this::turn);
        buildSeverity();
        getChildren().addAll(policies, choiceRow());
    }

    private void buildSeverity() {
        severityOf.getStyleClass().add("secondary");
        severityOf.setMaxWidth(150);
        severityWord.getStyleClass().add("severity-word");
        severityPart.setAlignment(Pos.CENTER_LEFT);
        severityPart.getStyleClass().add("severity-part");
        severityPart
                .getChildren()
                .addAll(
                        severityOf,
                        dots,
                        severityWord,
                        step("item.finding.less-severe", Shortcut.LESS_SEVERE, -1),
                        step("item.finding.more-severe", Shortcut.MORE_SEVERE, 1));
    }

    private Button step(String key, Shortcut shortcut, int step) {
        var button = new Button();
        button.setGraphic(new KeyCap(shortcuts.display(shortcut)));
        button.setAccessibleText(words.text(key));
        button.setTooltip(new Tooltip(words.text(key) + "  " + shortcuts.display(shortcut)));
        button.setOnAction(event -> deeds.severity(step));
        button.getStyleClass().setAll("bare-key");
        return button;
    }

    private Node choiceRow() {
        var row = new HBox(6);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("choice-row");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row.getChildren().addAll(severityPart, gap);
        ACTIONS.forEach((action, shortcut) -> {
            var button = new KeyButton(words.action(action), shortcuts.display(shortcut));
            button.getStyleClass().add("action-button");
            button.setOnAction(event -> deeds.action(action));
            button.setMinWidth(USE_PREF_SIZE);
            actions.put(action, button);
            row.getChildren().add(button);
        });
        return row;
    }

    /// What each of the pane's keys does.
    public Map<Shortcut, Runnable> keys() {
        var keys = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        keys.put(Shortcut.APPROVE, deeds::approve);
        keys.put(Shortcut.LESS_SEVERE, () -> deeds.severity(-1));
        keys.put(Shortcut.MORE_SEVERE, () -> deeds.severity(1));
        ACTIONS.forEach((action, shortcut) -> keys.put(shortcut, () -> deeds.action(action)));
        for (int digit = 1; digit <= DIGITS; digit++) {
            int pressed = digit;
            keys.put(PolicyGrid.DIGITS.get(digit - 1), () -> digit(pressed));
        }
        return keys;
    }

    /// Starts over with another item's policies, in the order of their digits.
    public void policies(List<PolicyBrief> ordered) {
        all = List.copyOf(ordered);
        firstPolicy = 0;
    }

    public void show(Choice next) {
        choice = next;
        policies.show(shown(), isPaged(), choice);
        var current = choice.currentViolation();
        severityPart.setDisable(current.isEmpty());
        severityOf.setText(
                current.map(one -> one.policy().title()).orElseGet(() -> words.text("item.finding.severity")));
        dots.show(current.map(Choice.Chosen::severity).orElse(0));
        severityWord.setText(current.map(one -> words.severity(one.severity())).orElse(""));
        var allowed = choice.allowed();
        var taken = choice.actions();
        actions.forEach((action, button) -> {
            button.setDisable(!allowed.contains(action));
            button.show(taken.contains(action), false);
            button.setText(taken.contains(action) ? choice.said(action, words) : words.action(action));
        });
    }

    /// Spends less width on what the digits alone say.
    public void narrow(boolean folded) {
        policies.narrow(folded);
        pseudoClassStateChanged(NARROW, folded);
        severityOf.setVisible(!folded);
        severityOf.setManaged(!folded);
        show(choice);
    }

    /// Shows an action without its key, on a screen where that key means something else.
    public void keyless(ActionType action) {
        var button = actions.get(action);
        if (button != null) {
            button.setGraphic(null);
            button.setTooltip(null);
            button.setAccessibleText(words.action(action));
        }
    }

    /// Does what a digit stands for now.
    public void digit(int digit) {
        var shown = shown();
        if (digit >= 1 && digit <= shown.size()) {
            deeds.policy(shown.get(digit - 1));
        } else if (digit == DIGITS && isPaged()) {
            turn();
        }
    }

    private void turn() {
        int next = firstPolicy + DIGITS - 1;
        firstPolicy = next < all.size() ? next : 0;
        show(choice);
    }

    private boolean isPaged() {
        return all.size() > DIGITS;
    }

    private List<PolicyBrief> shown() {
        int room = isPaged() ? DIGITS - 1 : DIGITS;
        return all.stream().skip(firstPolicy).limit(room).toList();
    }
}
