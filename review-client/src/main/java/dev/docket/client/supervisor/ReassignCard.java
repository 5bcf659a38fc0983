package dev.docket.client.supervisor;

import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.pick.PickCard;
import dev.docket.client.common.pick.Picking;
import javafx.scene.layout.StackPane;

/// Asks where one task shall go.
final class ReassignCard extends StackPane implements FloatingCard {
    private final Picking model;
    private final PickCard card;

    ReassignCard(Picking model, ItemWords words) {
        this.model = model;
        card = new PickCard(model, words);
        getChildren().setAll(card);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        visibleProperty().bind(card.visibleProperty());
    }

    @Override
    public boolean isOpen() {
        return card.isOpen();
    }

    @Override
    public void confirm() {
        model.confirm();
    }

    @Override
    public void cancel() {
        model.cancel();
    }
}
