package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.people.PeopleApi;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.audit.AuditEntryView;
import dev.docket.dto.audit.AuditVerification;
import dev.docket.dto.enforcement.CreateWebhook;
import dev.docket.dto.enforcement.ReplayRequest;
import dev.docket.dto.enforcement.ReplayResult;
import dev.docket.dto.enforcement.WebhookDelivery;
import dev.docket.dto.enforcement.WebhookView;
import dev.docket.dto.ops.HealthReport;
import dev.docket.dto.people.Account;
import dev.docket.dto.people.AccountWithPassword;
import dev.docket.dto.people.ApiKeyView;
import dev.docket.dto.people.ChangePerson;
import dev.docket.dto.people.CreateApiKey;
import dev.docket.dto.people.NewPerson;
import dev.docket.dto.people.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The administrator's floor, over HTTP.
public final class HttpPeopleApi implements PeopleApi {
    private static final String PAGE = "200";

    private final Floor floor;

    public HttpPeopleApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public List<Account> accounts() throws ApiProblem, Offline {
        var all = new ArrayList<Account>();
        @Nullable String after = null;
        do {
            var page = floor.page(Paths.ACCOUNTS, asked(after), Account.class);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    @Override
    public AccountWithPassword enter(NewPerson person) throws ApiProblem, Offline {
        return floor.post(Paths.ACCOUNTS, person, AccountWithPassword.class);
    }

    @Override
    public Account change(String id, ChangePerson change, long version) throws ApiProblem, Offline {
        return floor.put(account(id), change, Account.class, Map.of("If-Match", "\"" + version + "\""));
    }

    @Override
    public Account disable(String id) throws ApiProblem, Offline {
        return floor.post(account(id) + "/disable", Map.of(), Account.class);
    }

    @Override
    public Account enable(String id) throws ApiProblem, Offline {
        return floor.post(account(id) + "/enable", Map.of(), Account.class);
    }

    @Override
    public AccountWithPassword resetPassword(String id) throws ApiProblem, Offline {
        return floor.post(account(id) + "/password", Map.of(), AccountWithPassword.class);
    }

    @Override
    public List<ApiKeyView> keys() throws ApiProblem, Offline {
        return floor.page(Paths.API_KEYS, ApiKeyView.class).items();
    }

    @Override
    public ApiKeyView makeKey(String name, Set<Scope> scopes) throws ApiProblem, Offline {
        return floor.post(Paths.API_KEYS, new CreateApiKey(name, scopes), ApiKeyView.class);
    }

    @Override
    public void revokeKey(String id) throws ApiProblem, Offline {
        floor.delete(Paths.API_KEYS + "/" + id);
    }

    @Override
    public List<WebhookView> webhooks() throws ApiProblem, Offline {
        return floor.page(Paths.WEBHOOKS, WebhookView.class).items();
    }

    @Override
    public WebhookView register(String url, @Nullable List<String> events) throws ApiProblem, Offline {
        return floor.post(Paths.WEBHOOKS, new CreateWebhook(url, events), WebhookView.class);
    }

    @Override
    public WebhookView disableWebhook(String id) throws ApiProblem, Offline {
        return floor.post(webhook(id) + "/disable", Map.of(), WebhookView.class);
    }

    @Override
    public WebhookView enableWebhook(String id) throws ApiProblem, Offline {
        return floor.post(webhook(id) + "/enable", Map.of(), WebhookView.class);
    }

    @Override
    public void deleteWebhook(String id) throws ApiProblem, Offline {
        floor.delete(webhook(id));
    }

    @Override
    public Page<WebhookDelivery> deliveries(String id, @Nullable String state, @Nullable String after)
            throws ApiProblem, Offline {
        var asked = new HashMap<String, String>();
        if (state != null) {
            asked.put("state", state);
        }
        if (after != null) {
            asked.put("after", after);
        }
        return floor.page(webhook(id) + "/deliveries", asked, WebhookDelivery.class);
    }

    @Override
    public int replay(String id, @Nullable String messageId) throws ApiProblem, Offline {
        return floor.post(webhook(id) + "/replay", new ReplayRequest(messageId), ReplayResult.class)
                .replayed();
    }

    private static String webhook(String id) {
        return Paths.WEBHOOKS + "/" + id;
    }

    @Override
    public Page<AuditEntryView> audit(@Nullable String after) throws ApiProblem, Offline {
        return floor.page(Paths.AUDIT, asked(after), AuditEntryView.class);
    }

    @Override
    public AuditVerification verify() throws ApiProblem, Offline {
        return floor.get(Paths.AUDIT + "/verify", AuditVerification.class);
    }

    @Override
    public HealthReport health() throws ApiProblem, Offline {
        return floor.get(Paths.HEALTH, HealthReport.class);
    }

    private static String account(String id) {
        return Paths.ACCOUNTS + "/" + id;
    }

    private static Map<String, String> asked(@Nullable String after) {
        return after == null ? Map.of("limit", PAGE) : Map.of("limit", PAGE, "after", after);
    }
}
