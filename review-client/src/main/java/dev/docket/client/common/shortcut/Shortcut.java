package dev.docket.client.common.shortcut;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Every shortcut of the desk, once: buttons, the key sheet, the palette and the settings all read this table.
///
/// A constant's name never reaches the disk, its id does; reordering and renaming are free. What it does is said
/// by `shortcut.<id>` in the bundle.
public enum Shortcut {
    PALETTE("palette", Scope.EVERYWHERE, Category.DESK, "Ctrl+K", Use.ALSO_WHILE_TYPING),
    KEYS("keys", Scope.EVERYWHERE, Category.DESK, "?"),
    NEXT_PANE("next-pane", Scope.EVERYWHERE, Category.DESK, "F6", Use.ALSO_WHILE_TYPING),

    APPROVE("approve", Scope.REVIEW, Category.DECISION, "A"),
    POLICY_1("policy-1", Scope.REVIEW, Category.DECISION, "1"),
    POLICY_2("policy-2", Scope.REVIEW, Category.DECISION, "2"),
    POLICY_3("policy-3", Scope.REVIEW, Category.DECISION, "3"),
    POLICY_4("policy-4", Scope.REVIEW, Category.DECISION, "4"),
    POLICY_5("policy-5", Scope.REVIEW, Category.DECISION, "5"),
    POLICY_6("policy-6", Scope.REVIEW, Category.DECISION, "6"),
    POLICY_7("policy-7", Scope.REVIEW, Category.DECISION, "7"),
    POLICY_8("policy-8", Scope.REVIEW, Category.DECISION, "8"),
    POLICY_9("policy-9", Scope.REVIEW, Category.DECISION, "9"),
    LESS_SEVERE("less-severe", Scope.REVIEW, Category.DECISION, "[", Use.WHILE_HELD),
    MORE_SEVERE("more-severe", Scope.REVIEW, Category.DECISION, "]", Use.WHILE_HELD),
    WARN("warn", Scope.REVIEW, Category.DECISION, "W"),
    REMOVE("remove", Scope.REVIEW, Category.DECISION, "R"),
    RESTRICT("restrict", Scope.REVIEW, Category.DECISION, "L"),
    SUSPEND("suspend", Scope.REVIEW, Category.DECISION, "U"),
    BAN("ban", Scope.REVIEW, Category.DECISION, "B"),
    DECIDE("decide", Scope.REVIEW, Category.DECISION, "Enter"),
    UNDO("undo", Scope.REVIEW, Category.DECISION, "Ctrl+Z"),
    CANNOT_DECIDE("cannot-decide", Scope.REVIEW, Category.DECISION, "C"),
    SKIP("skip", Scope.REVIEW, Category.DECISION, "S"),
    ESCALATE("escalate", Scope.REVIEW, Category.DECISION, "E"),
    NOTE("note", Scope.REVIEW, Category.DECISION, "N"),
    MARK("mark", Scope.REVIEW, Category.DECISION, "M"),
    REVEAL("reveal", Scope.REVIEW, Category.EVIDENCE, "V"),
    REVEAL_ALL("reveal-all", Scope.REVIEW, Category.EVIDENCE, "Shift+V"),
    HIDE("hide", Scope.REVIEW, Category.EVIDENCE, "Esc"),
    POLICY_TEXT("policy-text", Scope.REVIEW, Category.EVIDENCE, "P"),
    THREAD("thread", Scope.REVIEW, Category.EVIDENCE, "T"),
    HISTORY("history", Scope.REVIEW, Category.EVIDENCE, "H"),
    NEXT_LABEL("next-label", Scope.REVIEW, Category.EVIDENCE, "Ctrl+Down", Use.WHILE_HELD),
    PREVIOUS_LABEL("previous-label", Scope.REVIEW, Category.EVIDENCE, "Ctrl+Up", Use.WHILE_HELD),
    LOOK_AGAIN("look-again", Scope.REVIEW, Category.DESK, "F5", Use.ALSO_WHILE_TYPING);

    /// Where a shortcut holds. Two shortcuts clash when one scope has both, or when one of them is everywhere.
    public enum Scope {
        EVERYWHERE,
        REVIEW
    }

    /// Under which heading the key sheet has it.
    public enum Category {
        DECISION,
        EVIDENCE,
        DESK;

        public String messageKey() {
            return "shortcut.category." + name().toLowerCase(Locale.ROOT);
        }
    }

    private enum Use {
        ONCE_A_PRESS,
        WHILE_HELD,
        ALSO_WHILE_TYPING
    }

    private final String id;
    private final Scope scope;
    private final Category category;
    private final Stroke stroke;
    private final Use use;

    Shortcut(String id, Scope scope, Category category, String stroke) {
        this(id, scope, category, stroke, Use.ONCE_A_PRESS);
    }

    Shortcut(String id, Scope scope, Category category, String stroke, Use use) {
        this.id = id;
        this.scope = scope;
        this.category = category;
        this.stroke = Stroke.of(stroke);
        this.use = use;
    }

    public static Optional<Shortcut> of(String id) {
        return Arrays.stream(values())
                .filter(shortcut -> shortcut.id.equals(id))
                .findFirst();
    }

    /// What settings call it.
    public String id() {
        return id;
    }

    public Scope scope() {
        return scope;
    }

    public Category category() {
        return category;
    }

    /// The key it has unless the person chose another.
    public Stroke standard() {
        return stroke;
    }

    /// The standard key as printed on a button; a person's own choice is in [Shortcuts#display].
    public String display() {
        return stroke.display();
    }

    public String messageKey() {
        return "shortcut." + id;
    }

    /// Whether a held key goes on doing it. Nothing that decides may.
    public boolean repeats() {
        return use == Use.WHILE_HELD;
    }

    /// Whether it works while a text field has the focus.
    public boolean worksWhileTyping() {
        return use == Use.ALSO_WHILE_TYPING;
    }

    boolean sharesScopeWith(Shortcut other) {
        return scope == other.scope || scope == Scope.EVERYWHERE || other.scope == Scope.EVERYWHERE;
    }
}
