package dev.docket.client.supervisor;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.item.SampleTasks;
import dev.docket.client.common.media.SamplePictures;
import dev.docket.client.supervisor.QualityFigures.Accuracy;
import dev.docket.client.supervisor.QualityFigures.Agreement;
import dev.docket.client.supervisor.QualityFigures.Alert;
import dev.docket.client.supervisor.QualityFigures.Interval;
import dev.docket.client.supervisor.QualityFigures.Overturned;
import dev.docket.dto.Phrase;
import dev.docket.dto.enforcement.ProposalState;
import dev.docket.dto.enforcement.StrikeProposal;
import dev.docket.dto.floor.FloorView;
import dev.docket.dto.floor.FloorView.Need;
import dev.docket.dto.floor.FloorView.PersonOnFloor;
import dev.docket.dto.floor.FloorView.QueueOnFloor;
import dev.docket.dto.floor.Forecast;
import dev.docket.dto.floor.HandOn;
import dev.docket.dto.floor.MoveTasks;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.quality.AgreementReport;
import dev.docket.dto.quality.CalibrationView;
import dev.docket.dto.quality.CoachingCard;
import dev.docket.dto.quality.CreateCalibration;
import dev.docket.dto.quality.Estimate;
import dev.docket.dto.quality.GoldenItemView;
import dev.docket.dto.quality.ModeratorQuality;
import dev.docket.dto.quality.PersonName;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.queue.ReassignRequest;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.EffectiveDecision;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Task;
import dev.docket.dto.review.TaskKind;
import dev.docket.dto.review.Violation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A floor with work for a supervisor.
final class FakeSupervisorApi implements SupervisorApi {
    static final Instant NOW = SampleTasks.NOW;

    final Deque<Task> waiting = new ArrayDeque<>();
    final List<DecisionRequest> decisions = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    final List<String> golden = new ArrayList<>();
    final List<String> undone = new ArrayList<>();
    final List<MoveTasks> moves = new ArrayList<>();
    final List<HandOn> handedOn = new ArrayList<>();
    final List<String> reassigned = new ArrayList<>();
    final SampleTruth truth = new SampleTruth();
    FloorView floor = busy();
    QualityFigures quality = figures();
    Forecast forecast = weeks();
    final List<StrikeProposal> proposals = new ArrayList<>(proposed());
    final List<String> settled = new ArrayList<>();
    final List<String> promises = new ArrayList<>();
    List<String> sources = new ArrayList<>(List.of("forum"));
    int floorReads;
    boolean offline;
    boolean leaseLost;

    @Nullable String refuses;

    @Nullable String refusesGolden;

    @Override
    public FloorView floor() throws ApiProblem, Offline {
        floorReads++;
        answer();
        return floor;
    }

    @Override
    public QualityFigures quality() throws ApiProblem, Offline {
        answer();
        return quality;
    }

    @Override
    public Optional<Task> takeNext() throws ApiProblem, Offline {
        answer();
        return Optional.ofNullable(waiting.poll());
    }

    @Override
    public Task task(String taskId) throws ApiProblem, Offline {
        answer();
        return disputed();
    }

    @Override
    public Optional<Instant> renew(String taskId, long lease) throws ApiProblem, Offline {
        answer();
        return leaseLost ? Optional.empty() : Optional.of(NOW.plusSeconds(300));
    }

    @Override
    public DecisionReceipt decide(String taskId, DecisionRequest decision, String idempotencyKey)
            throws ApiProblem, Offline {
        keys.add(idempotencyKey);
        answer();
        decisions.add(decision);
        return new DecisionReceipt("decision-1", DecisionState.HELD, NOW.plusSeconds(15));
    }

    @Override
    public void undo(String decisionId) throws ApiProblem, Offline {
        answer();
        undone.add(decisionId);
    }

    @Override
    public void makeGolden(String decisionId) throws ApiProblem, Offline {
        answer();
        if (refusesGolden != null) {
            throw problem(refusesGolden);
        }
        golden.add(decisionId);
    }

    @Override
    public List<QueueView> queues() throws ApiProblem, Offline {
        answer();
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
    public void reassign(String taskId, ReassignRequest request) throws ApiProblem, Offline {
        answer();
        reassigned.add(taskId + ": " + request);
    }

    @Override
    public List<GoldenItemView> goldenItems() throws ApiProblem, Offline {
        answer();
        return List.copyOf(truth.golden);
    }

    @Override
    public void retire(String goldenId) throws ApiProblem, Offline {
        answer();
        truth.golden.removeIf(one -> one.id().equals(goldenId));
    }

    @Override
    public List<CalibrationView> calibrations() throws ApiProblem, Offline {
        answer();
        return truth.calibrations.stream().map(SampleTruth::withoutAgreement).toList();
    }

    @Override
    public CalibrationView calibration(String id) throws ApiProblem, Offline {
        answer();
        return truth.calibrations.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public CalibrationView calibrate(CreateCalibration request) throws ApiProblem, Offline {
        answer();
        truth.made.add(request);
        return truth.calibrations.getFirst();
    }

    @Override
    public Optional<QualityFigures.Overturned> overturned(String personId) throws ApiProblem, Offline {
        answer();
        return Optional.of(
                new QualityFigures.Overturned("Jonas Brandt", 24, new Interval(0.375, 0.212, 0.573), 0.3, true));
    }

    @Override
    public ModeratorQuality quality(String personId) throws ApiProblem, Offline {
        answer();
        return truth.quality;
    }

    @Override
    public CoachingCard send(String personId, String itemId, @Nullable String note) throws ApiProblem, Offline {
        answer();
        truth.sent.add(personId + " " + itemId + " " + note);
        return truth.quality.cards().stream()
                .filter(card -> card.itemId().equals(itemId))
                .findFirst()
                .orElseThrow()
                .sent(new CoachingCard.Sent(new PersonName("s", "Sabine Vogt"), NOW, note, null));
    }

    @Override
    public int move(MoveTasks move) throws ApiProblem, Offline {
        answer();
        moves.add(move);
        return move.atMost() == null ? 87 : move.atMost();
    }

    @Override
    public int handOn(HandOn request) throws ApiProblem, Offline {
        answer();
        handedOn.add(request);
        return 3;
    }

    @Override
    public void acknowledge(String alertId) throws ApiProblem, Offline {
        answer();
        quality = new QualityFigures(
                quality.agreement(),
                quality.accuracy(),
                quality.alerts().stream()
                        .filter(alert -> !alert.id().equals(alertId))
                        .toList(),
                quality.overturned());
    }

    @Override
    public AgreementReport agreement(@Nullable String policy) throws ApiProblem, Offline {
        answer();
        return report(policy);
    }

    static AgreementReport report(@Nullable String policy) {
        var mina = new PersonName("p1", "Mina Okafor");
        var jonas = new PersonName("p2", "Jonas Brandt");
        var ayse = new PersonName("p3", "Ayşe Yıldız");
        return new AgreementReport(
                policy,
                NOW.minus(Duration.ofDays(28)),
                NOW,
                412,
                861,
                0.81,
                new Estimate(0.66, 0.61, 0.71),
                List.of(
                        new AgreementReport.Pair(mina, jonas, 188, 0.86, new Estimate(0.74, 0.66, 0.82)),
                        new AgreementReport.Pair(mina, ayse, 131, 0.8, new Estimate(0.63, 0.52, 0.73)),
                        new AgreementReport.Pair(jonas, ayse, 93, 0.71, new Estimate(0.48, 0.34, 0.61))),
                List.of(
                        new AgreementReport.OfPolicy("harassment", 212, 440, 180, 0.84, new Estimate(0.71, 0.64, 0.78)),
                        new AgreementReport.OfPolicy("hate", 96, 199, 61, 0.77, new Estimate(0.52, 0.38, 0.65))),
                List.of(
                        new AgreementReport.Confusion("harassment", "hate", 41),
                        new AgreementReport.Confusion("hate", "harassment", 38),
                        new AgreementReport.Confusion("harassment", null, 29),
                        new AgreementReport.Confusion("violence", "harassment", 12),
                        new AgreementReport.Confusion("harassment", "harassment", 140),
                        new AgreementReport.Confusion("spam", null, 4)),
                List.of(
                        new AgreementReport.Rater(mina, 310, 0.95, 0.93, 0.96),
                        new AgreementReport.Rater(jonas, 280, 0.92, 0.95, 0.89),
                        new AgreementReport.Rater(ayse, 271, 0.84, 0.71, 0.95)));
    }

    @Override
    public Forecast forecast() throws ApiProblem, Offline {
        answer();
        return forecast;
    }

    @Override
    public void promise(String queue, @Nullable Integer minutes) throws ApiProblem, Offline {
        answer();
        promises.add(queue + " " + minutes);
    }

    @Override
    public List<String> sources(String policy) throws ApiProblem, Offline {
        answer();
        return sources;
    }

    @Override
    public List<String> divide(String policy, List<String> wanted) throws ApiProblem, Offline {
        answer();
        sources = wanted;
        return wanted;
    }

    @Override
    public List<StrikeProposal> proposals() throws ApiProblem, Offline {
        answer();
        return List.copyOf(proposals);
    }

    @Override
    public StrikeProposal acceptProposal(String id, String reasons) throws ApiProblem, Offline {
        return settle(id, "accepted: " + reasons);
    }

    @Override
    public StrikeProposal dismissProposal(String id, String reason) throws ApiProblem, Offline {
        return settle(id, "dismissed: " + reason);
    }

    private StrikeProposal settle(String id, String what) throws ApiProblem, Offline {
        answer();
        settled.add(what);
        var proposal = proposals.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        proposals.remove(proposal);
        return proposal;
    }

    /// Two authors whose strikes add up.
    static List<StrikeProposal> proposed() {
        return List.of(
                proposal("s1", "u-4711", ActionType.SUSPEND, 6, 14),
                proposal("s2", "spam.king", ActionType.RESTRICT, 3, 95));
    }

    private static StrikeProposal proposal(String id, String author, ActionType action, int points, int minutes) {
        return new StrikeProposal(
                id,
                "forum",
                author,
                action,
                points,
                "i-1",
                ProposalState.OPEN,
                NOW.minus(Duration.ofMinutes(minutes)),
                null,
                null,
                null);
    }

    /// Three weeks with quiet nights and a busy evening.
    static Forecast weeks() {
        var hours = new ArrayList<Forecast.Hour>();
        for (int hour = 0; hour < 168; hour++) {
            double expected = 14 + 12 * Math.sin((hour % 24 - 12) * Math.PI / 12);
            int people = (int) Math.ceil(expected / 12);
            hours.add(new Forecast.Hour(hour, expected, Math.max(0, expected - 7), expected + 8, people, people + 1));
        }
        return new Forecast(3, 12.0, List.of(new Forecast.QueueForecast("harassment", "Harassment", hours)));
    }

    private void answer() throws ApiProblem, Offline {
        if (offline) {
            throw new Offline(new IOException("no route"));
        }
        if (refuses != null) {
            throw problem(refuses);
        }
    }

    private static ApiProblem problem(String slug) {
        return new ApiProblem(new Problem(Problem.TYPE_PREFIX + slug, slug, 409, null, "trace-1", null));
    }

    /// A disagreement on one item, with a place that both marked and one that only one did.
    static Task disputed() {
        return withFirst(
                SampleTasks.harassment(),
                List.of(
                        decision(
                                "d1",
                                List.of(violation("harassment", 2, List.of(List.of(13, 18)))),
                                List.of(new Action(ActionType.REMOVE, null)),
                                "Insult, second time this week."),
                        decision(
                                "d2",
                                List.of(
                                        violation("harassment", 2, List.of(List.of(13, 18))),
                                        violation("violence", 3, List.of(place("before we make you")))),
                                List.of(new Action(ActionType.REMOVE, null), new Action(ActionType.WARN, null)),
                                null)));
    }

    /// A disagreement on a video, of which one marked two seconds.
    static Task disputedVideo() {
        var seconds = List.of(List.of(5.0, 6.0), List.of(6.0, 8.0, 0.0));
        return withFirst(
                SampleTasks.video(),
                List.of(
                        decision(
                                "d1",
                                List.of(new Violation("sexual", 3, null, null, seconds)),
                                List.of(new Action(ActionType.REMOVE, null)),
                                null),
                        decision("d2", List.of(), List.of(), null)));
    }

    /// A disagreement on images, of which both marked places.
    static Task disputedPictures() {
        return withFirst(
                SampleTasks.pictures(),
                List.of(
                        decision(
                                "d1",
                                List.of(new Violation("sexual", 3, null, List.of(List.of(0.1, 0.1, 0.3, 0.4)), null)),
                                List.of(new Action(ActionType.REMOVE, null)),
                                null),
                        decision(
                                "d2",
                                List.of(new Violation("sexual", 2, null, List.of(List.of(0.5, 0.2, 0.3, 0.3)), null)),
                                List.of(new Action(ActionType.RESTRICT, null)),
                                null)));
    }

    /// An item that came by three skips: nobody decided it.
    static Task skipped() {
        return withFirst(SampleTasks.spam(), null);
    }

    private static Task withFirst(Task task, @Nullable List<EffectiveDecision> first) {
        return new Task(
                task.id(),
                first == null ? TaskKind.FIRST : TaskKind.ADJUDICATION,
                first == null ? task.queue() : "adjudication",
                task.dueAt(),
                new Lease(3, NOW.plusSeconds(300)),
                task.item(),
                task.evidence(),
                task.policies(),
                first,
                null,
                false,
                task.reason());
    }

    private static EffectiveDecision decision(
            String id, List<Violation> violations, List<Action> actions, @Nullable String note) {
        return new EffectiveDecision(
                id,
                null,
                null,
                null,
                Outcome.VIOLATION,
                violations,
                actions,
                Map.of("harassment", 3),
                new EffectiveDecision.By("PERSON"),
                NOW.minusSeconds(7200),
                note);
    }

    private static List<Integer> place(String words) {
        int at = SampleTasks.harassment().item().text().indexOf(words);
        return List.of(at, at + words.length());
    }

    private static Violation violation(String policy, int severity, List<List<Integer>> spans) {
        return new Violation(policy, severity, spans, List.of(), List.of());
    }

    static FloorView busy() {
        return new FloorView(
                NOW,
                List.of(
                        queue("harassment", "Harassment", 34, 4, 1, 200, "p1", "p2"),
                        queue("hate", "Hate", 12, 0, 0, 55),
                        queue("violence", "Violence", 5, 2, 0, 18, "p3"),
                        queue("spam", "Spam", 87, 0, 0, 610, "p4"),
                        queue("self_harm", "Self-harm", 0, 0, 0, 0),
                        queue("misinformation", "Misinformation", 41, 9, 6, 460)),
                List.of(
                        new PersonOnFloor("p1", "Mina Okafor", 3, 61, NOW.minusSeconds(20)),
                        new PersonOnFloor("p2", "Jonas Brandt", 3, 44, NOW.minusSeconds(70)),
                        new PersonOnFloor("p3", "Ayşe Yıldız", 2, 0, NOW.minusSeconds(200)),
                        new PersonOnFloor("p4", "Tomás Herrera", 3, 102, NOW)),
                List.of(
                        need("t1", "ADJUDICATION", "harassment", "Two looks found different things.", 95, 25),
                        need("t2", "HOLD", "violence", "A ban waits for a second person.", 40, 110),
                        need("t3", "ADJUDICATION", "hate", "Two looks found different things.", 180, -12),
                        need(
                                "t4",
                                "SKIPPED",
                                "misinformation",
                                "Skipped three times: needs somebody who knows more.",
                                310,
                                300),
                        need("t5", "ESCALATION", "self_harm", "I know the people involved.", 12, 45),
                        wave("w1", true, "spam", 31, 64),
                        wave("w2", false, "hate", 27, 220)));
    }

    static FloorView onlyWaves() {
        return new FloorView(NOW, List.of(), List.of(), List.of(wave("w1", true, "spam", 31, 64)));
    }

    static Need wave(String id, boolean disputed, String queue, int items, int due) {
        return Need.wave(
                id, disputed, queue, items, NOW.minus(Duration.ofMinutes(25)), NOW.plus(Duration.ofMinutes(due)));
    }

    static FloorView quiet() {
        return new FloorView(NOW, List.of(queue("harassment", "Harassment", 0, 0, 0, 0)), List.of(), List.of());
    }

    private static QueueOnFloor queue(
            String key, String title, long waiting, long soon, long late, int oldest, String... people) {
        return new QueueOnFloor(
                key,
                title,
                waiting,
                people.length,
                waiting == 0 ? null : NOW.minus(Duration.ofMinutes(oldest)),
                soon,
                late,
                List.of(people));
    }

    private static Need need(String id, String kind, String queue, String reason, int since, int due) {
        return Need.task(
                id,
                kind,
                queue,
                reason,
                "Two looks found different things.".equals(reason) ? List.of(new Phrase("reason.disputed")) : null,
                NOW.minus(Duration.ofMinutes(since)),
                NOW.plus(Duration.ofMinutes(due)),
                id.equals("t5"));
    }

    static QualityFigures figures() {
        return new QualityFigures(
                List.of(
                        new Agreement("harassment", 212, new Interval(0.71, 0.64, 0.78)),
                        new Agreement("hate", 96, new Interval(0.52, 0.38, 0.65)),
                        new Agreement("violence", 74, new Interval(0.83, 0.72, 0.91)),
                        new Agreement("spam", 300, new Interval(0.94, 0.91, 0.97)),
                        new Agreement("self_harm", 3, null)),
                List.of(
                        new Accuracy("Ayşe Yıldız", 42, new Interval(0.86, 0.72, 0.93), true),
                        new Accuracy("Jonas Brandt", 61, new Interval(0.93, 0.84, 0.97), false),
                        new Accuracy("Mina Okafor", 88, new Interval(0.97, 0.9, 0.99), false),
                        new Accuracy("Tomás Herrera", 0, null, false)),
                List.of(
                        new Alert("a1", "AGREEMENT", "hate", List.of("Jonas Brandt", "Ayşe Yıldız"), 0.52, 0.6),
                        new Alert("a2", "ACCURACY", null, List.of("Ayşe Yıldız"), 0.86, 0.9)),
                List.of(
                        new Overturned("Hate", 31, new Interval(0.42, 0.26, 0.59), 0.3, true),
                        new Overturned("Spam", 44, new Interval(0.11, 0.05, 0.24), 0.3, false)));
    }

    @Override
    public byte[] picture(String itemId, int index, int side, double second) {
        return SamplePictures.picture(index, side, second);
    }
}
