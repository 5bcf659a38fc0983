package dev.docket.client.search;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.explain.SampleExplanations;
import dev.docket.client.common.media.SamplePictures;
import dev.docket.dto.Page;
import dev.docket.dto.enforcement.StatementOfReasons;
import dev.docket.dto.enforcement.StatementText;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.problem.FieldError;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.quality.CreateGoldenItem;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.queue.ReassignRequest;
import dev.docket.dto.queue.Whereabouts;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.ExplanationView;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.TaskKind;
import dev.docket.dto.review.TaskState;
import dev.docket.dto.search.FoundBy;
import dev.docket.dto.search.PastFinding;
import dev.docket.dto.search.SearchHit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A floor that finds what a test says.
final class FakeSearchApi implements SearchApi {
    final List<String> explained = new ArrayList<>();
    ExplanationView explanation = SampleExplanations.running(0.3);

    final List<String> statements = new ArrayList<>();
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    final List<Query> queries = new ArrayList<>();
    final List<String> reversals = new ArrayList<>();
    final List<String> reassigned = new ArrayList<>();
    final List<CreateGoldenItem> golden = new ArrayList<>();
    List<SearchHit> hits = samples();

    @Nullable String next;

    boolean offline;

    @Nullable String refuses;

    @Override
    public Page<SearchHit> search(Query query) throws ApiProblem, Offline {
        queries.add(query);
        if (offline) {
            throw new Offline(new IOException("no floor"));
        }
        if (refuses != null) {
            throw new ApiProblem(new Problem(Problem.TYPE_PREFIX + refuses, refuses, 403, null, "trace-1", null));
        }
        return new Page<>(hits, query.after() == null ? next : null);
    }

    @Override
    public ItemView item(String itemId) {
        var hit = hits.stream()
                .filter(one -> one.itemId().equals(itemId))
                .findFirst()
                .orElseThrow();
        return view(hit, hit.text() == null ? null : hit.text() + " And here is the rest of it.");
    }

    @Override
    public Whereabouts whereabouts(String itemId) {
        var place = new Whereabouts.Place(
                "t-" + itemId,
                TaskKind.FIRST,
                "harassment",
                TaskState.CLAIMED,
                NOW.minusSeconds(900),
                NOW.plusSeconds(1500),
                "Mina Okafor",
                NOW.plusSeconds(200),
                null);
        return new Whereabouts(itemId, ItemState.IN_REVIEW, itemId.equals("2") ? List.of(place) : List.of());
    }

    @Override
    public StatementOfReasons statement(String decisionId, boolean forReporters) throws ApiProblem {
        statements.add(decisionId + (forReporters ? " reporters" : " author"));
        if (decisionId.equals("d1") && !forReporters) {
            throw new ApiProblem(new Problem(Problem.TYPE_PREFIX + "not-found", "", 404, null, null, null));
        }
        return new StatementOfReasons(
                decisionId,
                "1",
                NOW,
                Map.of("en", written("Decision on your contribution"), "de", written("Entscheidung")),
                Map.of(),
                forReporters ? List.of() : List.of(new FieldError("/category", "the policy has no category")));
    }

    private static StatementText written(String title) {
        return new StatementText(
                title,
                List.of(
                        new StatementText.Section(
                                "What we decided", "Your contribution breaks our rules.\nIt was removed."),
                        new StatementText.Section(
                                "What it is about",
                                "Contribution p-101 of November 20, 2026\nSelling cheap watches, every brand you can think of"),
                        new StatementText.Section("By which rule", "Spam, version 3"),
                        new StatementText.Section("Who decided", "A person decided."),
                        new StatementText.Section(
                                "What you can do",
                                "You may appeal within six months.\nYou may turn to an out-of-court body.\nYou may go to court.")));
    }

    @Override
    public List<QueueView> queues() {
        return List.of(
                new QueueView("harassment", "Harassment", 34, 2, null, null, 3),
                new QueueView("hate", "Hate", 12, 1, null, null, 0));
    }

    @Override
    public List<Colleague> receivers(String taskId, String part) {
        return List.of(new Colleague("mod1", "Mina Okafor"), new Colleague("mod2", "Jonas Brandt")).stream()
                .filter(one -> one.displayName().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public void reassign(String taskId, ReassignRequest request) throws ApiProblem {
        if (refuses != null) {
            throw new ApiProblem(new Problem(Problem.TYPE_PREFIX + refuses, refuses, 403, null, "trace-1", null));
        }
        reassigned.add(taskId + ": " + request);
    }

    @Override
    public List<PolicyView> policies() {
        return List.of();
    }

    @Override
    public void makeGolden(CreateGoldenItem request) {
        golden.add(request);
    }

    @Override
    public DecisionReceipt reverse(String decisionId, String reasons) throws ApiProblem {
        if (refuses != null) {
            throw new ApiProblem(new Problem(Problem.TYPE_PREFIX + refuses, refuses, 403, null, "trace-1", null));
        }
        reversals.add(decisionId + ": " + reasons);
        return new DecisionReceipt("r-1", DecisionState.HELD, NOW.plusSeconds(15));
    }

    private static ItemView view(SearchHit hit, @Nullable String text) {
        var media = Collections.nCopies(hit.media(), new Media(MediaKind.IMAGE, null, "urn:sha256:aa", "A watch"));
        var content = new ItemContent(
                hit.source(), hit.externalId(), text, hit.language(), null, null, media, null, null, null, null);
        return new ItemView(
                hit.itemId(),
                hit.source(),
                hit.externalId(),
                ItemState.SETTLED,
                hit.submittedAt(),
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

    static List<SearchHit> samples() {
        return List.of(
                hit(
                        "1",
                        "Selling cheap watches, every brand you can think of. Write to me before Sunday and get the second one for half the price.",
                        0.0,
                        List.of(
                                finding(
                                        "d1",
                                        DecisionKind.FIRST,
                                        Outcome.APPROVE,
                                        List.of(),
                                        DecisionState.SUPERSEDED,
                                        30),
                                finding(
                                        "d2",
                                        DecisionKind.REVERSAL,
                                        Outcome.VIOLATION,
                                        List.of("spam"),
                                        DecisionState.EFFECTIVE,
                                        3)),
                        false),
                hit(
                        "2",
                        "I collect cheap watches from the seventies. Does anybody know where to get straps for them?",
                        0.0,
                        List.of(finding(
                                "d3", DecisionKind.FIRST, Outcome.APPROVE, List.of(), DecisionState.EFFECTIVE, 50)),
                        false),
                hit("3", "Cheap watches here, and you are an idiot if you pay more", 0.0, List.of(), true),
                hit(
                        "4",
                        "Get your designer timepiece at a fraction of what the shop asks",
                        0.81,
                        List.of(finding(
                                "d4",
                                DecisionKind.WAVE,
                                Outcome.VIOLATION,
                                List.of("spam"),
                                DecisionState.EFFECTIVE,
                                90)),
                        false),
                hit("5", null, 0.64, List.of(), false));
    }

    /// One that was found by its name, before the others.
    static SearchHit named(FoundBy by) {
        var hit = samples().get(1);
        return new SearchHit(
                "7",
                hit.source(),
                "p-107",
                hit.text(),
                hit.language(),
                hit.author(),
                hit.media(),
                hit.submittedAt(),
                by,
                null,
                hit.decisions(),
                hit.decisionsHidden());
    }

    private static SearchHit hit(
            String id, @Nullable String text, double similarity, List<PastFinding> decisions, boolean hidden) {
        return new SearchHit(
                id,
                "forum",
                "p-10" + id,
                text,
                "en",
                "Robin Sample",
                text == null ? 2 : 0,
                NOW.minus(Duration.ofHours(5L * Integer.parseInt(id))),
                similarity == 0 ? FoundBy.MATCH : FoundBy.LIKENESS,
                similarity == 0 ? null : similarity,
                decisions,
                hidden);
    }

    private static PastFinding finding(
            String id, DecisionKind kind, Outcome outcome, List<String> policies, DecisionState state, int hoursAgo) {
        return new PastFinding(
                id,
                kind,
                outcome,
                null,
                policies,
                outcome == Outcome.VIOLATION ? List.of(ActionType.REMOVE) : List.of(),
                state,
                NOW.minus(Duration.ofHours(hoursAgo)));
    }

    @Override
    public ExplanationView explain(String itemId, @Nullable String label) {
        explained.add(itemId);
        return explanation;
    }

    @Override
    public void abandonExplanation(String itemId) {
        explained.remove(itemId);
    }

    @Override
    public byte[] picture(String itemId, int index, int side, double second) {
        return SamplePictures.picture(index, side, second);
    }
}
