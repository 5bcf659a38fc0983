package dev.docket.client.review;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.item.SampleTasks;
import dev.docket.client.common.media.SamplePictures;
import dev.docket.dto.enforcement.NoticePreview;
import dev.docket.dto.enforcement.StatementText;
import dev.docket.dto.enforcement.WrittenNotice;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.queue.AskRequest;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.queue.HoldRequest;
import dev.docket.dto.queue.Looking;
import dev.docket.dto.queue.QuestionView;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.queue.RenewRequest;
import dev.docket.dto.queue.RenewResult;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.EscalateRequest;
import dev.docket.dto.review.ExplanationView;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Shown;
import dev.docket.dto.review.SkipRequest;
import dev.docket.dto.review.Task;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A floor that does what the test says.
final class FakeFloor implements ReviewApi {
    final List<NoticePreview> previews = new ArrayList<>();
    final Deque<Task> waiting = new ArrayDeque<>();
    final List<ClaimRequest> claims = new ArrayList<>();
    final List<RenewRequest> renewals = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();

    @Nullable Shown lastShown;

    final List<EscalateRequest> escalated = new ArrayList<>();
    final List<String> explained = new ArrayList<>();
    final List<String> abandoned = new ArrayList<>();
    /// One after another; the last one stays.
    final Deque<ExplanationView> explanations = new ArrayDeque<>();

    final List<String> undone = new ArrayList<>();
    final List<HoldRequest> holds = new ArrayList<>();
    final List<AskRequest> questions = new ArrayList<>();
    final List<QuestionView> answers = new ArrayList<>();
    final List<String> looked = new ArrayList<>();
    final List<Looking.Person> others = new ArrayList<>();
    final List<Colleague> colleagues = new ArrayList<>(List.of(
            new Colleague("mina", "Mina Okafor"),
            new Colleague("jon", "Jon Berg"),
            new Colleague("senior", "Sen Aoki")));
    final Set<String> lost = new HashSet<>();
    Instant leasedUntil = SampleTasks.NOW.plus(Duration.ofMinutes(5));
    boolean offline;

    @Nullable String refuses;

    FakeFloor with(Task... tasks) {
        waiting.addAll(List.of(tasks));
        return this;
    }

    @Override
    public List<QueueView> queues() throws ApiProblem, Offline {
        answer();
        return List.of(
                new QueueView("harassment", "Harassment", waiting.size(), 3, null, null, 0),
                new QueueView("adjudication", "Adjudication", 0, 1, null, null, 0));
    }

    @Override
    public List<Task> claim(ClaimRequest request) throws ApiProblem, Offline {
        claims.add(request);
        answer();
        var given = new ArrayList<Task>();
        while (given.size() < request.count() && !waiting.isEmpty()) {
            given.add(waiting.poll());
        }
        return given;
    }

    @Override
    public Task task(String taskId) throws ApiProblem, Offline {
        answer();
        return SampleTasks.leased(taskId, 8);
    }

    @Override
    public RenewResult renew(RenewRequest request) throws ApiProblem, Offline {
        answer();
        renewals.add(request);
        var held = request.leases().stream()
                .filter(lease -> !lost.contains(lease.taskId()))
                .map(lease -> new RenewResult.HeldLease(lease.taskId(), lease.number(), leasedUntil))
                .toList();
        var gone = request.leases().stream()
                .map(RenewRequest.Held::taskId)
                .filter(lost::contains)
                .toList();
        return new RenewResult(held, gone);
    }

    @Override
    public DecisionReceipt decide(String taskId, DecisionRequest decision, String idempotencyKey) {
        throw new AssertionError("decisions go through the outbox");
    }

    @Override
    public WrittenNotice notice(String taskId, NoticePreview preview) throws ApiProblem, Offline {
        answer();
        previews.add(preview);
        return new WrittenNotice(
                "",
                "en",
                "Decision on your contribution",
                List.of(
                        new StatementText.Section(
                                "What we decided",
                                preview.outcome() == Outcome.VIOLATION
                                        ? "Your contribution breaks our rules.\nIt was removed."
                                        : "Your contribution stays as it is."),
                        new StatementText.Section("What it is about", "Contribution p-1 of November 20, 2026"),
                        new StatementText.Section("What you can do", "You may appeal within six months.")));
    }

    @Override
    public ExplanationView explain(String taskId, @Nullable String label) throws ApiProblem, Offline {
        answer();
        explained.add(taskId + " " + label);
        return explanations.size() > 1 ? explanations.poll() : explanations.element();
    }

    @Override
    public void abandonExplanation(String taskId) throws ApiProblem, Offline {
        answer();
        abandoned.add(taskId);
    }

    @Override
    public void skip(String taskId, SkipRequest request) throws ApiProblem, Offline {
        answer();
        skipped.add(taskId + " " + request.reason());
        lastShown = request.shown();
    }

    @Override
    public void escalate(String taskId, EscalateRequest request) throws ApiProblem, Offline {
        answer();
        escalated.add(request);
    }

    @Override
    public Lease hold(String taskId, HoldRequest request) throws ApiProblem, Offline {
        answer();
        holds.add(request);
        return new Lease(request.lease(), request.until());
    }

    @Override
    public List<Colleague> colleagues(String taskId, String part) throws ApiProblem, Offline {
        answer();
        return colleagues.stream()
                .filter(one -> one.displayName().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public void ask(String taskId, AskRequest request) throws ApiProblem, Offline {
        answer();
        questions.add(request);
    }

    @Override
    public List<QuestionView> asked() throws ApiProblem, Offline {
        answer();
        return List.copyOf(answers);
    }

    @Override
    public Looking looking(String itemId) throws ApiProblem, Offline {
        answer();
        looked.add(itemId);
        return new Looking(List.copyOf(others));
    }

    @Override
    public void undo(String decisionId) throws ApiProblem, Offline {
        answer();
        undone.add(decisionId);
    }

    static ApiProblem problem(String slug) {
        return new ApiProblem(new Problem(Problem.TYPE_PREFIX + slug, slug, 409, null, "trace-1", null));
    }

    private void answer() throws ApiProblem, Offline {
        if (offline) {
            throw new Offline(new IOException("no route"));
        }
        if (refuses != null) {
            throw problem(refuses);
        }
    }

    @Override
    public byte[] picture(String itemId, int index, int side, double second) throws ApiProblem {
        if (index == 2) {
            String reason = "It was not fetched. Its server answered 404.";
            throw new ApiProblem(new Problem(Problem.TYPE_PREFIX + Slug.MEDIUM_NOT_SHOWN, "", 409, reason, null, null));
        }
        return SamplePictures.picture(index, side, second);
    }
}
