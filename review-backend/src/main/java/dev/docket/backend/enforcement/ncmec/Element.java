package dev.docket.backend.enforcement.ncmec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An element of a report on its way to paper: text, or children in the order in which they are added.
final class Element {
    private final String name;
    private final @Nullable String text;
    private final List<Element> children = new ArrayList<>();

    private Element(String name, @Nullable String text) {
        this.name = name;
        this.text = text;
    }

    static Element named(String name) {
        return new Element(name, null);
    }

    /// Leaves out what is not known.
    Element with(String child, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            children.add(new Element(child, value));
        }
        return this;
    }

    /// Leaves out what would be empty.
    Element with(Element child) {
        if (!child.children.isEmpty()) {
            children.add(child);
        }
        return this;
    }

    String name() {
        return name;
    }

    @Nullable String text() {
        return text;
    }

    List<Element> children() {
        return children;
    }
}
