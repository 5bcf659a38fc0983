package dev.docket.client.people;

import dev.docket.client.common.control.OpenDialog;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.people.Choices.Choice;
import dev.docket.client.people.FilterSection.Side;
import dev.docket.dto.filter.FilterEffect;
import dev.docket.dto.filter.NewBlocklist;
import dev.docket.dto.filter.TriedText.TriedMatch;
import dev.docket.dto.problem.FieldError;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// Beside the blocklists.
final class ListSide extends FilterSide {
    private static final int COLUMNS = 32;

    private final Lists model;
    private final TextField term = new TextField();
    private final CheckBox allowed;
    private final TextField label = new TextField();
    private final ComboBox<Choice<Integer>> entrySeverity;
    private final DatePicker expires = new DatePicker();
    private final TextArea tried = new TextArea();
    private final TextField triedLanguage = new TextField();
    private final TextFlow shown = new TextFlow();
    private final VBox matches = new VBox(8);
    private final TextField name = new TextField();
    private final TextField source = new TextField();
    private final TextField language = new TextField();
    private final ComboBox<Choice<FilterEffect>> effect;
    private final ComboBox<Choice<String>> policy;
    private final ComboBox<Choice<Integer>> severity;
    private final List<FormField> making;
    private final List<FormField> looking;

    ListSide(Lists model, FilterWords words, Shortcuts shortcuts, OpenDialog files) {
        super(model, "people.lists", words, shortcuts, files);
        this.model = model;
        allowed = new CheckBox(words.text("people.lists.allowed"));
        allowed.setWrapText(true);
        entrySeverity = Choices.of(words.severities(words.text("people.lists.severity.inherited")));
        effect = Choices.of(words.effects(FilterEffect.REVIEW, FilterEffect.SIGNAL));
        policy = Choices.of(words.policies(List.of()));
        severity = Choices.of(words.severities(words.text("people.filter.severity.usual")));
        model.policiesProperty().subscribe(all -> Choices.fill(policy, words.policies(all)));
        term.setOnAction(event -> put());
        tried.setPrefRowCount(4);
        tried.setWrapText(true);
        shown.getStyleClass().add("tried-text");
        making = List.of(
                new FormField(words.text("people.filter.name"), "/name", name),
                new FormField(words.text("people.filter.source"), "/source", source),
                new FormField(words.text("people.lists.language"), "/language", language),
                new FormField(words.text("people.filter.effect"), "/effect", effect),
                new FormField(words.text("people.filter.policy"), "/policy", policy),
                new FormField(words.text("people.filter.severity"), "/severity", severity));
        looking = List.of(
                new FormField(words.text("people.lists.try.text"), "/text", tried),
                new FormField(words.text("people.lists.try.language"), "/language", triedLanguage));
        build(
                List.of(
                        new FormField(words.text("people.lists.term"), "", term),
                        allowed,
                        new FormField(words.text("people.filter.label"), "/label", label),
                        new FormField(words.text("people.filter.severity"), "/entry", entrySeverity),
                        new FormField(words.text("people.filter.expires"), "/expires", expires)),
                List.of(looking.getFirst(), looking.getLast(), saving("people.lists.try", this::look), shown, matches),
                making);
        model.triedProperty().subscribe(this::showTried);
    }

    @Override
    String selectedName() {
        var list = model.selectedProperty().get();
        return list == null ? "" : list.name();
    }

    @Override
    void put() {
        if (term.getText().isBlank()) {
            return;
        }
        var entry = new LinkedHashMap<String, String>();
        entry.put("term", term.getText());
        entry.put("allowed", allowed.isSelected() ? "yes" : "");
        entry.put("label", label.getText());
        entry.put("severity", Objects.toString(Choices.chosen(entrySeverity), ""));
        entry.put("expires", Objects.toString(expires.getValue(), ""));
        model.put(entry);
    }

    @Override
    void look() {
        model.tryText(tried.getText(), triedLanguage.getText());
    }

    @Override
    void make() {
        model.make(new NewBlocklist(
                name.getText(),
                source.getText(),
                language.getText().isBlank() ? null : language.getText().strip(),
                Objects.requireNonNull(Choices.chosen(effect)),
                Choices.chosen(policy),
                Choices.chosen(severity)));
    }

    @Override
    void clearEntry() {
        term.clear();
        label.clear();
        allowed.setSelected(false);
        Choices.reset(entrySeverity);
        expires.setValue(null);
    }

    @Override
    void clearNew() {
        List.of(name, source, language).forEach(TextField::clear);
        List.of(effect, policy, severity).forEach(Choices::reset);
    }

    @Override
    void showFaults(@Nullable List<FieldError> errors) {
        (model.sideProperty().get() == Side.LOOK ? looking : making).forEach(field -> field.show(errors));
    }

    @Override
    Node first(Side side) {
        return switch (side) {
            case FILL -> term;
            case LOOK -> tried;
            case NEW -> name;
        };
    }

    private void showTried(Lists.@Nullable Tried answer) {
        shown.getChildren().clear();
        matches.getChildren().clear();
        if (answer == null) {
            return;
        }
        var sorted = answer.matches().stream()
                .sorted(Comparator.comparingInt(TriedMatch::start))
                .toList();
        String text = drawn(answer.text());
        int at = 0;
        for (var match : sorted) {
            if (match.start() >= at) {
                add(text.substring(at, match.start()), "tried-plain");
                add(text.substring(match.start(), match.end()), "tried-match");
                at = match.end();
            }
        }
        add(text.substring(at), "tried-plain");
        sorted.forEach(match -> matches.getChildren().add(line(match)));
        if (sorted.isEmpty()) {
            var none = new Label(words.text("people.lists.try.none"));
            none.getStyleClass().add("secondary");
            none.setWrapText(true);
            matches.getChildren().add(none);
        }
    }

    /// JavaFX 26.0.1 throws when it wraps a line that holds text from right to left, so such a text is broken by us.
    private static String drawn(String text) {
        return AuthorText.hasRightToLeft(text) ? AuthorText.broken(text, COLUMNS) : text;
    }

    private void add(String piece, String style) {
        if (!piece.isEmpty()) {
            var text = new Text(piece);
            text.getStyleClass().add(style);
            shown.getChildren().add(text);
        }
    }

    private Node line(TriedMatch match) {
        var what = new Label(words.text("people.lists.try.found", match.term(), match.list()));
        what.getStyleClass().add("strong");
        what.setWrapText(true);
        var why = new Label(words.text(
                "people.lists.try.effect",
                words.effect(match.effect(), match.policy()),
                words.severity(match.severity())));
        why.getStyleClass().add("secondary");
        why.setWrapText(true);
        return new VBox(2, what, why);
    }
}
