package dev.docket.client.labels.release;

import dev.docket.client.labels.part.Figures;
import dev.docket.dto.models.ModelState;
import dev.docket.dto.models.ModelView;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The way from candidate to champion with the place where a model is.
final class Track extends HBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final List<Double> SHARES = List.of(0.1, 0.5);

    private final Figures figures;
    private final List<VBox> stations = new ArrayList<>();
    private final List<FontIcon> signs = new ArrayList<>();
    private final List<Region> ways = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    Track(Figures figures) {
        this.figures = figures;
        getStyleClass().add("track");
        setAlignment(Pos.CENTER_LEFT);
        station(figures.text("labels.model.state.candidate"));
        station(figures.text("labels.model.state.shadow"));
        SHARES.forEach(share -> station(figures.text("labels.model.state.canary") + " " + figures.percent(share)));
        station(figures.text("labels.model.state.champion"));
    }

    private void station(String name) {
        if (!stations.isEmpty()) {
            var way = new Region();
            way.getStyleClass().add("way");
            HBox.setHgrow(way, Priority.ALWAYS);
            ways.add(way);
            getChildren().add(way);
        }
        var sign = new FontIcon("mdi2c-circle-outline");
        sign.getStyleClass().add("station-sign");
        var label = new Label(name);
        label.setMinWidth(USE_PREF_SIZE);
        var station = new VBox(6, sign, label);
        station.setAlignment(Pos.CENTER);
        station.getStyleClass().add("station");
        signs.add(sign);
        stations.add(station);
        names.add(name);
        getChildren().add(station);
    }

    void show(ModelView model) {
        int here = placeOf(model);
        for (int at = 0; at < stations.size(); at++) {
            stations.get(at).pseudoClassStateChanged(DONE, at < here);
            stations.get(at).pseudoClassStateChanged(HERE, at == here);
            signs.get(at)
                    .setIconLiteral(
                            at < here
                                    ? "mdi2c-check-circle"
                                    : at == here ? "mdi2c-circle-slice-8" : "mdi2c-circle-outline");
        }
        for (int at = 0; at < ways.size(); at++) {
            ways.get(at).pseudoClassStateChanged(DONE, at < here);
        }
        setAccessibleText(
                here < 0
                        ? figures.text("labels.track.off")
                        : figures.text("labels.track.said", names.get(here), here + 1, stations.size()));
    }

    /// Negative where it is not on its way.
    private static int placeOf(ModelView model) {
        return switch (model.state()) {
            case CANDIDATE -> 0;
            case SHADOW -> 1;
            case CANARY -> model.canaryShare() != null && model.canaryShare() >= SHARES.getLast() ? 3 : 2;
            case CHAMPION -> 4;
            case RETIRED -> -1;
        };
    }

    static boolean isOn(ModelView model) {
        return model.state() != ModelState.RETIRED;
    }
}
