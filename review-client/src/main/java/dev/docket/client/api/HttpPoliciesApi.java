package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.policies.PoliciesApi;
import dev.docket.dto.Paths;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.policy.AuditShare;
import dev.docket.dto.policy.AutomationSwitch;
import dev.docket.dto.policy.ChangeAuditShare;
import dev.docket.dto.policy.NewPolicy;
import dev.docket.dto.policy.PolicyAutomation;
import dev.docket.dto.policy.PolicyDiff;
import dev.docket.dto.policy.PolicyDraft;
import dev.docket.dto.policy.PolicyVersion;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.policy.SchemaLabel;
import dev.docket.dto.policy.Simulation;
import dev.docket.dto.policy.SimulationRequest;
import dev.docket.dto.policy.SwitchRequest;
import java.util.List;
import java.util.Map;

/// The policies screen's floor, over HTTP.
public final class HttpPoliciesApi implements PoliciesApi {
    private final Floor floor;

    public HttpPoliciesApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public List<PolicyView> all() throws ApiProblem, Offline {
        return floor.list(Paths.POLICIES, PolicyView.class);
    }

    @Override
    public List<SchemaLabel> labels() throws ApiProblem, Offline {
        return floor.list(Paths.LABEL_SCHEMA, SchemaLabel.class);
    }

    @Override
    public PolicyView one(String key) throws ApiProblem, Offline {
        return floor.get(of(key), PolicyView.class);
    }

    @Override
    public PolicyView add(NewPolicy policy) throws ApiProblem, Offline {
        return floor.post(Paths.POLICIES, policy, PolicyView.class);
    }

    @Override
    public ItemView item(String id) throws ApiProblem, Offline {
        return floor.get(Paths.ITEMS + "/" + id, ItemView.class);
    }

    @Override
    public PolicyView publish(String key, PolicyDraft draft, int version) throws ApiProblem, Offline {
        return floor.put(of(key), draft, PolicyView.class, ifMatch(version));
    }

    @Override
    public List<PolicyVersion> versions(String key) throws ApiProblem, Offline {
        return floor.list(of(key) + "/versions", PolicyVersion.class);
    }

    @Override
    public PolicyDiff diff(String key, int from, int to) throws ApiProblem, Offline {
        var between = Map.of("from", Integer.toString(from), "to", Integer.toString(to));
        return floor.get(of(key) + "/diff", between, PolicyDiff.class);
    }

    @Override
    public Simulation simulate(String key, SimulationRequest request) throws ApiProblem, Offline {
        return floor.post(of(key) + "/simulate", request, Simulation.class);
    }

    @Override
    public PolicyAutomation automation(String key, boolean on) throws ApiProblem, Offline {
        return floor.post(of(key) + "/automation", new SwitchRequest(on), PolicyAutomation.class);
    }

    @Override
    public AutomationSwitch killSwitch() throws ApiProblem, Offline {
        return floor.get(Paths.AUTOMATION, AutomationSwitch.class);
    }

    @Override
    public AutomationSwitch killSwitch(boolean on) throws ApiProblem, Offline {
        return floor.put(Paths.AUTOMATION, new SwitchRequest(on), AutomationSwitch.class, Map.of());
    }

    @Override
    public AuditShare auditShare() throws ApiProblem, Offline {
        return floor.get(Paths.AUDIT_SHARE, AuditShare.class);
    }

    @Override
    public AuditShare auditShare(double share, int version) throws ApiProblem, Offline {
        return floor.put(Paths.AUDIT_SHARE, new ChangeAuditShare(share), AuditShare.class, ifMatch(version));
    }

    private static Map<String, String> ifMatch(int version) {
        return Map.of("If-Match", "\"" + version + "\"");
    }

    private static String of(String key) {
        return Paths.POLICIES + "/" + key;
    }
}
