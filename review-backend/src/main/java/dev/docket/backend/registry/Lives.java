package dev.docket.backend.registry;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.policy.LabelSchemas;
import dev.docket.dto.models.GatesView;
import dev.docket.dto.models.ModelChanged;
import dev.docket.dto.models.ModelState;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Moves models through their lives, one step of one model at a time on all floors together.
///
/// ```
/// CANDIDATE ─▶ SHADOW ─▶ CANARY 10 ─▶ 50 % ─▶ CHAMPION
///    any of them ─▶ RETIRED ─▶ SHADOW     the champion before ─▶ CHAMPION again
/// ```
/// Whether a step should be taken is decided by whoever calls; here is only which steps there
/// are. The floors see it within a second, see [Following].
@Service
public class Lives {
    private static final Set<ModelState> MAY_SHADOW = EnumSet.of(ModelState.CANDIDATE, ModelState.RETIRED);
    private static final Set<ModelState> MAY_BE_APPROVED =
            EnumSet.of(ModelState.CANDIDATE, ModelState.SHADOW, ModelState.CANARY);
    private static final Set<ModelState> MAY_BE_TAKEN_BACK =
            EnumSet.of(ModelState.SHADOW, ModelState.CANARY, ModelState.CHAMPION);

    private final StoredModels models;
    private final StoredApprovals approvals;
    private final LabelSchemas labels;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final Clock clock;

    Lives(
            StoredModels models,
            StoredApprovals approvals,
            LabelSchemas labels,
            AuditTrail audit,
            LiveEvents live,
            Clock clock) {
        this.models = models;
        this.approvals = approvals;
        this.labels = labels;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// Holds back every other step of every model until the caller's transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Model hold(String version) {
        models.lock();
        return models.find(version).orElseThrow(Registry::unknown);
    }

    /// Lets it score beside the champion. Words given for an earlier shadow do not count for
    /// this one.
    @Transactional
    public Model shadow(String version, Actor by) {
        var model = hold(version);
        require(model, MAY_SHADOW, "is where a candidate, or one that was taken back, goes");
        if (!model.isScoring()) {
            throw new DomainProblem(
                    RegistryProblem.STEP_NOT_POSSIBLE,
                    "A package of kind " + model.kind() + " gives no scores; it serves where it lies in the home.");
        }
        approvals.forget(version);
        models.forgetGates(version);
        models.shadow(version, clock.instant());
        return moved(model, ModelState.SHADOW, null, by, Map.of());
    }

    /// One person's word that it may serve; once is enough.
    @Transactional
    public Model approve(String version, Actor.Person by) {
        var model = hold(version);
        require(model, MAY_BE_APPROVED, "is asked for before it serves");
        if (approvals.give(version, by.id(), clock.instant())) {
            audit.append(by, "model.approved", "model", version, Map.of("state", model.state()));
            tell(version, model.state(), model.canaryShare());
        }
        return model;
    }

    /// How many different people gave their word.
    public int approvals(String version) {
        return approvals
                .of(Set.of(version))
                .getOrDefault(version, java.util.List.of())
                .size();
    }

    /// Lets its scores count for a share of the items.
    @Transactional
    public Model canary(String version, double share, Actor by) {
        var model = hold(version);
        require(model, EnumSet.of(ModelState.SHADOW, ModelState.CANARY), "follows the shadow");
        models.canary(version, share, clock.instant());
        return moved(model, ModelState.CANARY, share, by, Map.of("share", share));
    }

    /// Lets its scores count for all items; the champion of before is kept.
    @Transactional
    public Model crown(String version, Actor by) {
        var model = hold(version);
        require(model, EnumSet.of(ModelState.CANARY), "follows the canary");
        var now = clock.instant();
        @Nullable String before = models.champion(model.medium()).map(Model::version).orElse(null);
        if (before != null) {
            models.retire(before, null, now);
            tell(before, ModelState.RETIRED, null);
        }
        models.crown(version, before, now);
        labels.release(model.labels());
        return moved(model, ModelState.CHAMPION, null, by, Map.of("predecessor", String.valueOf(before)));
    }

    /// Takes it back, from wherever it is. A champion gives its place to the one before it.
    ///
    /// @param reason for those who read it later
    @Transactional
    public Model takeBack(String version, String reason, Actor by) {
        var model = hold(version);
        require(model, MAY_BE_TAKEN_BACK, "is for one that scores");
        var now = clock.instant();
        var details = new HashMap<String, Object>(Map.of("from", model.state(), "reason", reason));
        models.retire(version, reason, now);
        if (model.state() == ModelState.CHAMPION) {
            String before = predecessor(model);
            models.crownAgain(before, now);
            details.put("champion", before);
            tell(before, ModelState.CHAMPION, null);
        }
        return moved(model, ModelState.RETIRED, null, by, details);
    }

    private String predecessor(Model champion) {
        @Nullable String before = champion.predecessor();
        if (before == null || models.find(before).isEmpty()) {
            throw new DomainProblem(
                    RegistryProblem.STEP_NOT_POSSIBLE, "It is the first champion; there is none to return to.");
        }
        return before;
    }

    /// Remembers what was measured.
    @Transactional
    public void keep(GatesView gates) {
        models.keepGates(gates);
    }

    private Model moved(Model model, ModelState to, @Nullable Double share, Actor by, Map<String, ?> details) {
        var told = new HashMap<String, Object>(details);
        told.put("state", to);
        audit.append(by, "model." + verb(to), "model", model.version(), told);
        tell(model.version(), to, share);
        return models.find(model.version()).orElseThrow(Registry::unknown);
    }

    private static String verb(ModelState to) {
        return switch (to) {
            case CANDIDATE -> "registered";
            case SHADOW -> "shadowed";
            case CANARY -> "tried_on_share";
            case CHAMPION -> "promoted";
            case RETIRED -> "taken_back";
        };
    }

    private void tell(String version, ModelState state, @Nullable Double share) {
        live.publishAtOnce("model.changed", version, new ModelChanged(version, state, share));
    }

    private static void require(Model model, Set<ModelState> allowed, String why) {
        if (!allowed.contains(model.state())) {
            throw new DomainProblem(
                    RegistryProblem.STEP_NOT_POSSIBLE, "The model is " + model.state() + "; this step " + why + ".");
        }
    }

    /// Of whom nothing is known but that they brought or trained it.
    public static boolean brought(Model model, UUID person) {
        return person.equals(model.by());
    }
}
