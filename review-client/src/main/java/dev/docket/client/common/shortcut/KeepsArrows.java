package dev.docket.client.common.shortcut;

/// What may have a use of its own for the arrows while it has the focus, such as a place that is being marked.
public interface KeepsArrows {
    /// Whether it has one just now.
    boolean keepsArrows();
}
