package dev.docket.client.people;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.Page;
import dev.docket.dto.audit.AuditEntryView;
import dev.docket.dto.audit.AuditVerification;
import dev.docket.dto.enforcement.WebhookDelivery;
import dev.docket.dto.enforcement.WebhookView;
import dev.docket.dto.ops.HealthReport;
import dev.docket.dto.people.Account;
import dev.docket.dto.people.AccountWithPassword;
import dev.docket.dto.people.ApiKeyView;
import dev.docket.dto.people.ChangePerson;
import dev.docket.dto.people.NewPerson;
import dev.docket.dto.people.Scope;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the people and system screen needs of the floor. Every call blocks and belongs on a background thread.
///
/// Each may throw [ApiProblem] when the floor says no, and [Offline] when it cannot be reached.
public interface PeopleApi {
    List<Account> accounts() throws ApiProblem, Offline;

    AccountWithPassword enter(NewPerson person) throws ApiProblem, Offline;

    /// @param version of the account that was read; another's change meanwhile is refused as `changed-meanwhile`
    Account change(String id, ChangePerson change, long version) throws ApiProblem, Offline;

    Account disable(String id) throws ApiProblem, Offline;

    Account enable(String id) throws ApiProblem, Offline;

    AccountWithPassword resetPassword(String id) throws ApiProblem, Offline;

    List<ApiKeyView> keys() throws ApiProblem, Offline;

    /// The answer alone has the key itself.
    ApiKeyView makeKey(String name, Set<Scope> scopes) throws ApiProblem, Offline;

    void revokeKey(String id) throws ApiProblem, Offline;

    List<WebhookView> webhooks() throws ApiProblem, Offline;

    /// The answer alone has its secret.
    ///
    /// @param events null for whatever happens
    WebhookView register(String url, @Nullable List<String> events) throws ApiProblem, Offline;

    WebhookView disableWebhook(String id) throws ApiProblem, Offline;

    WebhookView enableWebhook(String id) throws ApiProblem, Offline;

    void deleteWebhook(String id) throws ApiProblem, Offline;

    /// What was or will be sent to one, the newest first.
    ///
    /// @param state `PENDING`, `DELIVERED` or `DEAD`; null for all
    /// @param after the cursor of the page before; null for the first
    Page<WebhookDelivery> deliveries(String id, @Nullable String state, @Nullable String after)
            throws ApiProblem, Offline;

    /// @param messageId null for all that were given up on
    /// @return how many are sent again
    int replay(String id, @Nullable String messageId) throws ApiProblem, Offline;

    /// Newest first.
    ///
    /// @param after the cursor of the page before; null for the first
    Page<AuditEntryView> audit(@Nullable String after) throws ApiProblem, Offline;

    AuditVerification verify() throws ApiProblem, Offline;

    HealthReport health() throws ApiProblem, Offline;
}
