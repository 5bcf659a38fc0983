package dev.docket.client.policies;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.item.Route;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import dev.docket.dto.policy.AuditShare;
import dev.docket.dto.policy.AutomationState;
import dev.docket.dto.policy.AutomationSwitch;
import dev.docket.dto.policy.NewPolicy;
import dev.docket.dto.policy.PolicyAutomation;
import dev.docket.dto.policy.PolicyDiff;
import dev.docket.dto.policy.PolicyDraft;
import dev.docket.dto.policy.PolicyLabel;
import dev.docket.dto.policy.PolicyVersion;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.policy.SchemaLabel;
import dev.docket.dto.policy.Simulation;
import dev.docket.dto.policy.Simulation.Change;
import dev.docket.dto.policy.Simulation.Histogram;
import dev.docket.dto.policy.Simulation.Shares;
import dev.docket.dto.policy.Simulation.Transition;
import dev.docket.dto.policy.SimulationRequest;
import dev.docket.dto.problem.FieldError;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.quality.Estimate;
import dev.docket.dto.quality.PersonName;
import dev.docket.dto.review.ActionType;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A floor with three policies that publishes, refuses and simulates as told.
final class FakePoliciesApi implements PoliciesApi {
    private static final Instant AT = Instant.parse("2026-11-20T09:30:00Z");
    private static final PersonName LEA = new PersonName("p-lea", "Lea Brandt");

    final List<PolicyView> policies = new ArrayList<>(List.of(
            policy("harassment", "Harassment", 3, "harassment", "toxicity"),
            policy("spam", "Spam and scams", 1, "spam"),
            policy("copyright", "Copyright", 2)));
    final List<SchemaLabel> labels = new ArrayList<>(Stream.of(
                    "toxicity",
                    "hate",
                    "harassment",
                    "threat",
                    "sexual",
                    "profanity",
                    "spam",
                    "self_harm",
                    "suggestive")
            .map(label -> new SchemaLabel(label, true))
            .toList());
    final List<SimulationRequest> tried = new ArrayList<>();
    final List<PolicyDraft> published = new ArrayList<>();
    final List<NewPolicy> added = new ArrayList<>();
    boolean offline;
    boolean killed;
    double share = 0.01;
    int shareVersion = 1;

    @Nullable String refuses;

    static PersonView person(Role... roles) {
        return new PersonView("p-me", "me", "Me", Set.of(roles), List.of(), List.of("*"), List.of("*"), Map.of());
    }

    @Override
    public List<PolicyView> all() throws ApiProblem, Offline {
        answers();
        return List.copyOf(policies);
    }

    @Override
    public List<SchemaLabel> labels() throws Offline {
        if (offline) {
            throw new Offline(new IOException("no floor"));
        }
        return labels;
    }

    @Override
    public PolicyView one(String key) {
        return policies.get(indexOf(key));
    }

    @Override
    public PolicyView add(NewPolicy policy) throws ApiProblem, Offline {
        answers();
        if (policies.stream().anyMatch(one -> one.key().equals(policy.key()))) {
            throw problem(Slug.POLICY_EXISTS);
        }
        if (!policy.key().matches("[a-z][a-z0-9_]*") || policy.policy().title().isBlank()) {
            throw new ApiProblem(new Problem(
                    Problem.TYPE_PREFIX + Slug.INVALID_INPUT,
                    "",
                    422,
                    null,
                    null,
                    List.of(
                            new FieldError("/key", "a-z, 0-9 and underscore"),
                            new FieldError("/policy/title", "1 to 120 characters"))));
        }
        added.add(policy);
        var made = policy(
                policy.key(),
                policy.policy().title(),
                1,
                policy.policy().labels().stream().map(PolicyLabel::label).toArray(String[]::new));
        policies.add(made);
        return made;
    }

    @Override
    public ItemView item(String id) throws ApiProblem, Offline {
        answers();
        var content = new ItemContent(
                "forum",
                "p-" + id,
                "You people are all the same, and somebody should say so. Item " + id + ".",
                "en",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new ItemView(
                id,
                "forum",
                "p-" + id,
                ItemState.SETTLED,
                AT,
                content,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                List.of());
    }

    @Override
    public PolicyView publish(String key, PolicyDraft draft, int version) throws ApiProblem, Offline {
        answers();
        var now = one(key);
        if (now.version() != version) {
            throw problem(Slug.CHANGED_MEANWHILE);
        }
        published.add(draft);
        return overtake(key, draft.title(), draft.text(), draft.labels());
    }

    /// Somebody publishes the next version.
    PolicyView overtake(String key, String title, String text, List<PolicyLabel> labels) {
        var before = one(key);
        var after = copy(before, before.version() + 1, title, text, labels, before.automation());
        policies.set(indexOf(key), after);
        return after;
    }

    @Override
    public List<PolicyVersion> versions(String key) {
        return List.of(
                new PolicyVersion(3, "Harassment", AT, LEA, List.of("text", "labels/toxicity/*")),
                new PolicyVersion(2, "Harassment", AT.minusSeconds(86_400), LEA, List.of("title")),
                new PolicyVersion(1, "Insults", AT.minusSeconds(900_000), null, List.of()));
    }

    @Override
    public PolicyDiff diff(String key, int from, int to) {
        return new PolicyDiff(
                key,
                from,
                to,
                List.of(new PolicyDiff.Field(
                        "labels/toxicity/*", "review 0.600, act never", "review 0.700, act never")),
                List.of(
                        new PolicyDiff.Line(PolicyDiff.Kind.SAME, "We remove attacks that single a person out."),
                        new PolicyDiff.Line(PolicyDiff.Kind.REMOVED, "**Counts:** insults."),
                        new PolicyDiff.Line(
                                PolicyDiff.Kind.ADDED, "**Counts:** insults aimed at a person, pile-ons.")));
    }

    @Override
    public Simulation simulate(String key, SimulationRequest request) throws ApiProblem, Offline {
        answers();
        tried.add(request);
        var none = new Shares(null, null);
        return new Simulation(
                key,
                1,
                20_000,
                AT.minusSeconds(600_000),
                AT,
                6.9,
                1840,
                new Change(1200, 1512, new Estimate(312, 287, 338)),
                new Change(640, 681, new Estimate(41, 18, 66)),
                new Change(9, 4, new Estimate(-5, -9, -1)),
                new Shares(new Estimate(0.11, 0.08, 0.15), new Estimate(0.06, 0.04, 0.1)),
                none,
                List.of(new Transition(Route.ALLOW, Route.REVIEW, 2150, List.of("i-1", "i-2", "i-3"))),
                one(key).labels().stream()
                        .map(label -> new Histogram(label.label(), 20_000, counts()))
                        .toList(),
                240);
    }

    @Override
    public PolicyAutomation automation(String key, boolean on) throws ApiProblem {
        if (refuses != null) {
            throw problem(refuses);
        }
        var now = one(key);
        var next = on ? asked(now.automation()) : new PolicyAutomation(AutomationState.OFF, null, null, null, false);
        policies.set(indexOf(key), copy(now, now.version(), now.title(), now.text(), now.labels(), next));
        return next;
    }

    @Override
    public AutomationSwitch killSwitch() {
        return new AutomationSwitch(!killed, null, null);
    }

    @Override
    public AutomationSwitch killSwitch(boolean on) {
        killed = !on;
        return killSwitch();
    }

    @Override
    public AuditShare auditShare() {
        return new AuditShare(share, shareVersion, LEA, AT);
    }

    @Override
    public AuditShare auditShare(double next, int version) throws ApiProblem {
        if (version != shareVersion) {
            throw problem(Slug.CHANGED_MEANWHILE);
        }
        share = next;
        shareVersion++;
        return auditShare();
    }

    private static PolicyAutomation asked(PolicyAutomation before) {
        var me = new PersonName("p-me", "Me");
        return before.state() == AutomationState.PENDING
                ? new PolicyAutomation(AutomationState.ON, before.askedBy(), before.askedAt(), me, true)
                : new PolicyAutomation(AutomationState.PENDING, me, AT, null, false);
    }

    /// Somebody else asks for automatic action.
    void askFor(String key) {
        var now = one(key);
        var pending = new PolicyAutomation(AutomationState.PENDING, LEA, AT, null, false);
        policies.set(indexOf(key), copy(now, now.version(), now.title(), now.text(), now.labels(), pending));
    }

    private void answers() throws ApiProblem, Offline {
        if (offline) {
            throw new Offline(new IOException("no floor"));
        }
        if (refuses != null) {
            throw problem(refuses);
        }
    }

    private static ApiProblem problem(String slug) {
        return new ApiProblem(new Problem(Problem.TYPE_PREFIX + slug, "", 409, null, null, null));
    }

    private int indexOf(String key) {
        return IntStream.range(0, policies.size())
                .filter(i -> policies.get(i).key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> counts() {
        return IntStream.range(0, 50)
                .mapToObj(i -> (int) (4000 * Math.exp(-i / 4.0)) + (i > 42 ? 60 : 4))
                .toList();
    }

    private static PolicyView policy(String key, String title, int version, String... labels) {
        var fed = java.util.Arrays.stream(labels)
                .map(label ->
                        new PolicyLabel(label, "*", 0.6, label.equals("spam") ? 0.95 : null, label.equals(labels[0])))
                .toList();
        return new PolicyView(
                key,
                version,
                title,
                """
                We remove attacks that single a person out to insult, humiliate or drive them away.

                **Counts:** insults aimed at a person who takes part, *pile-ons*, following somebody around.

                - publishing private details
                - urging others to join in
                """,
                fed,
                2,
                1,
                4,
                List.of(ActionType.NONE, ActionType.WARN, ActionType.REMOVE),
                ActionType.REMOVE,
                Role.MODERATOR,
                List.of(),
                null,
                null,
                1,
                true,
                AT,
                version == 1 ? null : LEA,
                new PolicyAutomation(AutomationState.OFF, null, null, null, false));
    }

    private static PolicyView copy(
            PolicyView one,
            int version,
            String title,
            String text,
            List<PolicyLabel> labels,
            PolicyAutomation automation) {
        return new PolicyView(
                one.key(),
                version,
                title,
                text,
                labels,
                one.defaultSeverity(),
                one.minSeverity(),
                one.maxSeverity(),
                one.allowedActions(),
                one.defaultAction(),
                one.minimumRole(),
                one.skills(),
                one.graceSeconds(),
                one.dsaCategory(),
                one.position(),
                one.active(),
                AT,
                LEA,
                automation);
    }
}
