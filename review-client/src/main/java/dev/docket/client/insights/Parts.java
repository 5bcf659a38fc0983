package dev.docket.client.insights;

import javafx.scene.layout.Region;

/// Pieces that charts are put together from; what they look like is the stylesheet's business.
final class Parts {
    private Parts() {}

    static Region part(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        region.setMouseTransparent(true);
        return region;
    }
}
