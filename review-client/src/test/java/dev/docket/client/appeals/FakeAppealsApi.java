package dev.docket.client.appeals;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.item.SampleTasks;
import dev.docket.client.common.media.SamplePictures;
import dev.docket.dto.appeals.AppealBoard;
import dev.docket.dto.appeals.AppealDossier;
import dev.docket.dto.appeals.AppealState;
import dev.docket.dto.appeals.AppealView;
import dev.docket.dto.appeals.Appellant;
import dev.docket.dto.appeals.AppellantRole;
import dev.docket.dto.appeals.DueWithin;
import dev.docket.dto.appeals.Notice;
import dev.docket.dto.appeals.NoticeRequest;
import dev.docket.dto.appeals.ProvisionalFinding;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Task;
import dev.docket.dto.review.TaskKind;
import dev.docket.dto.review.Violation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A floor with appeals.
final class FakeAppealsApi implements AppealsApi {
    static final Instant NOW = SampleTasks.NOW;
    private static final String ID = "a-1";

    final Deque<Task> waiting = new ArrayDeque<>();
    final List<DecisionRequest> decisions = new ArrayList<>();
    final List<NoticeRequest> previews = new ArrayList<>();
    final List<String> undone = new ArrayList<>();
    final List<String> putDown = new ArrayList<>();
    AppealBoard board = full();
    Outcome found = Outcome.VIOLATION;
    boolean veiled;
    boolean offline;
    boolean leaseLost;
    int boardReads;

    @Nullable String refuses;

    static Task appealed() {
        var task = SampleTasks.harassment();
        return new Task(
                "t-1",
                TaskKind.APPEAL,
                "appeals",
                NOW.plus(Duration.ofHours(5)),
                new Lease(3, NOW.plusSeconds(300)),
                task.item(),
                task.evidence(),
                task.policies(),
                List.of(),
                new Task.AppealBrief(
                        ID,
                        "AUTHOR",
                        "I was quoting what he had said to me the week before, word for word. Please read the thread.",
                        NOW.plus(Duration.ofHours(5))),
                false,
                "The author appeals against what was decided.");
    }

    static AppealBoard full() {
        return new AppealBoard(
                new AppealBoard.Counts(1, 2, 1, 1),
                List.of(
                        row("0", List.of("hate"), 4, Duration.ofHours(-3), DueWithin.OVERDUE, true, true),
                        row("1", List.of("harassment"), 3, Duration.ofHours(5), DueWithin.TODAY, true, true),
                        row("2", List.of("spam"), 2, Duration.ofHours(7), DueWithin.TODAY, false, false),
                        row("3", List.of("hate", "violence"), 2, Duration.ofDays(2), DueWithin.THIS_WEEK, false, true),
                        row("4", List.of(), 1, Duration.ofDays(6), DueWithin.LATER, false, true)));
    }

    private static AppealBoard.Row row(
            String id, List<String> policies, int severity, Duration left, DueWithin due, boolean held, boolean mine) {
        return new AppealBoard.Row(
                "a-" + id,
                "t-" + id,
                AppealState.RECEIVED,
                policies.isEmpty() ? AppellantRole.REPORTER : AppellantRole.AUTHOR,
                policies,
                severity,
                "en",
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(left),
                due,
                held,
                mine,
                null);
    }

    @Override
    public AppealBoard board(ZoneId zone) throws ApiProblem, Offline {
        boardReads++;
        answer();
        return board;
    }

    @Override
    public Optional<Task> takeNext() throws ApiProblem, Offline {
        answer();
        return Optional.ofNullable(waiting.poll());
    }

    @Override
    public Task task(String taskId) throws ApiProblem, Offline {
        answer();
        return appealed();
    }

    @Override
    public AppealDossier dossier(String appealId) throws ApiProblem, Offline {
        answer();
        return new AppealDossier(
                new AppealView(
                        ID,
                        AppealState.IN_REVIEW,
                        "i-1",
                        "forum",
                        "p-1",
                        "d-1",
                        new Appellant("u-9", AppellantRole.AUTHOR),
                        NOW.minus(Duration.ofDays(1)),
                        NOW.plus(Duration.ofHours(5)),
                        null,
                        null,
                        null,
                        null),
                "I was quoting.",
                "en",
                veiled ? List.of() : List.of(first()),
                veiled
                        ? List.of()
                        : List.of(new AppealDossier.PolicyThen(
                                "harassment",
                                "Harassment",
                                2,
                                3,
                                "Attacks on a particular person that are meant to hurt, threaten or silence them. Sharp words "
                                        + "about an idea, a work or a public act do not.")),
                List.of(
                        new AppealDossier.Sentence(
                                "harassment",
                                Outcome.OVERTURN,
                                "The item is sharp about what somebody said or did, but does not attack the person."),
                        new AppealDossier.Sentence(
                                null, Outcome.OVERTURN, "Read in its context, the item stays within our rules."),
                        new AppealDossier.Sentence(
                                null, Outcome.UPHOLD, "We read the item again and come to the same finding.")),
                2,
                veiled,
                null);
    }

    private AppealDossier.EarlierDecision first() {
        return new AppealDossier.EarlierDecision(
                "d-1",
                DecisionKind.FIRST,
                true,
                false,
                found,
                found == Outcome.APPROVE ? List.of() : List.of(new Violation("harassment", 3, null, null, null)),
                found == Outcome.APPROVE ? List.of() : List.of(new Action(ActionType.REMOVE, null)),
                Map.of("harassment", 2),
                "Third time this week.",
                "The words are meant to hurt the person they are addressed to.",
                NOW.minus(Duration.ofDays(2)));
    }

    @Override
    public AppealDossier reveal(String appealId, ProvisionalFinding finding) throws ApiProblem, Offline {
        veiled = false;
        return dossier(appealId);
    }

    @Override
    public Notice preview(String appealId, NoticeRequest request) throws ApiProblem, Offline {
        answer();
        previews.add(request);
        String reasons = request.reasons();
        return new Notice(
                "en",
                "Our answer to your appeal",
                List.of(
                        new Notice.Section(
                                "What was decided",
                                "We have looked at your appeal. The earlier decision was wrong and has been reversed."),
                        new Notice.Section("Why", reasons == null || reasons.isEmpty() ? "–" : reasons),
                        new Notice.Section(
                                "What you can do",
                                "You can take the dispute to a certified out-of-court settlement body (Article 21 of "
                                        + "Regulation (EU) 2022/2065).\nYou can also go to court at any time.")));
    }

    @Override
    public Optional<Lease> renew(String taskId, long number) throws ApiProblem, Offline {
        answer();
        return leaseLost ? Optional.empty() : Optional.of(new Lease(number, NOW.plusSeconds(300)));
    }

    @Override
    public DecisionReceipt decide(String taskId, DecisionRequest decision, String idempotencyKey)
            throws ApiProblem, Offline {
        answer();
        decisions.add(decision);
        return new DecisionReceipt("d-2", DecisionState.HELD, NOW.plusSeconds(5));
    }

    @Override
    public void putDown(String taskId, long lease) throws ApiProblem, Offline {
        answer();
        putDown.add(taskId + " " + lease);
    }

    @Override
    public void undo(String decisionId) throws ApiProblem, Offline {
        answer();
        undone.add(decisionId);
    }

    private void answer() throws ApiProblem, Offline {
        if (offline) {
            throw new Offline(new IOException("no network"));
        }
        if (refuses != null) {
            throw new ApiProblem(new Problem(Problem.TYPE_PREFIX + refuses, "No", 403, null, null, null));
        }
    }

    @Override
    public byte[] picture(String itemId, int index, int side, double second) {
        return SamplePictures.picture(index, side, second);
    }
}
