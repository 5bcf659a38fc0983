package dev.docket.client.common.shortcut;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Every shortcut of the desk, once: buttons, the key sheet, the palette and the settings all
/// read this table.
///
/// A constant's name never reaches the disk, its id does; reordering and renaming are free.
/// What it does is said by `shortcut.<id>` in the bundle.
public enum Shortcut {
    PALETTE("palette", Where.EVERYWHERE, Category.DESK, "Ctrl+K", Use.ALSO_WHILE_TYPING),
    KEYS("keys", Where.EVERYWHERE, Category.DESK, "?"),
    QUESTIONS("questions", Where.EVERYWHERE, Category.DESK, "Shift+Q"),
    CARE("care", Where.EVERYWHERE, Category.DESK, "Shift+W"),
    COACHING("coaching", Where.EVERYWHERE, Category.DESK, "Shift+L"),
    NEXT_PANE("next-pane", Where.EACH_SCREEN, Category.DESK, "F6", Use.ALSO_WHILE_TYPING),

    GO_REVIEW("go-review", Where.EVERYWHERE, Category.GO, "Ctrl+1", Use.ALSO_WHILE_TYPING),
    GO_APPEALS("go-appeals", Where.EVERYWHERE, Category.GO, "Ctrl+2", Use.ALSO_WHILE_TYPING),
    GO_SUPERVISOR("go-supervisor", Where.EVERYWHERE, Category.GO, "Ctrl+3", Use.ALSO_WHILE_TYPING),
    GO_POLICIES("go-policies", Where.EVERYWHERE, Category.GO, "Ctrl+4", Use.ALSO_WHILE_TYPING),
    GO_SEARCH("go-search", Where.EVERYWHERE, Category.GO, "Ctrl+5", Use.ALSO_WHILE_TYPING),
    GO_PEOPLE("go-people", Where.EVERYWHERE, Category.GO, "Ctrl+6", Use.ALSO_WHILE_TYPING),
    GO_INSIGHTS("go-insights", Where.EVERYWHERE, Category.GO, "Ctrl+7", Use.ALSO_WHILE_TYPING),
    GO_LABELS("go-labels", Where.EVERYWHERE, Category.GO, "Ctrl+8", Use.ALSO_WHILE_TYPING),
    GO_RECORDS("go-records", Where.EVERYWHERE, Category.GO, "Ctrl+0", Use.ALSO_WHILE_TYPING),
    GO_WAVES("go-waves", Where.EVERYWHERE, Category.GO, "Ctrl+9", Use.ALSO_WHILE_TYPING),

    APPROVE("approve", Where.FINDING, Category.DECISION, "A"),
    POLICY_1("policy-1", Where.FINDING, Category.DECISION, "1"),
    POLICY_2("policy-2", Where.FINDING, Category.DECISION, "2"),
    POLICY_3("policy-3", Where.FINDING, Category.DECISION, "3"),
    POLICY_4("policy-4", Where.FINDING, Category.DECISION, "4"),
    POLICY_5("policy-5", Where.FINDING, Category.DECISION, "5"),
    POLICY_6("policy-6", Where.FINDING, Category.DECISION, "6"),
    POLICY_7("policy-7", Where.FINDING, Category.DECISION, "7"),
    POLICY_8("policy-8", Where.FINDING, Category.DECISION, "8"),
    POLICY_9("policy-9", Where.FINDING, Category.DECISION, "9"),
    LESS_SEVERE("less-severe", Where.FINDING, Category.DECISION, "[", Use.WHILE_HELD),
    MORE_SEVERE("more-severe", Where.FINDING, Category.DECISION, "]", Use.WHILE_HELD),
    WARN("warn", Where.FINDING, Category.DECISION, "W"),
    REMOVE("remove", Where.FINDING, Category.DECISION, "R"),
    RESTRICT("restrict", Where.FINDING, Category.DECISION, "L"),
    SUSPEND("suspend", Where.SUSPENDING, Category.DECISION, "U"),
    BAN("ban", Where.FINDING, Category.DECISION, "B"),
    DECIDE("decide", Where.FINDING, Category.DECISION, "Enter"),
    UNDO("undo", Where.FINDING, Category.DECISION, "Ctrl+Z"),
    CANNOT_DECIDE("cannot-decide", Where.REVIEW, Category.DECISION, "C"),
    SKIP("skip", Where.REVIEW, Category.DECISION, "S"),
    ESCALATE("escalate", Where.REVIEW, Category.DECISION, "E"),
    ASK("ask", Where.REVIEW, Category.DECISION, "Q"),
    HOLD("hold", Where.REVIEW, Category.DECISION, "K"),
    NOTE("note", Where.FINDING, Category.DECISION, "N"),
    MARK("mark", Where.ACTING, Category.DECISION, "M"),
    REVEAL("reveal", Where.SHOWN, Category.EVIDENCE, "V"),
    REVEAL_ALL("reveal-all", Where.SHOWN, Category.EVIDENCE, "Shift+V"),
    HIDE("hide", Where.EACH_SCREEN, Category.EVIDENCE, "Esc"),
    REGION("region", Where.REVIEW, Category.DECISION, "G"),
    MAP("map", Where.SHOWN, Category.EVIDENCE, "Y"),
    PLAY("play", Where.ITEM, Category.EVIDENCE, "Space"),
    NEXT_MEDIUM("next-medium", Where.SHOWN, Category.EVIDENCE, "J", Use.WHILE_HELD),
    POLICY_TEXT("policy-text", Where.ITEM, Category.EVIDENCE, "P"),
    NOTICE("notice", Where.REVIEW, Category.EVIDENCE, "I"),
    EXPLAIN("explain", Where.EXPLAINED, Category.EVIDENCE, "X"),
    THREAD("thread", Where.ITEM, Category.EVIDENCE, "T"),
    HISTORY("history", Where.REVIEW, Category.EVIDENCE, "H"),
    NEXT_LABEL("next-label", Where.OF_LABELS, Category.EVIDENCE, "Ctrl+Down", Use.WHILE_HELD),
    PREVIOUS_LABEL("previous-label", Where.OF_LABELS, Category.EVIDENCE, "Ctrl+Up", Use.WHILE_HELD),
    PREVIOUS_PRECEDENT("previous-precedent", Where.ITEM, Category.EVIDENCE, ","),
    NEXT_PRECEDENT("next-precedent", Where.ITEM, Category.EVIDENCE, "."),
    APPLY_PRECEDENT("apply-precedent", Where.REVIEW, Category.DECISION, "="),
    UPHOLD("uphold", Where.APPEALS, Category.DECISION, "U"),
    OVERTURN("overturn", Where.APPEALS, Category.DECISION, "O"),
    CHANGE("change", Where.APPEALS, Category.DECISION, "C"),
    SENTENCE("sentence", Where.APPEALS, Category.DECISION, "S"),
    PUT_DOWN("put-down", Where.APPEALS, Category.DECISION, "D"),
    LEFT_SIDE("left-side", Where.SIDES, Category.DECISION, "Left"),
    RIGHT_SIDE("right-side", Where.SIDES, Category.DECISION, "Right"),
    DECIDE_ANEW("decide-anew", Where.SUPERVISOR, Category.DECISION, "D"),
    GOLDEN("golden", Where.TRUTH, Category.DECISION, "G"),
    ROW_UP("row-up", Where.ROWS, Category.FLOOR, "Up", Use.WHILE_HELD),
    ROW_DOWN("row-down", Where.ROWS, Category.FLOOR, "Down", Use.WHILE_HELD),
    MOVE_TASKS("move-tasks", Where.SUPERVISOR, Category.FLOOR, "Shift+M"),
    DRAIN("drain", Where.SUPERVISOR, Category.FLOOR, "Shift+D"),
    HAND_ON("hand-on", Where.SUPERVISOR, Category.FLOOR, "Shift+H"),
    OUTLOOK("outlook", Where.SUPERVISOR, Category.FLOOR, "Shift+T"),
    DIVIDE("divide", Where.SUPERVISOR, Category.FLOOR, "Shift+S"),
    AGREEMENT("agreement", Where.SUPERVISOR, Category.FLOOR, "Shift+A"),
    PROPOSAL("proposal", Where.SUPERVISOR, Category.FLOOR, "Shift+P"),
    REASSIGN("reassign", Where.TRUTH, Category.FLOOR, "Shift+E"),
    OPEN_WAVE("open-wave", Where.SUPERVISOR, Category.FLOOR, "O"),
    GOLDEN_ITEMS("golden-items", Where.SUPERVISOR, Category.FLOOR, "Shift+G"),
    CALIBRATIONS("calibrations", Where.SUPERVISOR, Category.FLOOR, "Shift+C"),
    PERSON("person", Where.SUPERVISOR, Category.FLOOR, "Shift+K"),
    RETIRE("retire", Where.SUPERVISOR, Category.FLOOR, "X"),
    NEW_CALIBRATION("new-calibration", Where.SUPERVISOR, Category.FLOOR, "C"),
    LEAVE_OUT("leave-out", Where.WAVES, Category.DECISION, "X"),
    REFUSE_WAVE("refuse-wave", Where.WAVES, Category.DECISION, "Shift+X"),
    REVERSE_WAVE("reverse-wave", Where.WAVES, Category.DECISION, "Shift+Z"),
    FIND("find", Where.SEARCH, Category.SEARCH, "Ctrl+F", Use.ALSO_WHILE_TYPING),
    FILTER_OUTCOME("filter-outcome", Where.SEARCH, Category.SEARCH, "O"),
    FILTER_SINCE("filter-since", Where.SEARCH, Category.SEARCH, "T"),
    LIKE_THIS("like-this", Where.SEARCH, Category.SEARCH, "L"),
    STATEMENT("statement", Where.SEARCH, Category.SEARCH, "S"),
    READER("reader", Where.SEARCH, Category.SEARCH, "R"),
    PREVIOUS_DECISION("previous-decision", Where.SEARCH, Category.SEARCH, ","),
    NEXT_DECISION("next-decision", Where.SEARCH, Category.SEARCH, "."),
    REVERSE("reverse", Where.SEARCH, Category.SEARCH, "Shift+R"),
    SECTION_1("section-1", Where.PEOPLE, Category.SYSTEM, "1"),
    SECTION_2("section-2", Where.PEOPLE, Category.SYSTEM, "2"),
    SECTION_3("section-3", Where.PEOPLE, Category.SYSTEM, "3"),
    SECTION_4("section-4", Where.PEOPLE, Category.SYSTEM, "4"),
    SECTION_5("section-5", Where.PEOPLE, Category.SYSTEM, "5"),
    SECTION_6("section-6", Where.PEOPLE, Category.SYSTEM, "6"),
    SECTION_7("section-7", Where.PEOPLE, Category.SYSTEM, "7"),
    NEW_ENTRY("new-entry", Where.PEOPLE, Category.SYSTEM, "Ctrl+N", Use.ALSO_WHILE_TYPING),
    SAVE("save", Where.PEOPLE, Category.SYSTEM, "Ctrl+S", Use.ALSO_WHILE_TYPING),
    REPLAY("replay", Where.PEOPLE, Category.SYSTEM, "Shift+R"),
    VERIFY("verify", Where.PEOPLE, Category.SYSTEM, "Shift+V"),
    TOGGLE("toggle", Where.PEOPLE, Category.SYSTEM, "Shift+D"),
    DELETE("delete", Where.PEOPLE, Category.SYSTEM, "Delete"),
    RESET_PASSWORD("reset-password", Where.PEOPLE, Category.SYSTEM, "Shift+P"),
    SEND_AGAIN("send-again", Where.PEOPLE, Category.SYSTEM, "Shift+S"),
    NEXT_FILTER("next-filter", Where.PEOPLE, Category.SYSTEM, "F"),
    OLDER("older", Where.PEOPLE, Category.SYSTEM, "Shift+O"),
    TOGGLE_ENTRY("toggle-entry", Where.PEOPLE, Category.SYSTEM, "Shift+E"),
    DELETE_ENTRY("delete-entry", Where.PEOPLE, Category.SYSTEM, "Shift+Delete"),
    IMPORT("import", Where.PEOPLE, Category.SYSTEM, "Ctrl+O", Use.ALSO_WHILE_TYPING),
    TRY_TEXT("try-text", Where.PEOPLE, Category.SYSTEM, "T"),
    PANEL_LEFT("panel-left", Where.INSIGHTS, Category.FIGURES, "Left", Use.WHILE_HELD),
    PANEL_RIGHT("panel-right", Where.INSIGHTS, Category.FIGURES, "Right", Use.WHILE_HELD),
    PREVIOUS_VALUE("previous-value", Where.DRAWN, Category.FIGURES, ",", Use.WHILE_HELD),
    NEXT_VALUE("next-value", Where.DRAWN, Category.FIGURES, ".", Use.WHILE_HELD),
    SPAN("span", Where.INSIGHTS, Category.FIGURES, "T"),
    EXPORT("export", Where.INSIGHTS, Category.FIGURES, "X"),
    RECORDS_1("records-1", Where.RECORDS, Category.RECORDS, "1"),
    RECORDS_2("records-2", Where.RECORDS, Category.RECORDS, "2"),
    RECORDS_3("records-3", Where.RECORDS, Category.RECORDS, "3"),
    STRETCH("stretch", Where.RECORDS, Category.RECORDS, "T"),
    KEEP_FILE("keep-file", Where.RECORDS, Category.RECORDS, "X"),
    LEAVE_INCOMPLETE("leave-incomplete", Where.RECORDS, Category.RECORDS, "I"),
    NEW_REPORT("new-report", Where.RECORDS, Category.RECORDS, "Ctrl+N", Use.ALSO_WHILE_TYPING),
    PREPARE("prepare", Where.RECORDS, Category.RECORDS, "Ctrl+S", Use.ALSO_WHILE_TYPING),
    PREVIEW_REPORT("preview-report", Where.RECORDS, Category.RECORDS, "P"),
    RELEASE("release", Where.RECORDS, Category.RECORDS, "Shift+R"),
    FILED("filed", Where.RECORDS, Category.RECORDS, "N"),
    WITHDRAW("withdraw", Where.RECORDS, Category.RECORDS, "Delete"),
    LABELS_1("labels-1", Where.LABELS, Category.LABELS, "1"),
    LABELS_2("labels-2", Where.LABELS, Category.LABELS, "2"),
    LABELS_3("labels-3", Where.LABELS, Category.LABELS, "3"),
    LABELS_4("labels-4", Where.LABELS, Category.LABELS, "4"),
    LABELS_5("labels-5", Where.LABELS, Category.LABELS, "5"),
    NEW_SET("new-set", Where.LABELS, Category.LABELS, "Ctrl+N", Use.ALSO_WHILE_TYPING),
    SUBMIT("submit", Where.LABELS, Category.LABELS, "Ctrl+S", Use.ALSO_WHILE_TYPING),
    BRING_IN("bring-in", Where.LABELS, Category.LABELS, "Ctrl+O", Use.ALSO_WHILE_TYPING),
    COMPARE("compare", Where.LABELS, Category.LABELS, "C"),
    FORMAT("format", Where.LABELS, Category.LABELS, "F"),
    SPLIT("split", Where.LABELS, Category.LABELS, "S"),
    WRITE_SET("write-set", Where.LABELS, Category.LABELS, "X"),
    WAIVE("waive", Where.LABELS, Category.LABELS, "W"),
    CANCEL_JOB("cancel-job", Where.LABELS, Category.LABELS, "Shift+X"),
    MORE_ROWS("more-rows", Where.LABELS, Category.LABELS, "Shift+M"),
    WITHDRAW_LABELS("withdraw-labels", Where.LABELS, Category.LABELS, "Delete"),
    SORT("sort", Where.LABELS, Category.LABELS, "O"),
    DISAGREEMENTS("disagreements", Where.LABELS, Category.LABELS, "D"),
    MEASURE("measure", Where.LABELS, Category.LABELS, "G"),
    SHADOW("shadow", Where.LABELS, Category.LABELS, "Shift+S"),
    APPROVE_MODEL("approve-model", Where.LABELS, Category.LABELS, "Shift+A"),
    PROMOTE("promote", Where.LABELS, Category.LABELS, "Shift+P"),
    ROLL_BACK("roll-back", Where.LABELS, Category.LABELS, "Shift+R"),
    RESCORE("rescore", Where.LABELS, Category.LABELS, "Shift+E"),
    CONFIRM("confirm", Where.LABELS, Category.LABELS, "Enter"),
    SETTLE("settle", Where.LABELS, Category.LABELS, "Shift+D"),
    SHARES("shares", Where.LABELS, Category.LABELS, "E"),
    TAKE_BACK("take-back", Where.LABELS, Category.LABELS, "Ctrl+Z"),
    NEW_POLICY("new-policy", Where.POLICIES, Category.DESK, "Ctrl+N", Use.ALSO_WHILE_TYPING),
    EXAMPLES("examples", Where.POLICIES, Category.DESK, "Ctrl+E", Use.ALSO_WHILE_TYPING),
    PUBLISH("publish", Where.POLICIES, Category.DESK, "Ctrl+S", Use.ALSO_WHILE_TYPING),
    PREVIEW("preview", Where.POLICIES, Category.DESK, "Ctrl+P", Use.ALSO_WHILE_TYPING),
    LOOK_AGAIN("look-again", Where.EACH_SCREEN, Category.DESK, "F5", Use.ALSO_WHILE_TYPING);

    /// Where a shortcut holds: on one screen, or everywhere. Two shortcuts clash when a scope
    /// has both.
    public enum Scope {
        EVERYWHERE,
        REVIEW,
        APPEALS,
        SUPERVISOR,
        WAVES,
        POLICIES,
        INSIGHTS,
        RECORDS,
        LABELS,
        SEARCH,
        PEOPLE
    }

    /// The scopes that shortcuts share: one key means one thing on every screen that has it.
    private static final class Where {
        private static final Set<Scope> EVERYWHERE = EnumSet.of(Scope.EVERYWHERE);
        /// Each screen does it in its own way.
        private static final Set<Scope> EACH_SCREEN = EnumSet.complementOf(EnumSet.of(Scope.EVERYWHERE));
        private static final Set<Scope> REVIEW = EnumSet.of(Scope.REVIEW);
        private static final Set<Scope> APPEALS = EnumSet.of(Scope.APPEALS);
        private static final Set<Scope> SUPERVISOR = EnumSet.of(Scope.SUPERVISOR);
        /// Where a supervisor says what is true of one item, or where it shall go.
        private static final Set<Scope> TRUTH = EnumSet.of(Scope.SUPERVISOR, Scope.SEARCH);
        private static final Set<Scope> SEARCH = EnumSet.of(Scope.SEARCH);
        private static final Set<Scope> PEOPLE = EnumSet.of(Scope.PEOPLE);
        /// Where an item is shown to be judged.
        private static final Set<Scope> ITEM = EnumSet.of(Scope.REVIEW, Scope.APPEALS, Scope.SUPERVISOR);
        /// Where an item's images and videos are drawn.
        private static final Set<Scope> SHOWN =
                EnumSet.of(Scope.REVIEW, Scope.APPEALS, Scope.SUPERVISOR, Scope.WAVES, Scope.SEARCH);
        /// Where somebody may ask why an item scores what it scores.
        private static final Set<Scope> EXPLAINED = EnumSet.of(Scope.REVIEW, Scope.SEARCH);
        /// Where something is found of one item or of many.
        private static final Set<Scope> FINDING =
                EnumSet.of(Scope.REVIEW, Scope.APPEALS, Scope.SUPERVISOR, Scope.WAVES);
        private static final Set<Scope> WAVES = EnumSet.of(Scope.WAVES);
        /// Where two people's findings stand side by side.
        private static final Set<Scope> SIDES = EnumSet.of(Scope.SUPERVISOR, Scope.WAVES);
        private static final Set<Scope> SUSPENDING = EnumSet.of(Scope.REVIEW, Scope.SUPERVISOR, Scope.WAVES);
        /// Where actions have a key each.
        private static final Set<Scope> ACTING = EnumSet.of(Scope.REVIEW, Scope.SUPERVISOR);
        private static final Set<Scope> POLICIES = EnumSet.of(Scope.POLICIES);
        private static final Set<Scope> RECORDS = EnumSet.of(Scope.RECORDS);
        private static final Set<Scope> INSIGHTS = EnumSet.of(Scope.INSIGHTS);
        private static final Set<Scope> LABELS = EnumSet.of(Scope.LABELS);
        /// Where figures are drawn.
        private static final Set<Scope> DRAWN = EnumSet.of(Scope.INSIGHTS, Scope.LABELS);
        /// Where one label of several is looked at.
        private static final Set<Scope> OF_LABELS =
                EnumSet.of(Scope.REVIEW, Scope.APPEALS, Scope.SUPERVISOR, Scope.LABELS);
        /// Where one goes up and down without a list that does it by itself.
        private static final Set<Scope> ROWS = EnumSet.of(Scope.SUPERVISOR, Scope.INSIGHTS);

        private Where() {}
    }

    /// Under which heading the key sheet has it.
    public enum Category {
        DECISION,
        EVIDENCE,
        FLOOR,
        FIGURES,
        RECORDS,
        LABELS,
        SEARCH,
        SYSTEM,
        DESK,
        GO;

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
    private final Set<Scope> scopes;
    private final Category category;
    private final Stroke stroke;
    private final Use use;

    Shortcut(String id, Set<Scope> scopes, Category category, String stroke) {
        this(id, scopes, category, stroke, Use.ONCE_A_PRESS);
    }

    Shortcut(String id, Set<Scope> scopes, Category category, String stroke, Use use) {
        this.id = id;
        this.scopes = scopes;
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

    /// Every scope that has it.
    public Set<Scope> scopes() {
        return Set.copyOf(scopes);
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
        return scopes.contains(Scope.EVERYWHERE)
                || other.scopes.contains(Scope.EVERYWHERE)
                || scopes.stream().anyMatch(other.scopes::contains);
    }
}
