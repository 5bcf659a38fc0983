package dev.docket.client.policies;

import dev.docket.client.common.item.ItemWords;
import dev.docket.client.policies.Parts.Words;
import dev.docket.client.policies.Rules.Deciders;
import dev.docket.client.policies.Rules.Measures;
import dev.docket.client.policies.Rules.Severities;
import dev.docket.dto.people.Role;
import dev.docket.dto.policy.DsaCategory;
import dev.docket.dto.review.ActionType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a policy says of findings by it: how severe they are, what is done, who makes them, when they take effect, and
/// under which heading they are told to the EU.
final class RulesPane extends VBox {
    private static final int USUAL_GRACE = 15;
    private static final String NONE = "";

    /// Told how the rules change.
    interface Edited {
        void by(UnaryOperator<Rules> change);
    }

    private final ItemWords words;
    private final boolean editable;
    private final Edited edited;
    private final CheckBox inUse = new CheckBox();
    private final ComboBox<Integer> lowest = new ComboBox<>();
    private final ComboBox<Integer> highest = new ComboBox<>();
    private final ComboBox<Integer> severity = new ComboBox<>();
    private final Map<ActionType, CheckBox> allowed = new EnumMap<>(ActionType.class);
    private final ComboBox<ActionType> action = new ComboBox<>();
    private final ComboBox<Role> role = new ComboBox<>();
    private final TextField skills = new TextField();
    private final CheckBox ownGrace = new CheckBox();
    private final TextField grace = new TextField();
    private final ComboBox<String> category = new ComboBox<>();
    private boolean filling;

    RulesPane(ItemWords words, boolean editable, Edited edited) {
        this.words = words;
        this.editable = editable;
        this.edited = edited;
        getStyleClass().add("right-pane");
        getChildren()
                .setAll(
                        Parts.part(words, "policies.rules.use", inUse),
                        Parts.part(words, "policies.rules.severity", severities(), usualSeverity()),
                        Parts.part(words, "policies.rules.actions", actions(), usualAction()),
                        Parts.part(words, "policies.rules.deciders", deciders(), trained()),
                        Parts.part(words, "policies.rules.grace", ownGrace, graceRow()),
                        Parts.part(words, "policies.rules.category", category));
        inUse.setText(words.text("policies.rules.in-use"));
        inUse.setDisable(!editable);
        inUse.selectedProperty().subscribe(on -> tell(rules -> rules.inUse(on)));
        categories();
    }

    private Node severities() {
        levels(lowest, "rule-lowest", level -> severity(one -> one.from(level)));
        levels(highest, "rule-highest", level -> severity(one -> one.to(level)));
        lowest.setAccessibleText(words.text("policies.rules.lowest"));
        highest.setAccessibleText(words.text("policies.rules.highest"));
        return Parts.row(
                words.text("policies.rules.from"), lowest, new Label(words.text("policies.rules.to")), highest);
    }

    private Node usualSeverity() {
        levels(severity, "rule-severity", level -> severity(one -> one.usually(level)));
        return Parts.row(words.text("policies.rules.usual"), severity);
    }

    private void levels(ComboBox<Integer> box, String id, java.util.function.IntConsumer chosen) {
        box.getItems().setAll(1, 2, 3, 4);
        box.setConverter(new Words<>(words::severity));
        box.setId(id);
        box.setDisable(!editable);
        box.valueProperty().subscribe(level -> {
            if (level != null) {
                chosen.accept(level);
            }
        });
    }

    private void severity(UnaryOperator<Severities> change) {
        tell(rules -> rules.with(change.apply(rules.severities())));
    }

    private Node actions() {
        var boxes = new TilePane(8, 8);
        boxes.setPrefColumns(2);
        boxes.setPrefTileWidth(156);
        boxes.setTileAlignment(javafx.geometry.Pos.CENTER_LEFT);
        for (var type : ActionType.values()) {
            var box = new CheckBox(words.action(type));
            box.setId("rule-allows-" + type);
            box.setDisable(!editable);
            box.selectedProperty().subscribe(on -> measures(one -> one.allowing(type, on)));
            allowed.put(type, box);
            boxes.getChildren().add(box);
        }
        return boxes;
    }

    private Node usualAction() {
        action.setId("rule-action");
        action.setConverter(new Words<>(words::action));
        action.setDisable(!editable);
        action.valueProperty().subscribe(type -> {
            if (type != null) {
                measures(one -> one.usually(type));
            }
        });
        return Parts.row(words.text("policies.rules.usual"), action);
    }

    private void measures(UnaryOperator<Measures> change) {
        tell(rules -> rules.with(change.apply(rules.measures())));
    }

    private Node deciders() {
        role.setId("rule-role");
        role.getItems().setAll(Role.MODERATOR, Role.SENIOR, Role.SUPERVISOR);
        role.setConverter(new Words<>(one -> words.named("policies.role", one.name())));
        role.setDisable(!editable);
        role.valueProperty().subscribe(one -> {
            if (one != null) {
                deciders(now -> now.from(one));
            }
        });
        return Parts.row(words.text("policies.rules.role"), role);
    }

    private Node trained() {
        skills.setId("rule-skills");
        skills.setPromptText(words.text("policies.rules.skills.prompt"));
        skills.setEditable(editable);
        skills.textProperty().subscribe(typed -> deciders(now -> now.trainedIn(typed)));
        HBox.setHgrow(skills, Priority.ALWAYS);
        return Parts.row(words.text("policies.rules.skills"), skills);
    }

    private void deciders(UnaryOperator<Deciders> change) {
        tell(rules -> rules.with(change.apply(rules.deciders())));
    }

    private Node graceRow() {
        ownGrace.setId("rule-own-grace");
        ownGrace.setText(words.text("policies.rules.grace.own"));
        ownGrace.setDisable(!editable);
        ownGrace.selectedProperty().subscribe(on -> tell(rules -> rules.withGrace(on ? typedGrace() : null)));
        grace.setId("rule-grace");
        grace.setEditable(editable);
        grace.setPrefColumnCount(4);
        grace.setMaxWidth(72);
        grace.setAccessibleText(words.text("policies.rules.grace"));
        grace.textProperty()
                .subscribe(typed -> tell(rules -> ownGrace.isSelected() ? rules.withGrace(typedGrace()) : rules));
        return Parts.row(
                words.text("policies.rules.grace.seconds"),
                grace,
                Parts.faint(words.text("policies.rules.grace.hint")));
    }

    /// What is no number is left to the floor to refuse: it says the bounds.
    private int typedGrace() {
        String typed = grace.getText().strip();
        if (typed.isEmpty()) {
            return USUAL_GRACE;
        }
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : -1;
    }

    private void categories() {
        category.setId("rule-category");
        category.getItems()
                .setAll(Stream.concat(
                                Stream.of(NONE),
                                Arrays.stream(DsaCategory.values()).map(Enum::name))
                        .toList());
        category.setConverter(new Words<>(one ->
                one.equals(NONE) ? words.text("policies.category.none") : words.named("policies.category", one)));
        category.setMaxWidth(Double.MAX_VALUE);
        category.setDisable(!editable);
        category.valueProperty().subscribe(one -> {
            if (one != null) {
                tell(rules -> rules.withCategory(one.equals(NONE) ? null : one));
            }
        });
    }

    void show(Rules rules) {
        filling = true;
        inUse.setSelected(rules.active());
        lowest.setValue(rules.severities().lowest());
        highest.setValue(rules.severities().highest());
        severity.setValue(rules.severities().usual());
        allowed.forEach(
                (type, box) -> box.setSelected(rules.measures().allowed().contains(type)));
        if (!action.getItems().equals(rules.measures().allowed())) {
            action.getItems().setAll(rules.measures().allowed());
        }
        action.setValue(rules.measures().usual());
        role.setValue(rules.deciders().from());
        if (!new Deciders(Role.MODERATOR, List.of())
                .trainedIn(skills.getText())
                .skills()
                .equals(rules.deciders().skills())) {
            skills.setText(String.join(", ", rules.deciders().skills()));
        }
        show(rules.graceSeconds());
        category.setValue(Objects.requireNonNullElse(rules.dsaCategory(), NONE));
        filling = false;
    }

    private void show(@Nullable Integer seconds) {
        ownGrace.setSelected(seconds != null);
        grace.setDisable(seconds == null);
        if (seconds == null) {
            grace.clear();
        } else if (!grace.isFocused() && seconds >= 0 && (grace.getText().isBlank() || typedGrace() != seconds)) {
            grace.setText(seconds.toString());
        }
    }

    private void tell(UnaryOperator<Rules> change) {
        if (!filling) {
            edited.by(change);
        }
    }
}
