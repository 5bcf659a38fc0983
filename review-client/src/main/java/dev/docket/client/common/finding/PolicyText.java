package dev.docket.client.common.finding;

import dev.docket.client.common.control.MarkdownText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.review.PolicyBrief;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a policy says, floating beside the decision until it is read.
public final class PolicyText extends VBox {
    private final ItemWords words;
    private final Label title = new Label();
    private final Label version = new Label();
    private final MarkdownText text = new MarkdownText();

    public PolicyText(ItemWords words) {
        this.words = words;
        getStyleClass().addAll("policy-text", "floating");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        title.getStyleClass().add("strong");
        version.getStyleClass().add("faint");
        text.getStyleClass().add("policy-words");
        getChildren().addAll(title, text, version);
        setVisible(false);
    }

    public void show(PolicyBrief policy) {
        title.setText(policy.title());
        text.show(policy.text());
        version.setText(words.text("item.policy.version", policy.version()));
        setVisible(true);
    }

    public void close() {
        setVisible(false);
    }
}
