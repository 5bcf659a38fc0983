package dev.docket.client.people;

import dev.docket.client.common.control.OpenDialog;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.people.Choices.Choice;
import dev.docket.client.people.FilterSection.Side;
import dev.docket.dto.filter.BankPurpose;
import dev.docket.dto.filter.FilterEffect;
import dev.docket.dto.filter.HashBankView;
import dev.docket.dto.filter.HashKind;
import dev.docket.dto.filter.HashView;
import dev.docket.dto.filter.NewHashBank;
import dev.docket.dto.problem.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Beside the hash banks.
final class BankSide extends FilterSide {
    private final Banks model;
    private final TextField value = new TextField();
    private final ComboBox<Choice<HashKind>> kind;
    private final TextField label = new TextField();
    private final ComboBox<Choice<Integer>> entrySeverity;
    private final DatePicker expires = new DatePicker();
    private final TextField wanted = new TextField();
    private final VBox found = new VBox(10);
    private final TextField name = new TextField();
    private final TextField source = new TextField();
    private final ComboBox<Choice<BankPurpose>> purpose;
    private final ComboBox<Choice<FilterEffect>> effect;
    private final ComboBox<Choice<String>> policy;
    private final ComboBox<Choice<Integer>> severity;
    private final List<FormField> fields;

    BankSide(Banks model, FilterWords words, Shortcuts shortcuts, OpenDialog files) {
        super(model, "people.banks", words, shortcuts, files);
        this.model = model;
        kind = Choices.of(List.of(
                new Choice<>(null, words.text("people.banks.kind.said")),
                new Choice<>(HashKind.PDQ, words.text("people.banks.kind.pdq")),
                new Choice<>(HashKind.SHA256, "SHA-256"),
                new Choice<>(HashKind.MD5, "MD5")));
        kind.valueProperty().subscribe(chosen -> model.assume(Choices.chosen(kind)));
        entrySeverity = Choices.of(words.severities(words.text("people.banks.severity.inherited")));
        purpose = Choices.of(List.of(
                new Choice<>(BankPurpose.HARMFUL, words.text("people.banks.purpose.harmful")),
                new Choice<>(BankPurpose.KNOWN_GOOD, words.text("people.banks.purpose.known_good"))));
        effect = Choices.of(words.effects(FilterEffect.REVIEW, FilterEffect.SIGNAL, FilterEffect.ACT));
        policy = Choices.of(words.policies(List.of()));
        severity = Choices.of(words.severities(words.text("people.filter.severity.usual")));
        model.policiesProperty().subscribe(all -> Choices.fill(policy, words.policies(all)));
        wanted.setOnAction(event -> look());
        value.setOnAction(event -> put());
        fields = List.of(
                new FormField(words.text("people.filter.name"), "/name", name),
                new FormField(words.text("people.filter.source"), "/source", source),
                new FormField(words.text("people.banks.purpose"), "/purpose", purpose),
                new FormField(words.text("people.filter.effect"), "/effect", effect),
                new FormField(words.text("people.filter.policy"), "/policy", policy),
                new FormField(words.text("people.filter.severity"), "/severity", severity),
                new FormField(words.text("people.banks.wanted"), "/value", wanted));
        build(
                List.of(
                        new FormField(words.text("people.banks.hash"), "", value),
                        new FormField(words.text("people.banks.kind"), "/kind", kind),
                        new FormField(words.text("people.filter.label"), "/label", label),
                        new FormField(words.text("people.filter.severity"), "/entry", entrySeverity),
                        new FormField(words.text("people.filter.expires"), "/expires", expires)),
                List.of(fields.getLast(), saving("people.banks.find", this::look), found),
                fields.subList(0, fields.size() - 1));
        model.foundProperty().subscribe(this::showFound);
    }

    @Override
    String selectedName() {
        var bank = model.selectedProperty().get();
        return bank == null ? "" : bank.name();
    }

    @Override
    void put() {
        if (value.getText().isBlank()) {
            return;
        }
        var entry = new LinkedHashMap<String, String>();
        entry.put("hash", value.getText());
        entry.put("label", label.getText());
        entry.put("severity", Objects.toString(Choices.chosen(entrySeverity), ""));
        entry.put("expires", Objects.toString(expires.getValue(), ""));
        model.put(entry);
    }

    @Override
    void look() {
        model.find(wanted.getText());
    }

    @Override
    void make() {
        model.make(new NewHashBank(
                name.getText(),
                source.getText(),
                Objects.requireNonNull(Choices.chosen(purpose)),
                Objects.requireNonNull(Choices.chosen(effect)),
                Choices.chosen(policy),
                Choices.chosen(severity)));
    }

    @Override
    void clearEntry() {
        value.clear();
        label.clear();
        Choices.reset(entrySeverity);
        expires.setValue(null);
    }

    @Override
    void clearNew() {
        name.clear();
        source.clear();
        List.of(purpose, effect, policy, severity).forEach(Choices::reset);
    }

    @Override
    void showFaults(@Nullable List<FieldError> errors) {
        fields.forEach(field -> field.show(errors));
    }

    @Override
    Node first(Side side) {
        return switch (side) {
            case FILL -> value;
            case LOOK -> wanted;
            case NEW -> name;
        };
    }

    private void showFound(@Nullable List<HashView> hashes) {
        if (hashes == null) {
            found.getChildren().clear();
            return;
        }
        found.getChildren().setAll(hashes.stream().map(this::line).toList());
        if (hashes.isEmpty()) {
            var none = new Label(words.text("people.banks.find.none"));
            none.getStyleClass().add("secondary");
            none.setWrapText(true);
            found.getChildren().add(none);
        }
    }

    private Node line(HashView hash) {
        String bank = model.allProperty().get().stream()
                .filter(one -> one.id().equals(hash.bank()))
                .map(HashBankView::name)
                .findFirst()
                .orElse("");
        var where = new Label(bank);
        where.getStyleClass().add("strong");
        int distance = Objects.requireNonNullElse(hash.distance(), 0);
        var what = new Label(words.text(
                distance == 0 ? "people.banks.find.same" : "people.banks.find.near",
                hash.kind(),
                distance,
                words.text("people.hash.state." + FilterWords.lower(hash.state()))));
        what.getStyleClass().add("secondary");
        what.setWrapText(true);
        return new VBox(2, where, what);
    }
}
