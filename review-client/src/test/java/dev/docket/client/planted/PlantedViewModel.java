package dev.docket.client.planted;

import dev.docket.backend.Floor;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.web.WebView;
import okhttp3.OkHttpClient;

/// Breaks the rules of the house, so that the rules are seen to catch it.
class PlantedViewModel {
    private final Label label = new Label();

    void breakEverything() {
        Platform.runLater(() -> label.setText(new OkHttpClient().toString()));
        System.out.println(new WebView() + Floor.class.getName());
    }
}
