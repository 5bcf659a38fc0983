package dev.docket.client.policies;

import dev.docket.client.common.task.Background;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import dev.docket.dto.policy.AuditShare;
import dev.docket.dto.policy.AutomationSwitch;
import dev.docket.dto.problem.Slug;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What keeps every policy in check at once: the switch that stops all automatic action, and the share
/// of allowed items that a person sees all the same.
public final class Safeguards {
    private static final Set<Role> STOPPING = Set.of(Role.POLICY, Role.SUPERVISOR, Role.ADMIN);

    /// Told how a deed went.
    interface Teller {
        /// @param key under `policies.said`
        void tell(String key, boolean fault);
    }

    private final PoliciesApi api;
    private final Background background;
    private final PersonView person;
    private final Teller teller;
    private final ReadOnlyObjectWrapper<@Nullable AutomationSwitch> killSwitch = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AuditShare> share = new ReadOnlyObjectWrapper<>();

    Safeguards(PoliciesApi api, Background background, PersonView person, Teller teller) {
        this.api = api;
        this.background = background;
        this.person = person;
        this.teller = teller;
    }

    void lookAgain() {
        background.run(() -> api.killSwitch()).onSuccess(killSwitch::set).onFailure(fault -> {});
        background.run(() -> api.auditShare()).onSuccess(share::set).onFailure(fault -> {});
    }

    /// Stops every policy's automatic action, or lets it go on.
    public void letAct(boolean on) {
        if (!mayStop()) {
            return;
        }
        background
                .run(() -> api.killSwitch(on))
                .onSuccess(now -> {
                    killSwitch.set(now);
                    teller.tell(now.on() ? "allowed" : "stopped", false);
                })
                .onOffline(offline -> teller.tell("offline", true))
                .onFailure(fault -> teller.tell("fault", true));
    }

    /// @param next 0..1
    public void draw(double next) {
        var before = share.get();
        if (before == null || !mayDraw() || !(next >= 0 && next <= 1)) {
            return;
        }
        background
                .run(() -> api.auditShare(next, before.version()))
                .onSuccess(now -> {
                    share.set(now);
                    teller.tell("share", false);
                })
                .onProblem(Slug.CHANGED_MEANWHILE, problem -> {
                    teller.tell("share-changed", true);
                    lookAgain();
                })
                .onOffline(offline -> teller.tell("offline", true))
                .onFailure(fault -> teller.tell("fault", true));
    }

    public boolean mayStop() {
        return person.roles().stream().anyMatch(STOPPING::contains);
    }

    public boolean mayDraw() {
        return person.roles().contains(Role.POLICY);
    }

    public ReadOnlyObjectProperty<@Nullable AutomationSwitch> killSwitchProperty() {
        return killSwitch.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable AuditShare> shareProperty() {
        return share.getReadOnlyProperty();
    }
}
