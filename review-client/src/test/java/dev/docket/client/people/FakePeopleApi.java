package dev.docket.client.people;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.Page;
import dev.docket.dto.audit.AuditEntryView;
import dev.docket.dto.audit.AuditVerification;
import dev.docket.dto.enforcement.WebhookDelivery;
import dev.docket.dto.enforcement.WebhookEvent;
import dev.docket.dto.enforcement.WebhookView;
import dev.docket.dto.ops.HealthReport;
import dev.docket.dto.people.Account;
import dev.docket.dto.people.AccountWithPassword;
import dev.docket.dto.people.ApiKeyView;
import dev.docket.dto.people.ChangePerson;
import dev.docket.dto.people.NewPerson;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import dev.docket.dto.problem.FieldError;
import dev.docket.dto.problem.Problem;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A floor with people, in memory.
final class FakePeopleApi implements PeopleApi {
    private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");

    final List<Account> accounts = new ArrayList<>(List.of(
            account("1", "ada", "Ada Min", Set.of(Role.ADMIN), null, 0),
            account("2", "mod1", "Mo Derato", Set.of(Role.MODERATOR), null, 3),
            account("3", "zoe", "Zoe Zander", Set.of(Role.SENIOR, Role.POLICY), THEN, 1)));
    final List<ApiKeyView> keys = new ArrayList<>(List.of(
            new ApiKeyView("k1", "forum", "dk_demo0", Set.of(Scope.ITEMS_WRITE, Scope.ITEMS_READ), THEN, null, null),
            new ApiKeyView("k2", "old shop", "dk_x7Yb2", Set.of(Scope.CLASSIFY), THEN, THEN, null)));

    final List<WebhookView> webhooks = new ArrayList<>(List.of(
            webhook("h1", "https://forum.example/docket/decisions", 1, 1, null),
            webhook("h2", "https://old.example/hook", 0, 0, THEN)));
    final List<String> deeds = new ArrayList<>();
    int deliveryReads;
    int healthReads;
    String queueStatus = "DEGRADED";

    @Nullable String lastFilter;

    @Nullable String refuses;

    List<FieldError> errors = List.of();
    boolean offline;

    static Account account(
            String id, String name, String shown, Set<Role> roles, @Nullable Instant disabledAt, long version) {
        return new Account(
                id,
                name,
                shown,
                roles,
                List.of("medical"),
                List.of("en", "pt-BR"),
                List.of("*"),
                THEN,
                disabledAt,
                version);
    }

    @Override
    public List<Account> accounts() throws ApiProblem, Offline {
        if (offline) {
            throw new Offline(new IOException("no floor"));
        }
        return List.copyOf(accounts);
    }

    @Override
    public AccountWithPassword enter(NewPerson person) throws ApiProblem, Offline {
        check();
        var made = account("9", person.username(), person.displayName(), person.roles(), null, 0);
        accounts.add(made);
        return new AccountWithPassword(made, "a-password-shown-once");
    }

    @Override
    public Account change(String id, ChangePerson change, long version) throws ApiProblem, Offline {
        check();
        var before = one(id);
        if (before.version() != version) {
            refuse("changed-meanwhile", 412);
        }
        return replace(
                account(id, before.username(), change.displayName(), change.roles(), before.disabledAt(), version + 1));
    }

    @Override
    public Account disable(String id) throws ApiProblem, Offline {
        check();
        var before = one(id);
        return replace(
                account(id, before.username(), before.displayName(), before.roles(), THEN, before.version() + 1));
    }

    @Override
    public Account enable(String id) throws ApiProblem, Offline {
        check();
        var before = one(id);
        return replace(
                account(id, before.username(), before.displayName(), before.roles(), null, before.version() + 1));
    }

    @Override
    public AccountWithPassword resetPassword(String id) throws ApiProblem, Offline {
        check();
        return new AccountWithPassword(one(id), "another-password");
    }

    @Override
    public List<ApiKeyView> keys() {
        return List.copyOf(keys);
    }

    @Override
    public ApiKeyView makeKey(String name, Set<Scope> scopes) throws ApiProblem, Offline {
        check();
        keys.add(new ApiKeyView("k9", name, "dk_newly", scopes, THEN, null, null));
        return new ApiKeyView("k9", name, "dk_newly", scopes, THEN, null, "dk_newly-made");
    }

    @Override
    public void revokeKey(String id) {
        keys.removeIf(key -> key.id().equals(id));
    }

    private static WebhookView webhook(String id, String url, long pending, long dead, @Nullable Instant disabledAt) {
        var events = disabledAt == null ? WebhookEvent.all() : List.of("decision.effective", "appeal.decided");
        return new WebhookView(id, url, events, THEN, pending, dead, disabledAt, null);
    }

    @Override
    public List<WebhookView> webhooks() throws ApiProblem, Offline {
        check();
        return List.copyOf(webhooks);
    }

    @Override
    public WebhookView register(String url, @Nullable List<String> events) throws ApiProblem, Offline {
        check();
        webhooks.add(webhook("h9", url, 0, 0, null));
        return new WebhookView("h9", url, events == null ? WebhookEvent.all() : events, THEN, 0, 0, null, "whsec_once");
    }

    @Override
    public WebhookView disableWebhook(String id) throws ApiProblem, Offline {
        return silence(id, THEN);
    }

    @Override
    public WebhookView enableWebhook(String id) throws ApiProblem, Offline {
        return silence(id, null);
    }

    private WebhookView silence(String id, @Nullable Instant since) throws ApiProblem, Offline {
        check();
        webhooks.replaceAll(one -> one.id().equals(id) ? webhook(id, one.url(), 0, 0, since) : one);
        return webhooks.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    @Override
    public void deleteWebhook(String id) throws ApiProblem, Offline {
        check();
        webhooks.removeIf(one -> one.id().equals(id));
    }

    @Override
    public Page<WebhookDelivery> deliveries(String id, @Nullable String state, @Nullable String after)
            throws ApiProblem, Offline {
        check();
        deliveryReads++;
        lastFilter = state;
        if (after != null) {
            return new Page<>(List.of(delivery("m4", "item.routed", "DELIVERED", 1, 200, null)), null);
        }
        var all = List.of(
                delivery("m1", "decision.effective", "PENDING", 3, 503, "answered 503"),
                delivery("m2", "appeal.decided", "DELIVERED", 1, 204, null),
                delivery("m3", "decision.reversed", "DEAD", 12, null, "did not answer within 10 s"));
        return new Page<>(
                all.stream()
                        .filter(one -> state == null || one.state().equals(state))
                        .toList(),
                "older");
    }

    private static WebhookDelivery delivery(
            String id, String type, String state, int attempts, @Nullable Integer status, @Nullable String error) {
        return new WebhookDelivery(
                id, type, "i1", state, attempts, state.equals("PENDING") ? THEN : null, status, error, THEN);
    }

    @Override
    public int replay(String id, @Nullable String messageId) throws ApiProblem, Offline {
        check();
        deeds.add("replay " + id + " " + messageId);
        return 1;
    }

    /// How many came since the first was read.
    int newEntries;

    @Override
    public Page<AuditEntryView> audit(@Nullable String after) {
        var entries = new ArrayList<AuditEntryView>();
        for (int i = after == null ? -newEntries : 12; i < (after == null ? 12 - newEntries : 24); i++) {
            entries.add(new AuditEntryView(
                    "e" + i,
                    40L - i,
                    THEN.minusSeconds(i * 60L),
                    i % 3 == 0 ? "AUTOMATION" : "PERSON",
                    i % 3 == 0 ? "routing" : "2",
                    i % 2 == 0 ? "decision.recorded" : "task.claimed",
                    i % 2 == 0 ? "decision" : "task",
                    "01a1fd3c-80d6-708b-8c35-ec63beb36e5d",
                    Map.of("queue", "harassment"),
                    "00"));
        }
        return new Page<>(entries, after == null ? "next" : null);
    }

    @Override
    public AuditVerification verify() throws ApiProblem, Offline {
        check();
        return new AuditVerification(true, 1204, 2, null, null, "ab");
    }

    @Override
    public HealthReport health() {
        healthReads++;
        return new HealthReport(
                "DEGRADED",
                "1.0",
                4711,
                Map.of(
                        "database", new HealthReport.Component("UP", "PostgreSQL answers in 1 ms."),
                        "queue",
                                new HealthReport.Component(
                                        queueStatus,
                                        "3 of 40 waiting tasks are past their deadline; more people are needed."),
                        "model", new HealthReport.Component("UP", "docket-text-1 on CPU")));
    }

    private Account one(String id) {
        return accounts.stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Account replace(Account changed) {
        accounts.replaceAll(account -> account.id().equals(changed.id()) ? changed : account);
        return changed;
    }

    private void check() throws ApiProblem, Offline {
        if (offline) {
            throw new Offline(new IOException("no floor"));
        }
        if (refuses != null) {
            refuse(refuses, 422);
        }
    }

    private void refuse(String slug, int status) throws ApiProblem {
        throw new ApiProblem(new Problem(Problem.TYPE_PREFIX + slug, "", status, null, null, errors));
    }
}
