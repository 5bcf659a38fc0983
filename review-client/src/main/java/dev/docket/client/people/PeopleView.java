package dev.docket.client.people;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.OpenDialog;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.control.StatePane;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.screen.ScreenView;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcut.Scope;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.people.FilterSection.Side;
import dev.docket.dto.audit.AuditEntryView;
import dev.docket.dto.people.Account;
import dev.docket.dto.people.ApiKeyView;
import dev.docket.dto.people.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The people and system screen: sections on the left, the list in the middle, one entry's form on the right.
public final class PeopleView implements ScreenView {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final PseudoClass DEGRADED = PseudoClass.getPseudoClass("degraded");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final List<Shortcut> SECTION_KEYS = List.of(
            Shortcut.SECTION_1,
            Shortcut.SECTION_2,
            Shortcut.SECTION_3,
            Shortcut.SECTION_4,
            Shortcut.SECTION_5,
            Shortcut.SECTION_6,
            Shortcut.SECTION_7);

    private final PeopleViewModel model;
    private final Messages messages;
    private final Shortcuts shortcuts;
    private final DateTimeFormatter time;
    private final Map<Section, KeyButton> tabs = new EnumMap<>(Section.class);
    private final Map<Section, Node> pages = new EnumMap<>(Section.class);
    private final TableView<Account> accounts;
    private final TableView<ApiKeyView> keys;
    private final TableView<AuditEntryView> audit;
    private final VBox health = new VBox();
    private final AccountPane account;
    private final KeyPane key;
    private final WebhookLists webhooks;
    private final WebhookForm webhook;
    private final FilterPages filters;
    private final StatePane state;
    private final HBox line = new HBox();
    private final Label said = new Label();
    private final VBox secret = new VBox();
    private final TextField secretValue = new TextField();
    private final Label secretSaid = new Label();
    private final Label verified = new Label();

    @FXML
    private BorderPane root;

    @FXML
    private VBox sections;

    @FXML
    private VBox middle;

    @FXML
    private StackPane stage;

    @SuppressWarnings("NullAway.Init") // The loader sets the fields before initialize().
    public PeopleView(PeopleViewModel model, Messages messages, Shortcuts shortcuts, OpenDialog files) {
        this.model = model;
        this.messages = messages;
        this.shortcuts = shortcuts;
        time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(messages.locale())
                .withZone(ZoneId.systemDefault());
        accounts = Tables.of(messages.get("people.accounts.empty"));
        keys = Tables.of(messages.get("people.keys.empty"));
        audit = Tables.of(messages.get("people.audit.empty"));
        account = new AccountPane(model, messages, shortcuts);
        key = new KeyPane(model, messages, shortcuts);
        webhooks = new WebhookLists(model.webhooks(), messages, shortcuts, this::at);
        webhook = new WebhookForm(model.webhooks(), messages, shortcuts);
        filters = new FilterPages(model, new FilterWords(messages), shortcuts, files);
        var again = new KeyButton(messages.get("people.state.again"), shortcuts.display(Shortcut.LOOK_AGAIN));
        again.setOnAction(event -> model.lookAgain());
        state = new StatePane(shape(), again);
    }

    @FXML
    void initialize() {
        var heading = new Label(messages.get("people.title"));
        heading.getStyleClass().add("overline");
        sections.getChildren().add(heading);
        for (var section : Section.values()) {
            sections.getChildren().add(tab(section));
        }
        buildLine();
        buildSecret();
        pages.put(Section.ACCOUNTS, accountsPage());
        pages.put(Section.KEYS, keysPage());
        pages.put(Section.WEBHOOKS, page(Section.WEBHOOKS, webhooks.buttons(), webhooks, scrolled(webhook)));
        pages.put(Section.AUDIT, auditPage());
        pages.put(Section.HEALTH, healthPage());
        for (var section : List.of(Section.BANKS, Section.LISTS)) {
            var lists = filters.lists(section);
            pages.put(section, page(section, lists.buttons(), lists, scrolled(filters.side(section))));
        }
        middle.getChildren().addFirst(line);
        stage.getChildren().addAll(pages.values());
        stage.getChildren().add(state);
        shortcuts.install(root, Scope.PEOPLE, deeds());
        bindModel();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        focusable().requestFocus();
    }

    private Node focusable() {
        return switch (model.sectionProperty().get()) {
            case ACCOUNTS -> accounts;
            case KEYS -> keys;
            case WEBHOOKS -> webhooks.table();
            case AUDIT -> audit;
            case HEALTH -> root;
            case BANKS, LISTS -> filters.lists(model.sectionProperty().get()).table();
        };
    }

    // Building

    private KeyButton tab(Section section) {
        var tab = new KeyButton(
                messages.get("people.section." + lower(section)),
                shortcuts.display(SECTION_KEYS.get(section.ordinal())));
        tab.getStyleClass().add("quiet");
        tab.setOnAction(event -> model.go(section));
        tabs.put(section, tab);
        return tab;
    }

    private void buildLine() {
        line.getStyleClass().addAll("people-said", "hairline-bottom");
        said.setWrapText(true);
        line.getChildren().setAll(said);
    }

    private void buildSecret() {
        secret.getStyleClass().add("people-secret");
        secretValue.setEditable(false);
        secretValue.getStyleClass().add("mono");
        var put = new KeyButton(messages.get("people.secret.put-away"), shortcuts.display(Shortcut.HIDE));
        put.setOnAction(event -> model.putSecretAway());
        secret.getChildren().setAll(secretSaid, secretValue, put);
        secret.setMaxSize(460, Region.USE_PREF_SIZE);
        StackPane.setAlignment(secret, Pos.CENTER);
    }

    private Node accountsPage() {
        var enter = new KeyButton(messages.get("people.accounts.new"), shortcuts.display(Shortcut.NEW_ENTRY));
        enter.setOnAction(event -> begin());
        Tables.column(accounts, messages.get("people.accounts.username"), 110, Account::username);
        Tables.column(accounts, messages.get("people.accounts.name"), 150, Account::displayName);
        Tables.column(accounts, messages.get("people.accounts.roles"), 170, person -> roles(person.roles()));
        Tables.column(accounts, messages.get("people.accounts.languages"), 100, person -> all(person.languages()));
        Tables.column(accounts, messages.get("people.accounts.queues"), 140, person -> all(person.queues()));
        Tables.column(accounts, messages.get("people.accounts.state"), 130, this::state);
        accounts.setRowFactory(table -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable Account person, boolean empty) {
                super.updateItem(person, empty);
                pseudoClassStateChanged(AWAY, person != null && person.disabledAt() != null);
            }
        });
        accounts.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.open(chosen);
            }
        });
        return page(Section.ACCOUNTS, List.of(enter), accounts, scrolled(account));
    }

    private Node keysPage() {
        Tables.column(keys, messages.get("people.keys.name"), 140, ApiKeyView::name);
        Tables.column(keys, messages.get("people.keys.prefix"), 110, made -> made.prefix() + "…");
        Tables.column(
                keys,
                messages.get("people.keys.scopes"),
                260,
                made -> made.scopes().stream()
                        .map(dev.docket.dto.people.Scope::wire)
                        .sorted()
                        .collect(Collectors.joining(", ")));
        Tables.column(
                keys,
                messages.get("people.keys.state"),
                150,
                made -> made.revokedAt() == null
                        ? messages.get("people.keys.since", at(made.createdAt()))
                        : messages.get("people.keys.revoked", at(made.revokedAt())));
        var revoke = new KeyButton(messages.get("people.keys.revoke"), shortcuts.display(Shortcut.DELETE));
        revoke.setDisable(true);
        keys.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> revoke.setDisable(chosen == null || chosen.revokedAt() != null));
        revoke.setOnAction(event -> revoke());
        return page(Section.KEYS, List.of(revoke), keys, scrolled(key));
    }

    private Node auditPage() {
        Tables.column(audit, messages.get("people.audit.at"), 150, entry -> at(entry.at()));
        Tables.column(audit, messages.get("people.audit.actor"), 150, this::actor);
        Tables.column(audit, messages.get("people.audit.action"), 180, AuditEntryView::action);
        Tables.column(
                audit,
                messages.get("people.audit.subject"),
                210,
                entry -> entry.subjectKind() + " " + shortened(entry.subjectId()));
        Tables.column(audit, messages.get("people.audit.details"), 240, entry -> details(entry.details()));
        var older = new KeyButton(messages.get("people.audit.older"), shortcuts.display(Shortcut.OLDER));
        older.setOnAction(event -> model.readOlder());
        model.olderProperty().subscribe(after -> older.setDisable(after == null));
        var verify = new KeyButton(messages.get("people.audit.verify"), shortcuts.display(Shortcut.VERIFY));
        verify.setOnAction(event -> model.verify());
        verified.getStyleClass().add("secondary");
        verified.setWrapText(true);
        var page = page(Section.AUDIT, List.of(verify, older), audit, null);
        ((VBox) page).getChildren().add(1, padded(verified));
        return page;
    }

    private Node healthPage() {
        health.getStyleClass().add("health-list");
        var scroll = new ScrollPane(health);
        scroll.setFitToWidth(true);
        return page(Section.HEALTH, List.of(), scroll, null);
    }

    private Node page(Section section, List<? extends Node> buttons, Node list, @Nullable Node beside) {
        var title = new Label(messages.get("people.section." + lower(section)));
        title.getStyleClass().add("title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap);
        head.getStyleClass().add("people-head");
        head.getChildren().addAll(buttons);
        var body = new HBox(list);
        body.getStyleClass().add("people-body");
        HBox.setHgrow(list, Priority.ALWAYS);
        if (beside != null) {
            body.getChildren().add(beside);
        }
        VBox.setVgrow(body, Priority.ALWAYS);
        return new VBox(head, body);
    }

    private static ScrollPane scrolled(Region form) {
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("people-form-scroll", "hairline-left");
        return scroll;
    }

    private static Node padded(Label label) {
        var box = new HBox(label);
        box.setStyle("-fx-padding: 0 24px 12px 24px;");
        box.managedProperty().bind(label.textProperty().isNotEmpty());
        return box;
    }

    private Region shape() {
        var rows = Skeleton.column("skeleton-item", Skeleton.bar(180, 20), Skeleton.gap(12));
        for (int row = 0; row < 8; row++) {
            rows.getChildren().add(Skeleton.bar(640, 14));
        }
        rows.setAccessibleText(messages.get("people.state.loading"));
        return rows;
    }

    // Showing

    private void bindModel() {
        model.sectionProperty().subscribe(section -> showSection());
        for (var section : Section.values()) {
            model.stateProperty(section).subscribe(now -> showSection());
        }
        model.accountsProperty().subscribe(all -> keepSelection(all));
        model.keysProperty().subscribe(all -> Tables.renew(keys, all, ApiKeyView::id));
        model.auditProperty().subscribe(all -> Tables.renew(audit, all, AuditEntryView::id));
        model.healthProperty().subscribe(report -> showHealth());
        model.formProperty().subscribe(form -> showForm(form));
        model.noticeProperty().subscribe(notice -> showNotice(notice));
        model.secretProperty().subscribe(given -> showSecret(given));
        model.verifiedProperty().subscribe(result -> showVerified());
    }

    private void showSection() {
        var section = model.sectionProperty().get();
        tabs.forEach((each, tab) -> tab.show(each == section, false));
        boolean ready = model.stateProperty(section).get() == PeopleViewModel.State.READY;
        pages.forEach((each, page) -> page.setVisible(each == section && ready));
        switch (model.stateProperty(section).get()) {
            case LOADING -> state.loading();
            case READY -> state.clear();
            case OFFLINE ->
                state.say(StatePane.Message.offline(
                        messages.get("people.state.offline.title"), messages.get("people.state.offline"), ""));
            case ERROR ->
                state.say(StatePane.Message.fault(
                        messages.get("people.state.error.title"), messages.get("people.state.error"), ""));
        }
    }

    /// The row stays chosen though its account was replaced by a newer one.
    private void keepSelection(List<Account> all) {
        var form = model.formProperty().get();
        accounts.getItems().setAll(all);
        if (form != null && form.base() != null) {
            all.stream()
                    .filter(person -> person.id().equals(form.base().id()))
                    .findFirst()
                    .ifPresent(person -> accounts.getSelectionModel().select(person));
        }
    }

    private void showForm(@Nullable AccountForm form) {
        account.setVisible(form != null);
        account.getParent();
        if (form == null || form.isNew()) {
            accounts.getSelectionModel().clearSelection();
        }
    }

    private void showNotice(PeopleViewModel.@Nullable Notice notice) {
        boolean any = notice != null;
        line.setVisible(any);
        line.setManaged(any);
        if (notice != null) {
            String slug = notice.slug();
            String why = slug != null && messages.has("problem." + slug) ? " " + messages.get("problem." + slug) : "";
            String fault = notice.errors().stream()
                    .filter(error -> error.pointer().isEmpty())
                    .map(error -> " " + error.detail())
                    .findFirst()
                    .orElse("");
            said.setText(messages.get("people.said." + notice.kind()) + why + fault);
        }
    }

    private void showSecret(PeopleViewModel.@Nullable Secret given) {
        stage.getChildren().remove(secret);
        secretValue.clear();
        if (given != null) {
            secretSaid.setText(messages.get("people.secret." + lower(given.kind()), given.of()));
            if (given.kind() == PeopleViewModel.Kind.WEBHOOK) {
                webhook.clear();
            } else if (given.kind() == PeopleViewModel.Kind.KEY) {
                key.clear();
            }
            secretValue.setText(given.value());
            stage.getChildren().add(secret);
            secretValue.requestFocus();
            secretValue.selectAll();
        }
    }

    private void showVerified() {
        var result = model.verifiedProperty().get();
        if (result == null) {
            verified.setText("");
        } else if (result.valid()) {
            verified.setText(messages.get("people.audit.whole", result.entries(), result.unsealed()));
        } else {
            verified.setText(messages.get(
                    "people.audit.broken", String.valueOf(result.brokenAt()), String.valueOf(result.reason())));
        }
    }

    private void showHealth() {
        var report = model.healthProperty().get();
        if (report == null) {
            return;
        }
        health.getChildren().clear();
        health.getChildren().add(healthRow(messages.get("people.health.floor"), report.status(), report.version()));
        report.components().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> health.getChildren()
                        .add(healthRow(
                                part.getKey(),
                                part.getValue().status(),
                                part.getValue().detail())));
    }

    private Node healthRow(String name, String status, String detail) {
        var what = new Label(name);
        what.getStyleClass().add("strong");
        String word = "people.health." + status.toLowerCase(Locale.ROOT);
        var how = new Label(messages.has(word) ? messages.get(word) : status);
        how.getStyleClass().add("health-state");
        how.pseudoClassStateChanged(DEGRADED, status.equals("DEGRADED"));
        how.pseudoClassStateChanged(DOWN, status.equals("DOWN"));
        var why = new Label(detail);
        why.getStyleClass().add("secondary");
        why.setWrapText(true);
        var row = new HBox(what, how, why);
        row.getStyleClass().add("health-row");
        HBox.setHgrow(why, Priority.ALWAYS);
        return row;
    }

    // Words

    private String roles(Collection<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> messages.get("people.role." + lower(role)))
                .collect(Collectors.joining(", "));
    }

    private String all(List<String> words) {
        return words.contains("*") ? messages.get("people.all") : String.join(", ", words);
    }

    private String state(Account person) {
        return person.disabledAt() == null
                ? messages.get("people.accounts.active")
                : messages.get("people.accounts.disabled", at(person.disabledAt()));
    }

    private String actor(AuditEntryView entry) {
        String kind = "people.actor." + entry.actorKind().toLowerCase(Locale.ROOT);
        String name = accountOf(entry.actorId());
        return (messages.has(kind) ? messages.get(kind) : entry.actorKind()) + (name.isEmpty() ? "" : " " + name);
    }

    private String accountOf(@Nullable String id) {
        if (id == null) {
            return "";
        }
        return model.accountsProperty().get().stream()
                .filter(person -> person.id().equals(id))
                .map(Account::username)
                .findFirst()
                .orElse(shortened(id));
    }

    private static String shortened(String id) {
        return id.length() > 13 ? id.substring(0, 8) + "…" + id.substring(id.length() - 4) : id;
    }

    private static String details(Map<String, Object> details) {
        return details.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(" · "));
    }

    private String at(@Nullable Instant at) {
        return at == null ? "" : time.format(at);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    // Keys

    private Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        for (var section : Section.values()) {
            deeds.put(SECTION_KEYS.get(section.ordinal()), () -> {
                model.go(section);
                focus();
            });
        }
        deeds.put(Shortcut.NEW_ENTRY, this::begin);
        deeds.put(Shortcut.SAVE, this::save);
        deeds.put(Shortcut.VERIFY, this::verify);
        deeds.put(Shortcut.REPLAY, this::replay);
        deeds.put(Shortcut.HIDE, this::putAway);
        deeds.put(Shortcut.TOGGLE, this::toggle);
        deeds.put(Shortcut.DELETE, this::delete);
        deeds.put(Shortcut.RESET_PASSWORD, this::resetPassword);
        deeds.put(Shortcut.SEND_AGAIN, this::sendAgain);
        deeds.put(Shortcut.NEXT_FILTER, this::nextFilter);
        deeds.put(Shortcut.OLDER, this::older);
        deeds.put(Shortcut.TOGGLE_ENTRY, () -> onFilter(FilterSection::toggleEntry));
        deeds.put(Shortcut.DELETE_ENTRY, () -> onFilter(FilterSection::deleteEntry));
        deeds.put(Shortcut.IMPORT, this::importFile);
        deeds.put(Shortcut.TRY_TEXT, this::look);
        deeds.put(Shortcut.LOOK_AGAIN, model::lookAgain);
        deeds.put(Shortcut.NEXT_PANE, this::nextPane);
        return deeds;
    }

    private Section section() {
        return model.sectionProperty().get();
    }

    private boolean isFilter() {
        return section() == Section.BANKS || section() == Section.LISTS;
    }

    private void onFilter(Consumer<FilterSection<?, ?>> deed) {
        if (isFilter()) {
            deed.accept(section() == Section.BANKS ? model.banks() : model.lists());
        }
    }

    private void begin() {
        switch (section()) {
            case KEYS -> key.focusFirst();
            case WEBHOOKS -> webhook.focusFirst();
            case BANKS, LISTS -> show(Side.NEW);
            case ACCOUNTS, AUDIT, HEALTH -> {
                model.go(Section.ACCOUNTS);
                model.begin();
                account.focusFirst();
            }
        }
    }

    private void save() {
        switch (section()) {
            case KEYS -> key.make();
            case WEBHOOKS -> webhook.make();
            case BANKS, LISTS -> filters.side(section()).save();
            case ACCOUNTS, AUDIT, HEALTH -> model.save();
        }
    }

    private void look() {
        if (isFilter()) {
            show(Side.LOOK);
        }
    }

    private void show(Side side) {
        onFilter(filter -> filter.show(side));
        filters.side(section()).focusFirst();
    }

    private void importFile() {
        if (isFilter()) {
            filters.side(section()).importFile();
        }
    }

    private void toggle() {
        switch (section()) {
            case ACCOUNTS -> model.toggleAway();
            case WEBHOOKS -> model.webhooks().toggle();
            case BANKS, LISTS -> onFilter(FilterSection::toggle);
            case KEYS, AUDIT, HEALTH -> {
                // Nothing there is switched.
            }
        }
    }

    private void delete() {
        switch (section()) {
            case KEYS -> revoke();
            case WEBHOOKS -> model.webhooks().delete();
            case BANKS, LISTS -> onFilter(FilterSection::delete);
            case ACCOUNTS, AUDIT, HEALTH -> {
                // Nothing there is deleted.
            }
        }
    }

    private void revoke() {
        var chosen = keys.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.revokedAt() == null) {
            model.revokeKey(chosen);
        }
    }

    private void resetPassword() {
        if (section() == Section.ACCOUNTS) {
            model.resetPassword();
        }
    }

    private void sendAgain() {
        if (section() == Section.WEBHOOKS) {
            webhooks.sendAgain();
        }
    }

    private void nextFilter() {
        if (section() == Section.WEBHOOKS) {
            model.webhooks().nextFilter();
        } else if (section() == Section.BANKS) {
            model.banks().nextState();
        }
    }

    private void older() {
        switch (section()) {
            case AUDIT -> model.readOlder();
            case WEBHOOKS -> model.webhooks().readOlder();
            case BANKS, LISTS -> onFilter(FilterSection::readOlder);
            case ACCOUNTS, KEYS, HEALTH -> {
                // They are short.
            }
        }
    }

    private void verify() {
        if (model.sectionProperty().get() == Section.AUDIT) {
            model.verify();
        }
    }

    private void replay() {
        if (model.sectionProperty().get() == Section.WEBHOOKS) {
            model.webhooks().replay();
        }
    }

    private void putAway() {
        if (isFilter()) {
            onFilter(filter -> {
                filter.filling().stop();
                filter.show(Side.FILL);
            });
        } else if (model.secretProperty().get() == null) {
            model.putAside();
        } else {
            model.putSecretAway();
        }
        focus();
    }

    private void nextPane() {
        boolean inList =
                root.getScene() != null && focusable().equals(root.getScene().getFocusOwner());
        if (inList
                && model.sectionProperty().get() == Section.ACCOUNTS
                && model.formProperty().get() != null) {
            account.focusFirst();
        } else if (inList && model.sectionProperty().get() == Section.KEYS) {
            key.focusFirst();
        } else if (inList && model.sectionProperty().get() == Section.WEBHOOKS) {
            webhook.focusFirst();
        } else if (inList && isFilter()) {
            filters.lists(section()).entries().requestFocus();
        } else if (isFilter() && filters.lists(section()).entries().isFocused()) {
            filters.side(section()).focusFirst();
        } else {
            focus();
        }
    }
}
