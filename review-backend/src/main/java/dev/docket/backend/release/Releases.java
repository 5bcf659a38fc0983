package dev.docket.backend.release;

import dev.docket.backend.jobs.Jobs;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.registry.Following;
import dev.docket.backend.registry.Lives;
import dev.docket.backend.registry.Model;
import dev.docket.backend.registry.Model.Medium;
import dev.docket.backend.registry.ModelViews;
import dev.docket.backend.registry.Registry;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.GateView;
import dev.docket.dto.models.ModelState;
import dev.docket.dto.models.ModelView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings models before live items step by step, and takes them back at once.
///
/// Every step but the way back needs the gates and two people. The way back needs nobody:
/// whoever sees that something is wrong takes the model back and talks afterwards.
@Service
public class Releases {
    static final List<Double> STEPS = List.of(0.1, 0.5, 1.0);
    /// Each costs a little time at every item.
    private static final int MOST_BESIDE = 3;

    private static final int LONGEST_REASON = 500;

    private final Registry registry;
    private final Lives lives;
    private final Gates gates;
    private final Following following;
    private final ModelViews views;
    private final Jobs jobs;
    private final TransactionTemplate transaction;

    Releases(
            Registry registry,
            Lives lives,
            Gates gates,
            Following following,
            ModelViews views,
            Jobs jobs,
            TransactionTemplate transaction) {
        this.registry = registry;
        this.lives = lives;
        this.gates = gates;
        this.following = following;
        this.views = views;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    /// Lets a model score what the champion scores, unseen.
    ///
    /// @throws DomainProblem `model-refused` when it does not fit the encoder that is here
    public ModelView shadow(String version, Actor by) {
        var model = registry.byVersion(version);
        refuseSecondSession(model);
        if (following.post(model.medium()).beside().size() >= MOST_BESIDE) {
            throw new DomainProblem(
                    ReleaseProblem.STEP_NOT_POSSIBLE,
                    MOST_BESIDE + " models score beside the champion already; take one back first.");
        }
        lives.shadow(version, by);
        following.follow();
        @Nullable String fault = following.faults().get(version);
        if (fault != null) {
            lives.takeBack(version, "It cannot score here: " + fault, by);
            following.follow();
            throw new DomainProblem(
                    ReleaseProblem.MODEL_REFUSED, fault + ". It is taken back; nothing else was changed.");
        }
        jobs.submit(LatencyJob.KIND, by, new LatencyJob.Parameters(version));
        return views.of(version);
    }

    /// Each holds a model in memory, and takes its time at what it is asked about.
    private void refuseSecondSession(Model model) {
        if (model.isHeads()) {
            return;
        }
        following.post(model.medium()).beside().stream()
                .flatMap(other -> registry.find(other).stream())
                .filter(other -> !other.isHeads())
                .findFirst()
                .ifPresent(other -> {
                    throw new DomainProblem(
                            ReleaseProblem.STEP_NOT_POSSIBLE,
                            other.version()
                                    + " scores beside the champion in a pass of its own already; take it back first.");
                });
    }

    public ModelView approve(String version, Actor.Person by) {
        lives.approve(version, by);
        return views.of(version);
    }

    /// Lets a model take its next step: 10, 50, then 100 % of the items.
    ///
    /// @param share null for the next step
    /// @throws DomainProblem `promotion-blocked` with everything that is missing
    public ModelView promote(String version, @Nullable Double share, Actor by) {
        var model = registry.byVersion(version);
        double next = next(model);
        if (share != null && share != next) {
            new FieldErrors().add("/share", "the next step is " + next).throwIfAny();
        }
        unblocked(model);
        inTransaction(() -> step(model, next, by));
        following.follow();
        return views.of(version);
    }

    private static double next(Model model) {
        return switch (model.state()) {
            case CANDIDATE, SHADOW -> STEPS.getFirst();
            case CANARY ->
                STEPS.stream()
                        .filter(step -> step > Objects.requireNonNullElse(model.canaryShare(), 0.0))
                        .findFirst()
                        .orElse(1.0);
            case CHAMPION, RETIRED ->
                throw new DomainProblem(
                        ReleaseProblem.STEP_NOT_POSSIBLE,
                        "The model is " + model.state() + "; only what is in shadow or a canary is promoted.");
        };
    }

    private void unblocked(Model model) {
        var reasons = new ArrayList<String>();
        if (model.state() == ModelState.CANDIDATE) {
            reasons.add("It was never in shadow; let it score beside the champion first.");
        }
        int missing = ModelViews.APPROVALS_NEEDED - lives.approvals(model.version());
        if (missing > 0) {
            reasons.add(
                    missing == 1
                            ? "One approval by another person is missing."
                            : missing + " approvals are missing, by different people.");
        }
        gates.measure(model.version()).gates().stream()
                .filter(gate -> !gate.passed())
                .map(Releases::inWords)
                .forEach(reasons::add);
        if (!reasons.isEmpty()) {
            throw new DomainProblem(
                    ReleaseProblem.PROMOTION_BLOCKED, String.join(" ", reasons), Map.of("reasons", reasons));
        }
    }

    private static String inWords(GateView gate) {
        var about = Stream.of(gate.label(), gate.language())
                .filter(Objects::nonNull)
                .toList();
        return "Gate " + gate.key() + (about.isEmpty() ? "" : " (" + String.join(", ", about) + ")") + ": "
                + gate.detail();
    }

    /// Somebody may have taken it back while the gates were measured.
    private Model step(Model seen, double share, Actor by) {
        var now = lives.hold(seen.version());
        if (now.state() != seen.state() || !Objects.equals(now.canaryShare(), seen.canaryShare())) {
            throw new DomainProblem(
                    ReleaseProblem.STEP_NOT_POSSIBLE, "It was moved meanwhile and is " + now.state() + "; look again.");
        }
        if (share < 1) {
            jobs.submit(LatencyJob.KIND, by, new LatencyJob.Parameters(seen.version()));
            return lives.canary(seen.version(), share, by);
        }
        var champion = now.state() == ModelState.CANARY ? lives.crown(seen.version(), by) : now;
        if (champion.medium() == Medium.TEXT) {
            rescore(champion.version(), by);
        }
        return champion;
    }

    /// Takes a model back, from wherever it is, and lets the champion before it serve again
    /// where it was champion.
    public ModelView takeBack(String version, @Nullable String reason, Actor by) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            new FieldErrors()
                    .add("/reason", "at most " + LONGEST_REASON + " characters")
                    .throwIfAny();
        }
        inTransaction(() -> {
            var before = lives.hold(version);
            boolean served = before.state() == ModelState.CHAMPION && before.medium() == Medium.TEXT;
            var model =
                    lives.takeBack(version, reason == null || reason.isBlank() ? "Taken back." : reason.strip(), by);
            if (served) {
                rescore(registry.champion().version(), by);
            }
            return model;
        });
        following.follow();
        return views.of(version);
    }

    /// Scores again what waits for people, by the champion of now.
    public JobView rescore(Actor by) {
        return rescore(registry.champion().version(), by);
    }

    private JobView rescore(String version, Actor by) {
        return jobs.submit(RescoringJob.KIND, by, new RescoringJob.Parameters(version));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
