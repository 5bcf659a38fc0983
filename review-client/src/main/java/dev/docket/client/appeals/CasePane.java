package dev.docket.client.appeals;

import dev.docket.client.common.control.Fold;
import dev.docket.client.common.control.MarkdownText;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.appeals.AppealDossier;
import dev.docket.dto.appeals.AppealDossier.EarlierDecision;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Evidence.Precedent;
import dev.docket.dto.review.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is known of the decision appealed against: why this reader may judge it, what was
/// decided and why, the policy as it read then, and like cases.
final class CasePane extends VBox {
    private static final int COLUMNS = 44;

    private final ItemWords words;
    private final Label independence = new Label();
    private final Fold decisions;
    private final Fold policies;
    private final Fold precedents;
    private final Label overturned = new Label();

    CasePane(ItemWords words) {
        this.words = words;
        getStyleClass().add("case");
        var shield = new FontIcon("mdi2s-shield-check-outline");
        independence.setGraphic(shield);
        independence.setWrapText(true);
        independence.getStyleClass().add("independence");
        decisions = new Fold(words.heading("appeals.case.decision"));
        policies = new Fold(words.heading("appeals.case.policy"));
        precedents = new Fold(words.heading("appeals.case.precedents"));
        overturned.getStyleClass().add("faint");
        overturned.setWrapText(true);
        getChildren().addAll(independence, decisions, policies, precedents, overturned);
    }

    void show(Task task, AppealDossier dossier, Instant now) {
        independence.setText(words.text("appeals.independent", dossier.involved()));
        decisions.show(
                Integer.toString(dossier.decisions().size()),
                dossier.decisions().stream().map(one -> decision(one, now)).toList());
        decisions.openProperty().set(!dossier.decisions().isEmpty());
        policies.show(
                Integer.toString(dossier.policies().size()),
                dossier.policies().stream().map(this::policy).toList());
        policies.openProperty()
                .set(!dossier.policies().isEmpty() && dossier.policies().size() <= 2);
        var alike = task.evidence().precedents();
        precedents.show(
                Integer.toString(alike.size()),
                alike.stream().map(this::precedent).toList());
        precedents.openProperty().set(!alike.isEmpty());
        long fell = alike.stream().filter(Precedent::overturned).count();
        overturned.setText(alike.isEmpty() ? "" : words.text("appeals.case.overturned", fell, alike.size()));
    }

    private Node decision(EarlierDecision one, Instant now) {
        var lines = new ArrayList<Node>();
        String by = words.text(one.byAutomation() ? "appeals.case.by-automation" : "appeals.case.by-person");
        lines.add(AuthorText.label(
                words.outcome(one.outcome()) + "  ·  " + by + "  ·  " + words.ago(one.decidedAt(), now), "entry-head"));
        one.violations()
                .forEach(violation -> lines.add(AuthorText.label(
                        words.queue(violation.policy()) + ", " + words.severity(violation.severity()), "case-line")));
        String actions = one.actions().stream()
                .filter(action -> action.type() != ActionType.NONE)
                .map(action -> words.action(action.type()))
                .collect(Collectors.joining(", "));
        if (!actions.isEmpty()) {
            lines.add(AuthorText.label(actions, "case-line"));
        }
        if (one.reasons() != null) {
            lines.add(AuthorText.paragraph(one.reasons(), COLUMNS, "entry-body"));
        }
        if (one.note() != null) {
            lines.add(AuthorText.paragraph(words.text("appeals.case.note", one.note()), COLUMNS, "entry-body"));
        }
        return entry(lines);
    }

    private Node policy(AppealDossier.PolicyThen policy) {
        String version = policy.version() == policy.currentVersion()
                ? words.text("appeals.case.version", policy.version())
                : words.text("appeals.case.version-old", policy.version(), policy.currentVersion());
        var text = new MarkdownText();
        text.show(policy.text());
        return entry(List.of(AuthorText.label(policy.title() + "  ·  " + version, "entry-head"), text));
    }

    private Node precedent(Precedent one) {
        String fell = one.overturned() ? "  ·  " + words.text("item.precedent.overturned") : "";
        return entry(List.of(AuthorText.label(
                words.outcome(one.outcome()) + "  ·  " + words.percent(one.similarity()) + fell, "entry-head")));
    }

    private static Node entry(List<Node> lines) {
        var box = new VBox(3);
        box.getChildren().setAll(lines);
        box.getStyleClass().add("entry");
        return box;
    }
}
