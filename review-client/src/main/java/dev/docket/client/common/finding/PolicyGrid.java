package dev.docket.client.common.finding;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.SeverityDots;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.review.PolicyBrief;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/// Approve and the policies, each under its key, always on the same ten places.
///
/// The places stay and only what they say changes: the focus survives a choice, and the next item costs little.
public final class PolicyGrid extends GridPane {
    /// The policies' keys. When there are more policies than keys the last one turns to the rest.
    public static final List<Shortcut> DIGITS = List.of(
            Shortcut.POLICY_1,
            Shortcut.POLICY_2,
            Shortcut.POLICY_3,
            Shortcut.POLICY_4,
            Shortcut.POLICY_5,
            Shortcut.POLICY_6,
            Shortcut.POLICY_7,
            Shortcut.POLICY_8,
            Shortcut.POLICY_9);

    private static final int COLUMNS = 5;
    private static final double PLACE_HEIGHT = 34;

    private final ItemWords words;
    private final List<Place> places = new ArrayList<>();
    private boolean narrow;

    public PolicyGrid(
            ItemWords words, Shortcuts shortcuts, KeyButton approve, Consumer<PolicyBrief> press, Runnable more) {
        this.words = words;
        getStyleClass().add("policies");
        setHgap(8);
        setVgap(6);
        setMinHeight(2 * PLACE_HEIGHT + getVgap());
        for (int column = 0; column < COLUMNS; column++) {
            var constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(constraints);
        }
        put(approve, 0);
        for (var digit : DIGITS) {
            var place = new Place(shortcuts.display(digit), press, more);
            places.add(place);
            put(place.button, places.size());
        }
    }

    private void put(KeyButton button, int place) {
        button.setMaxWidth(Double.MAX_VALUE);
        add(button, place % COLUMNS, place / COLUMNS);
    }

    public void narrow(boolean folded) {
        narrow = folded;
    }

    public void show(List<PolicyBrief> shown, boolean hasMore, Choice choice) {
        for (int index = 0; index < places.size(); index++) {
            var place = places.get(index);
            if (index < shown.size()) {
                place.show(shown.get(index), choice);
            } else {
                place.showRest(hasMore && index == places.size() - 1);
            }
        }
    }

    /// One key and what it stands for now: a policy, the rest of them, or nothing.
    private final class Place {
        private final KeyButton button;
        private final SeverityDots dots = new SeverityDots(2);
        private @Nullable PolicyBrief policy;

        private Place(String digit, Consumer<PolicyBrief> press, Runnable more) {
            button = new KeyButton("", digit);
            button.beside(dots);
            button.getStyleClass().add("policy-button");
            button.setOnAction(event -> {
                if (policy == null) {
                    more.run();
                } else {
                    press.accept(policy);
                }
            });
        }

        private void show(PolicyBrief shown, Choice choice) {
            policy = shown;
            var chosen = choice.find(shown.key());
            button.setVisible(true);
            button.setId("policy-" + shown.key());
            button.setText(shown.title());
            button.show(chosen.isPresent(), shown.key().equals(choice.current()));
            button.describe(chosen.map(this::describe).orElse(shown.title()));
            dots.show(chosen.map(Choice.Chosen::severity).orElse(0));
            showDots(chosen.isPresent() && !narrow);
        }

        private void showRest(boolean hasMore) {
            policy = null;
            button.setVisible(hasMore);
            button.setId(null);
            button.setText(words.text("item.finding.more-policies"));
            button.show(false, false);
            button.describe(button.getText());
            showDots(false);
        }

        private void showDots(boolean shown) {
            dots.setVisible(shown);
            dots.setManaged(shown);
        }

        private String describe(Choice.Chosen chosen) {
            return words.text(
                    "item.finding.chosen", chosen.policy().title(), words.severity(chosen.severity()), chosen.places());
        }
    }
}
