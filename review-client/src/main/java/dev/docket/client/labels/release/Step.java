package dev.docket.client.labels.release;

import java.util.Locale;

/// What may be done with a model on its way.
public enum Step {
    SHADOW,
    APPROVE,
    PROMOTE,
    ROLL_BACK,
    RESCORE;

    public String messageKey() {
        return "labels.step." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Names what became of it, under `labels.said`.
    String told() {
        return "step-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
