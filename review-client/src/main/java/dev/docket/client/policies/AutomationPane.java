package dev.docket.client.policies;

import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.policy.AutomationState;
import dev.docket.dto.policy.PolicyLabel;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.review.ActionType;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Whether a policy acts by itself, what it would do from which score on, and who said so. It speaks of the published
/// version: what is still being written acts on nothing.
final class AutomationPane extends VBox {
    private final PoliciesViewModel model;
    private final ItemWords words;
    private final Label state = Parts.wrapped("", "strong");
    private final Label stopped = Parts.wrapped("", "automation-stopped");
    private final Button turn = new Button();
    private final VBox deed = new VBox(4);

    AutomationPane(PoliciesViewModel model, ItemWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("right-pane");
        turn.setId("policy-automation");
        turn.setOnAction(event -> model.turnAutomation());
        stopped.setText(words.text("policies.automation.stopped"));
        getChildren()
                .setAll(
                        Parts.part(words, "policies.automation", state, stopped, turn),
                        Parts.part(words, "policies.automation.deeds", deed),
                        Parts.part(
                                words,
                                "policies.automation.how",
                                Parts.faint(words.text("policies.automation.two")),
                                Parts.faint(words.text("policies.automation.ends"))));
        model.chosenProperty().subscribe(this::show);
    }

    private void show(@Nullable PolicyView policy) {
        if (policy == null) {
            return;
        }
        var now = policy.automation();
        var asked = now.askedBy();
        var confirmed = now.confirmedBy();
        state.setText(words.text(
                "policies.automation." + now.state().name().toLowerCase(Locale.ROOT),
                asked == null ? "" : asked.displayName(),
                confirmed == null ? "" : confirmed.displayName()));
        Parts.showing(stopped, now.state() == AutomationState.ON && !now.acting());
        boolean agree = now.state() == AutomationState.PENDING && !model.askedMyself(policy);
        String next = now.state() == AutomationState.OFF ? "ask" : agree ? "agree" : "end";
        turn.setText(words.text("policies.automation.deed." + next));
        turn.setDisable(now.state() == AutomationState.OFF && !canAct(policy));
        Parts.showing(turn, model.maySwitch());
        deeds(policy);
    }

    private void deeds(PolicyView policy) {
        deed.getChildren().clear();
        if (!canAct(policy)) {
            deed.getChildren().add(Parts.faint(words.text("policies.automation.cannot")));
            return;
        }
        deed.getChildren().add(new Label(words.action(policy.defaultAction())));
        policy.labels().stream()
                .filter(label -> label.act() != null)
                .forEach(label -> deed.getChildren().add(Parts.wrapped(from(label), "secondary")));
    }

    private String from(PolicyLabel label) {
        String tag = label.language() == null ? Draft.EVERY_LANGUAGE : label.language();
        return words.text(
                "policies.automation.from",
                words.label(label.label()),
                words.score(label.act() == null ? 1 : label.act()),
                tag.equals(Draft.EVERY_LANGUAGE) ? words.text("policies.language.every") : words.language(tag));
    }

    private static boolean canAct(PolicyView policy) {
        return policy.active()
                && policy.defaultAction() != ActionType.NONE
                && policy.defaultAction() != ActionType.BAN
                && policy.labels().stream().anyMatch(label -> label.act() != null);
    }
}
