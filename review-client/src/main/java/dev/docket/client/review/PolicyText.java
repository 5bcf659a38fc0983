package dev.docket.client.review;

import dev.docket.dto.review.PolicyBrief;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a policy says, floating beside the decision until it is read.
final class PolicyText extends VBox {
    private final ReviewWords words;
    private final Label title = new Label();
    private final Label version = new Label();
    private final Label text = new Label();

    PolicyText(ReviewWords words) {
        this.words = words;
        getStyleClass().addAll("policy-text", "floating");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        title.getStyleClass().add("strong");
        version.getStyleClass().add("faint");
        text.setWrapText(true);
        text.getStyleClass().add("policy-words");
        getChildren().addAll(title, text, version);
        setVisible(false);
    }

    void show(PolicyBrief policy) {
        title.setText(policy.title());
        text.setText(policy.text());
        version.setText(words.text("review.policy.version", policy.version()));
        setVisible(true);
    }

    void close() {
        setVisible(false);
    }
}
