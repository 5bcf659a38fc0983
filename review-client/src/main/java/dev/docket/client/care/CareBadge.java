package dev.docket.client.care;

import dev.docket.client.common.i18n.Messages;
import dev.docket.dto.care.ExposureView;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A quiet heart in the top bar: today's exposure on hover, a word when a break is due. Pressing it puts the word away
/// and shows the whole of it.
public final class CareBadge extends Button {
    private static final PseudoClass DUE = PseudoClass.getPseudoClass("due");
    private static final int MINUTE = 60;

    private final CareViewModel model;
    private final Messages messages;
    private final String key;
    private final Tooltip tooltip = new Tooltip();

    /// @param key that does the same
    /// @param open shows the sheet
    public CareBadge(CareViewModel model, Messages messages, String key, Runnable open) {
        this.key = key;
        this.model = model;
        this.messages = messages;
        setId("care");
        getStyleClass().addAll("care", "quiet");
        setGraphic(new FontIcon("mdi2h-heart-outline"));
        setMinWidth(USE_PREF_SIZE);
        setTooltip(tooltip);
        setOnAction(event -> open.run());
        model.exposureProperty().subscribe(figures -> show());
        model.breakDueProperty().subscribe(due -> show());
    }

    private void show() {
        boolean due = model.breakDueProperty().get();
        var figures = model.exposureProperty().get();
        setText(due ? messages.get("care.break") : "");
        pseudoClassStateChanged(DUE, due);
        setVisible(due || figures != null);
        setManaged(isVisible());
        String said = said(figures);
        tooltip.setText(said);
        setAccessibleText(due ? messages.get("care.break") + ". " + said : said);
    }

    private String said(@Nullable ExposureView figures) {
        if (figures == null) {
            return messages.get("care.private");
        }
        String today = messages.get(
                "care.today",
                figures.today().items(),
                figures.today().harshSeconds() / MINUTE,
                Math.round(figures.today().points()),
                figures.dailyCap());
        String cap = figures.capReached() ? "\n" + messages.get("care.cap-reached") : "";
        return today + cap + "\n" + messages.get("care.private") + "  " + key;
    }
}
