package dev.docket.client.people;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.screen.ScreenModel;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.Page;
import dev.docket.dto.audit.AuditEntryView;
import dev.docket.dto.audit.AuditVerification;
import dev.docket.dto.ops.HealthReport;
import dev.docket.dto.people.Account;
import dev.docket.dto.people.AccountWithPassword;
import dev.docket.dto.people.ApiKeyView;
import dev.docket.dto.people.Scope;
import dev.docket.dto.problem.FieldError;
import dev.docket.dto.problem.Slug;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The people and system screen without its looks. Use on the FX thread only.
///
/// A section is read when it is gone to. What was typed stays until the floor took it or the person put it aside: a
/// refusal, and a change that somebody else made meanwhile, leave it in place. A password or key that is shown once is
/// forgotten as soon as it is put away.
public final class PeopleViewModel implements ScreenModel {
    /// What a section shows.
    public enum State {
        LOADING,
        READY,
        OFFLINE,
        ERROR
    }

    /// What became of the last thing asked for.
    ///
    /// @param kind names the words, such as `saved`, `refused`, `offline`
    /// @param slug of a refusal
    /// @param errors the fields it named
    public record Notice(String kind, @Nullable String slug, List<FieldError> errors) {}

    /// What is shown only once.
    public enum Kind {
        PASSWORD,
        KEY,
        WEBHOOK
    }

    /// Something shown this once.
    ///
    /// @param of whose it is
    public record Secret(String of, String value, Kind kind) {
        @Override
        public String toString() {
            return "Secret[" + of + "]";
        }
    }

    /// What a part says of itself while it is as well as before, such as the room on a disk, is no event.
    private static final Duration FIGURES_EVERY = Duration.ofMinutes(1);

    private static final Duration SETTLING = Duration.ofSeconds(1);
    private static final Map<Section, String> CHANGED_BY = Map.of(
            Section.ACCOUNTS,
            "person",
            Section.KEYS,
            "api-key",
            Section.BANKS,
            "filter",
            Section.LISTS,
            "filter",
            Section.WEBHOOKS,
            "webhook",
            Section.AUDIT,
            "audit",
            Section.HEALTH,
            "health");
    /// Sections of which much may change in a moment.
    private static final Set<Section> BUSY = EnumSet.of(Section.AUDIT, Section.WEBHOOKS, Section.HEALTH);

    private final PeopleApi api;
    private final Background background;
    private final Webhooks webhooks;
    private final Banks banks;
    private final Lists lists;
    private final Map<Section, ReadOnlyObjectWrapper<State>> states = new EnumMap<>(Section.class);
    private final ReadOnlyObjectWrapper<Section> section = new ReadOnlyObjectWrapper<>(Section.ACCOUNTS);
    private final ReadOnlyObjectWrapper<List<Account>> accounts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ApiKeyView>> keys = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<AuditEntryView>> audit = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable String> older = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AuditVerification> verified = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable HealthReport> health = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AccountForm> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Secret> secret = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);

    private Cancellable watching = () -> {};
    private Cancellable soon = () -> {};
    private boolean isSoon;
    private boolean shown;

    public PeopleViewModel(PeopleApi api, FiltersApi filters, Background background) {
        this.api = api;
        this.background = background;
        this.webhooks = new Webhooks(api, background, this);
        this.banks = new Banks(filters, background, this);
        this.lists = new Lists(filters, background, this);
        for (var each : Section.values()) {
            states.put(each, new ReadOnlyObjectWrapper<>(State.LOADING));
        }
    }

    @Override
    public void open() {
        shown = true;
        lookAgain();
    }

    @Override
    public void close() {
        hidden();
        banks.filling().stop();
        lists.filling().stop();
    }

    @Override
    public void hidden() {
        shown = false;
        stop();
        secret.set(null);
    }

    @Override
    public void shown() {
        shown = true;
        lookAgain();
    }

    @Override
    public void reconnected() {
        lookAgain();
    }

    /// The section that is shown is read anew when something in it changed; what is typed and selected stays.
    @Override
    public void happened(LiveEvent event) {
        if (shown && event.isOf(Objects.requireNonNull(CHANGED_BY.get(section.get())))) {
            if (BUSY.contains(section.get())) {
                readSoon();
            } else {
                lookAgain();
            }
        }
    }

    /// Reads after a moment, once for however much happens in it.
    private void readSoon() {
        if (!isSoon) {
            isSoon = true;
            soon = background.after(SETTLING, () -> {
                isSoon = false;
                readNewer();
            });
        }
    }

    private void readNewer() {
        switch (section.get()) {
            case AUDIT -> read(Section.AUDIT, () -> api.audit(null), this::putBefore);
            case WEBHOOKS -> webhooks.read();
            case HEALTH -> readHealth();
            case ACCOUNTS, KEYS, BANKS, LISTS -> lookAgain();
        }
    }

    private void stop() {
        webhooks.stop();
        watching.cancel();
        soon.cancel();
        isSoon = false;
    }

    public void go(Section to) {
        stop();
        section.set(to);
        notice.set(null);
        lookAgain();
    }

    /// Reads the section that is shown.
    public void lookAgain() {
        switch (section.get()) {
            case ACCOUNTS -> readAccounts();
            case KEYS -> read(Section.KEYS, api::keys, keys);
            case WEBHOOKS -> webhooks.open();
            case AUDIT -> readAudit();
            case HEALTH -> watchHealth();
            case BANKS -> banks.lookAgain();
            case LISTS -> lists.lookAgain();
        }
    }

    private void watchHealth() {
        watching.cancel();
        readHealth();
        watching = background.every(FIGURES_EVERY, this::readHealth);
    }

    private void readHealth() {
        read(Section.HEALTH, api::health, health);
    }

    // Accounts

    public void begin() {
        notice.set(null);
        form.set(AccountForm.blank());
    }

    public void open(Account account) {
        notice.set(null);
        form.set(AccountForm.of(account));
    }

    public void putAside() {
        form.set(null);
        notice.set(null);
    }

    public void typed(AccountForm now) {
        form.set(now);
    }

    public void save() {
        var typed = form.get();
        if (typed == null || !typed.isComplete() || busy.get()) {
            return;
        }
        if (typed.base() == null) {
            ask(() -> api.enter(typed.asNew()), this::entered);
        } else {
            var base = typed.base();
            ask(() -> api.change(base.id(), typed.asChange(), base.version()), changed -> {
                replace(changed);
                form.set(AccountForm.of(changed));
                say("saved");
            });
        }
    }

    public void disable() {
        onBase(base -> ask(() -> api.disable(base.id()), this::switched));
    }

    public void enable() {
        onBase(base -> ask(() -> api.enable(base.id()), this::switched));
    }

    public void resetPassword() {
        onBase(base -> ask(() -> api.resetPassword(base.id()), this::entered));
    }

    /// Keeps the person who is open out, or lets them in again.
    public void toggleAway() {
        onBase(base ->
                ask(() -> base.disabledAt() == null ? api.disable(base.id()) : api.enable(base.id()), this::switched));
    }

    private void onBase(Consumer<Account> deed) {
        var typed = form.get();
        if (typed != null && typed.base() != null && !busy.get()) {
            deed.accept(typed.base());
        }
    }

    private void switched(Account changed) {
        replace(changed);
        var typed = form.get();
        if (typed != null) {
            form.set(typed.over(changed));
        }
        say(changed.disabledAt() == null ? "enabled" : "disabled");
    }

    private void entered(AccountWithPassword made) {
        replace(made.account());
        form.set(AccountForm.of(made.account()));
        secret.set(new Secret(made.account().username(), made.password(), Kind.PASSWORD));
        notice.set(null);
    }

    private void replace(Account changed) {
        var all = new ArrayList<>(accounts.get());
        all.removeIf(account -> account.id().equals(changed.id()));
        all.add(changed);
        all.sort(Comparator.comparing(Account::username));
        accounts.set(List.copyOf(all));
    }

    private void readAccounts() {
        read(Section.ACCOUNTS, api::accounts, accounts);
    }

    // Keys

    public void makeKey(String name, Set<Scope> scopes) {
        if (name.isBlank() || scopes.isEmpty() || busy.get()) {
            return;
        }
        ask(() -> api.makeKey(name, scopes), made -> {
            secret.set(new Secret(made.name(), Objects.requireNonNullElse(made.key(), ""), Kind.KEY));
            read(Section.KEYS, api::keys, keys);
        });
    }

    public void revokeKey(ApiKeyView key) {
        ask(
                () -> {
                    api.revokeKey(key.id());
                    return key;
                },
                revoked -> {
                    say("revoked");
                    read(Section.KEYS, api::keys, keys);
                });
    }

    /// Forgets what is shown once.
    public void putSecretAway() {
        secret.set(null);
    }

    // Audit

    public void readOlder() {
        var after = older.get();
        if (after != null && !busy.get()) {
            ask(() -> api.audit(after), page -> {
                var all = new ArrayList<>(audit.get());
                all.addAll(page.items());
                audit.set(List.copyOf(all));
                older.set(page.next());
            });
        }
    }

    public void verify() {
        verified.set(null);
        ask(api::verify, verified::set);
    }

    /// What is new goes before what was read, which stays with all its older pages. Where more came than a page holds
    /// there would be a gap: then the list begins anew.
    private void putBefore(Page<AuditEntryView> page) {
        var newest = page.items().stream().map(AuditEntryView::id).collect(Collectors.toSet());
        var known = audit.get();
        int overlap = 0;
        while (overlap < known.size() && !newest.contains(known.get(overlap).id())) {
            overlap++;
        }
        if (overlap == known.size()) {
            audit.set(page.items());
            older.set(page.next());
            return;
        }
        var all = new ArrayList<>(page.items());
        known.stream().filter(entry -> !newest.contains(entry.id())).forEach(all::add);
        audit.set(List.copyOf(all));
    }

    private void readAudit() {
        read(Section.AUDIT, () -> api.audit(null), page -> {
            audit.set(page.items());
            older.set(page.next());
        });
    }

    // Asking

    private <T> void read(Section of, Callable<T> question, ReadOnlyObjectWrapper<? super T> into) {
        read(of, question, into::set);
    }

    <T> void read(Section of, Callable<T> question, Consumer<? super T> reader) {
        background
                .run(question)
                .onSuccess(answer -> {
                    reader.accept(answer);
                    stateOf(of).set(State.READY);
                })
                .onFailure(fault -> {
                    if (stateOf(of).get() != State.READY) {
                        stateOf(of).set(fault instanceof Offline ? State.OFFLINE : State.ERROR);
                    } else {
                        failed(fault);
                    }
                });
    }

    <T> void ask(Callable<T> question, Consumer<T> then) {
        busy.set(true);
        background
                .run(question)
                .onSuccess(answer -> {
                    busy.set(false);
                    then.accept(answer);
                })
                .onFailure(fault -> {
                    busy.set(false);
                    failed(fault);
                });
    }

    void failed(Exception fault) {
        if (fault instanceof ApiProblem refusal) {
            var errors = refusal.problem().errors();
            notice.set(new Notice("refused", refusal.slug(), errors == null ? List.of() : errors));
            if (refusal.slug().equals(Slug.CHANGED_MEANWHILE)) {
                takeFresh();
            }
        } else {
            notice.set(new Notice(fault instanceof Offline ? "offline" : "refused", null, List.of()));
        }
    }

    /// Somebody else changed the account: what was typed stays, over what they made of it.
    private void takeFresh() {
        var typed = form.get();
        if (typed == null || typed.base() == null) {
            return;
        }
        String id = typed.base().id();
        background.run(api::accounts).onSuccess(read -> {
            accounts.set(read);
            read.stream()
                    .filter(account -> account.id().equals(id))
                    .findFirst()
                    .ifPresent(fresh -> form.set(typed.over(fresh)));
        });
    }

    /// Shows something this once.
    void keep(Secret given) {
        secret.set(given);
    }

    /// Says no in the floor's own words, where it gave them for one entry.
    void refuse(String detail) {
        notice.set(new Notice("entry-faulty", null, List.of(new FieldError("", detail))));
    }

    void forgetNotice() {
        notice.set(null);
    }

    void say(String kind) {
        notice.set(new Notice(kind, null, List.of()));
    }

    private ReadOnlyObjectWrapper<State> stateOf(Section of) {
        return Objects.requireNonNull(states.get(of));
    }

    public ReadOnlyObjectProperty<State> stateProperty(Section of) {
        return stateOf(of).getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Section> sectionProperty() {
        return section.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Account>> accountsProperty() {
        return accounts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<ApiKeyView>> keysProperty() {
        return keys.getReadOnlyProperty();
    }

    /// The section of the webhooks.
    public Webhooks webhooks() {
        return webhooks;
    }

    /// The section of the hash banks.
    public Banks banks() {
        return banks;
    }

    /// The section of the blocklists.
    public Lists lists() {
        return lists;
    }

    public ReadOnlyObjectProperty<List<AuditEntryView>> auditProperty() {
        return audit.getReadOnlyProperty();
    }

    /// Where the next page of the trail begins; null when all of it is there.
    public ReadOnlyObjectProperty<@Nullable String> olderProperty() {
        return older.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable AuditVerification> verifiedProperty() {
        return verified.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable HealthReport> healthProperty() {
        return health.getReadOnlyProperty();
    }

    /// What is typed about somebody; null when nobody is open.
    public ReadOnlyObjectProperty<@Nullable AccountForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Secret> secretProperty() {
        return secret.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Boolean> busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
