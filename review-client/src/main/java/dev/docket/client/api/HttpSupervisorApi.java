package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.supervisor.QualityFigures;
import dev.docket.client.supervisor.QualityFigures.Accuracy;
import dev.docket.client.supervisor.QualityFigures.Agreement;
import dev.docket.client.supervisor.QualityFigures.Alert;
import dev.docket.client.supervisor.QualityFigures.Interval;
import dev.docket.client.supervisor.QualityFigures.Overturned;
import dev.docket.client.supervisor.SupervisorApi;
import dev.docket.dto.Paths;
import dev.docket.dto.appeals.OverturnRates;
import dev.docket.dto.enforcement.AcceptProposal;
import dev.docket.dto.enforcement.DismissProposal;
import dev.docket.dto.enforcement.StrikeProposal;
import dev.docket.dto.floor.FloorView;
import dev.docket.dto.floor.Forecast;
import dev.docket.dto.floor.HandOn;
import dev.docket.dto.floor.MoveTasks;
import dev.docket.dto.floor.Moved;
import dev.docket.dto.quality.AgreementReport;
import dev.docket.dto.quality.CalibrationView;
import dev.docket.dto.quality.CoachingCard;
import dev.docket.dto.quality.CreateCalibration;
import dev.docket.dto.quality.CreateGoldenItem;
import dev.docket.dto.quality.Estimate;
import dev.docket.dto.quality.GoldenItemView;
import dev.docket.dto.quality.ModeratorQuality;
import dev.docket.dto.quality.PersonName;
import dev.docket.dto.quality.QualityAlert;
import dev.docket.dto.quality.SendCard;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.queue.ClaimedTasks;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.queue.QueueSources;
import dev.docket.dto.queue.QueueTarget;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.queue.ReassignRequest;
import dev.docket.dto.queue.RenewRequest;
import dev.docket.dto.queue.RenewResult;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.Task;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The supervisor's floor, over HTTP.
public final class HttpSupervisorApi implements SupervisorApi {
    private static final String QUEUE = "adjudication";
    private static final String CALIBRATIONS = Paths.QUALITY + "/calibrations";
    private static final String PROPOSALS = Paths.STRIKES + "/proposals";

    private final Floor floor;
    private final HttpReassignApi reassign;

    public HttpSupervisorApi(Floor floor) {
        this.floor = floor;
        reassign = new HttpReassignApi(floor);
    }

    @Override
    public List<GoldenItemView> goldenItems() throws ApiProblem, Offline {
        return floor.page(Paths.GOLDEN_ITEMS, Map.of("limit", "200"), GoldenItemView.class)
                .items();
    }

    @Override
    public void retire(String goldenId) throws ApiProblem, Offline {
        floor.delete(Paths.GOLDEN_ITEMS + "/" + goldenId);
    }

    @Override
    public List<CalibrationView> calibrations() throws ApiProblem, Offline {
        return floor.page(CALIBRATIONS, CalibrationView.class).items();
    }

    @Override
    public CalibrationView calibration(String id) throws ApiProblem, Offline {
        return floor.get(CALIBRATIONS + "/" + id, CalibrationView.class);
    }

    @Override
    public CalibrationView calibrate(CreateCalibration request) throws ApiProblem, Offline {
        return floor.post(CALIBRATIONS, request, CalibrationView.class);
    }

    @Override
    public ModeratorQuality quality(String personId) throws ApiProblem, Offline {
        return floor.get(Paths.QUALITY + "/moderators/" + personId, ModeratorQuality.class);
    }

    @Override
    public Optional<Overturned> overturned(String personId) throws ApiProblem, Offline {
        var rates = floor.get(Paths.APPEALS + "/overturns", OverturnRates.class);
        return rates.moderators().stream()
                .filter(rate -> rate.key().equals(personId))
                .findFirst()
                .flatMap(rate -> overturned(rate, rates.alertAbove()));
    }

    @Override
    public CoachingCard send(String personId, String itemId, @Nullable String note) throws ApiProblem, Offline {
        String path = Paths.QUALITY + "/moderators/" + personId + "/cards/" + itemId + "/send";
        return floor.post(path, new SendCard(note), CoachingCard.class);
    }

    @Override
    public List<QueueView> queues() throws ApiProblem, Offline {
        return reassign.queues();
    }

    @Override
    public List<Colleague> receivers(String taskId, String part) throws ApiProblem, Offline {
        return reassign.receivers(taskId, part);
    }

    @Override
    public void reassign(String taskId, ReassignRequest request) throws ApiProblem, Offline {
        reassign.reassign(taskId, request);
    }

    @Override
    public FloorView floor() throws ApiProblem, Offline {
        return floor.get(Paths.FLOOR, FloorView.class);
    }

    @Override
    public QualityFigures quality() throws ApiProblem, Offline {
        var agreement = floor.get(Paths.QUALITY + "/agreement", AgreementReport.class);
        var people = floor.page(Paths.QUALITY + "/moderators", ModeratorQuality.Summary.class);
        var alerts = floor.page(Paths.QUALITY + "/alerts", QualityAlert.class);
        var overturns = floor.get(Paths.APPEALS + "/overturns", OverturnRates.class);
        return new QualityFigures(
                agreement.policies().stream()
                        .filter(policy -> policy.items() > 0)
                        .map(policy -> new Agreement(policy.policy(), policy.items(), interval(policy.alpha())))
                        .toList(),
                people.items().stream()
                        .map(HttpSupervisorApi::accuracy)
                        .sorted(Comparator.comparing(HttpSupervisorApi::valueOf))
                        .toList(),
                alerts.items().stream()
                        .filter(alert -> alert.acknowledgedAt() == null)
                        .map(HttpSupervisorApi::alert)
                        .toList(),
                Stream.of(
                                overturns.policies().stream(),
                                overturns.moderators().stream().filter(OverturnRates.Rate::alert),
                                overturns.models().stream().filter(OverturnRates.Rate::alert))
                        .flatMap(rates -> rates)
                        .flatMap(rate -> overturned(rate, overturns.alertAbove()).stream())
                        .toList());
    }

    @Override
    public byte[] picture(String itemId, int index, int side, double second) throws ApiProblem, Offline {
        return floor.picture(itemId, index, side, second);
    }

    private static Optional<Overturned> overturned(OverturnRates.Rate rate, double most) {
        return Optional.ofNullable(rate.share())
                .map(share -> new Overturned(
                        rate.name() == null ? rate.key() : rate.name(),
                        rate.decided(),
                        new Interval(share.value(), share.low(), share.high()),
                        most,
                        rate.alert()));
    }

    private static Accuracy accuracy(ModeratorQuality.Summary person) {
        return new Accuracy(
                person.person().displayName(), person.judged(), interval(person.accuracy()), person.alert());
    }

    private static double valueOf(Accuracy person) {
        return person.accuracy() == null ? 2 : person.accuracy().value();
    }

    private static Alert alert(QualityAlert alert) {
        return new Alert(
                alert.id(),
                alert.kind(),
                alert.policy(),
                alert.people().stream().map(PersonName::displayName).toList(),
                alert.estimate().value(),
                alert.threshold());
    }

    private static @Nullable Interval interval(@Nullable Estimate estimate) {
        return estimate == null ? null : new Interval(estimate.value(), estimate.low(), estimate.high());
    }

    @Override
    public void acknowledge(String alertId) throws ApiProblem, Offline {
        floor.post(Paths.QUALITY + "/alerts/" + alertId + "/acknowledge", Map.of(), QualityAlert.class);
    }

    @Override
    public AgreementReport agreement(@Nullable String policy) throws ApiProblem, Offline {
        Map<String, String> asked = policy == null ? Map.of() : Map.of("policy", policy);
        return floor.get(Paths.QUALITY + "/agreement", asked, AgreementReport.class);
    }

    @Override
    public Optional<Task> takeNext() throws ApiProblem, Offline {
        var request = new ClaimRequest(List.of(QUEUE), 1);
        return floor.post(Paths.CLAIMS, request, ClaimedTasks.class).tasks().stream()
                .findFirst();
    }

    @Override
    public Task task(String taskId) throws ApiProblem, Offline {
        return floor.get(Paths.TASKS + "/" + taskId, Task.class);
    }

    @Override
    public Optional<Instant> renew(String taskId, long lease) throws ApiProblem, Offline {
        var request = new RenewRequest(List.of(new RenewRequest.Held(taskId, lease)));
        return floor.post(Paths.LEASES_RENEW, request, RenewResult.class).held().stream()
                .map(RenewResult.HeldLease::until)
                .findFirst();
    }

    @Override
    public DecisionReceipt decide(String taskId, DecisionRequest decision, String idempotencyKey)
            throws ApiProblem, Offline {
        return floor.post(Paths.TASKS + "/" + taskId + "/decision", decision, DecisionReceipt.class, idempotencyKey);
    }

    @Override
    public void undo(String decisionId) throws ApiProblem, Offline {
        floor.post(Paths.DECISIONS + "/" + decisionId + "/undo");
    }

    @Override
    public void makeGolden(String decisionId) throws ApiProblem, Offline {
        var request = new CreateGoldenItem(null, null, null, decisionId, null);
        floor.post(Paths.GOLDEN_ITEMS, request, GoldenItemView.class);
    }

    @Override
    public int move(MoveTasks move) throws ApiProblem, Offline {
        return floor.post(Paths.FLOOR_MOVE, move, Moved.class).tasks();
    }

    @Override
    public int handOn(HandOn handOn) throws ApiProblem, Offline {
        return floor.post(Paths.FLOOR_HAND_ON, handOn, Moved.class).tasks();
    }

    @Override
    public Forecast forecast() throws ApiProblem, Offline {
        return floor.get(Paths.FLOOR_FORECAST, Forecast.class);
    }

    @Override
    public void promise(String queue, @Nullable Integer minutes) throws ApiProblem, Offline {
        floor.put(Paths.QUEUES + "/" + queue + "/target", new QueueTarget(minutes), QueueTarget.class, Map.of());
    }

    @Override
    public List<String> sources(String policy) throws ApiProblem, Offline {
        return floor.get(Paths.QUEUES + "/" + policy + "/sources", QueueSources.class)
                .sources();
    }

    @Override
    public List<String> divide(String policy, List<String> sources) throws ApiProblem, Offline {
        String path = Paths.QUEUES + "/" + policy + "/sources";
        return floor.put(path, new QueueSources(sources), QueueSources.class, Map.of())
                .sources();
    }

    @Override
    public List<StrikeProposal> proposals() throws ApiProblem, Offline {
        return floor.page(PROPOSALS, StrikeProposal.class).items();
    }

    @Override
    public StrikeProposal acceptProposal(String id, String reasons) throws ApiProblem, Offline {
        return floor.post(PROPOSALS + "/" + id + "/accept", new AcceptProposal(null, reasons), StrikeProposal.class);
    }

    @Override
    public StrikeProposal dismissProposal(String id, String reason) throws ApiProblem, Offline {
        return floor.post(PROPOSALS + "/" + id + "/dismiss", new DismissProposal(reason), StrikeProposal.class);
    }
}
