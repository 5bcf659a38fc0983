package dev.docket.client.policies;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.policy.AuditShare;
import dev.docket.dto.policy.AutomationSwitch;
import dev.docket.dto.policy.NewPolicy;
import dev.docket.dto.policy.PolicyAutomation;
import dev.docket.dto.policy.PolicyDiff;
import dev.docket.dto.policy.PolicyDraft;
import dev.docket.dto.policy.PolicyVersion;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.policy.SchemaLabel;
import dev.docket.dto.policy.Simulation;
import dev.docket.dto.policy.SimulationRequest;
import java.util.List;

/// The floor as the policies screen needs it. Every call blocks.
public interface PoliciesApi {
    List<PolicyView> all() throws ApiProblem, Offline;

    /// The labels that there are.
    List<SchemaLabel> labels() throws ApiProblem, Offline;

    PolicyView one(String key) throws ApiProblem, Offline;

    PolicyView add(NewPolicy policy) throws ApiProblem, Offline;

    /// An item as it was submitted.
    ItemView item(String id) throws ApiProblem, Offline;

    /// @param version that the draft was made from
    PolicyView publish(String key, PolicyDraft draft, int version) throws ApiProblem, Offline;

    List<PolicyVersion> versions(String key) throws ApiProblem, Offline;

    PolicyDiff diff(String key, int from, int to) throws ApiProblem, Offline;

    Simulation simulate(String key, SimulationRequest request) throws ApiProblem, Offline;

    PolicyAutomation automation(String key, boolean on) throws ApiProblem, Offline;

    AutomationSwitch killSwitch() throws ApiProblem, Offline;

    AutomationSwitch killSwitch(boolean on) throws ApiProblem, Offline;

    AuditShare auditShare() throws ApiProblem, Offline;

    /// @param version that the change is of
    AuditShare auditShare(double share, int version) throws ApiProblem, Offline;
}
