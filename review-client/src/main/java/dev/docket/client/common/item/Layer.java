package dev.docket.client.common.item;

/// How much of an image or video is shown.
public enum Layer {
    /// Grey and so blurred that only shapes can be told.
    BLURRED("NONE"),
    GREY("GREY"),
    COLOUR("FULL");

    private final String wire;

    Layer(String wire) {
        this.wire = wire;
    }

    /// As a decision says it.
    public String wire() {
        return wire;
    }

    /// One layer more.
    public Layer next() {
        return this == BLURRED ? GREY : COLOUR;
    }
}
