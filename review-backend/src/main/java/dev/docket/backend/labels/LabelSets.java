package dev.docket.backend.labels;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.policy.Policies;
import dev.docket.dto.Page;
import dev.docket.dto.labels.CreateLabelSet;
import dev.docket.dto.labels.DatasetCard;
import dev.docket.dto.labels.GateState;
import dev.docket.dto.labels.LabelSetGate;
import dev.docket.dto.labels.LabelSetGates;
import dev.docket.dto.labels.LabelSetPreview;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.labels.LabelSetView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/// Immutable snapshots of settled labels, named so that a model can say for ever what it was trained on.
///
/// A set does not copy its items' texts. It keeps, row by row, everything else that is
/// exported, and the SHA-256 of the row with its text; an item's text never changes, so exports
/// repeat byte for byte. Only erasure takes a text away, and then from every set at once,
/// without a search through copies: what is exported afterwards says so, and each row that is
/// left can still be proved by its own digest.
@Service
public class LabelSets {
    private static final Duration STALLED = Duration.ofHours(6);
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 1_000;

    private final StoredLabelSets sets;
    private final StoredTrainingRows training;
    private final Building building;
    private final Policies policies;
    private final Bookkeeping bookkeeping;

    LabelSets(
            StoredLabelSets sets,
            StoredTrainingRows training,
            Building building,
            Policies policies,
            Bookkeeping bookkeeping) {
        this.sets = sets;
        this.training = training;
        this.building = building;
        this.policies = policies;
        this.bookkeeping = bookkeeping;
    }

    /// Builds a set from the decisions in force, and answers when it is ready; a large one is
    /// built by a job, and is BUILDING until then.
    public LabelSetView create(CreateLabelSet request, Actor.Person by) {
        var now = bookkeeping.clock().instant();
        var definition = Definition.of(request, policies, sets, now);
        String version = version();
        if (building.isLarge(definition)) {
            return building.later(version, definition, by, now);
        }
        sets.begin(version, definition, by.id(), now);
        try {
            building.build(version, definition, by, LabelSetBuilder.Progress.NOBODY);
            return byVersion(version);
        } catch (RuntimeException unbuilt) {
            sets.abandon(version);
            throw unbuilt;
        }
    }

    /// What a request would draw from now.
    public LabelSetPreview preview(CreateLabelSet request) {
        var definition =
                Definition.of(request, policies, sets, bookkeeping.clock().instant());
        return new LabelSetPreview(building.figures(definition));
    }

    public LabelSetView byVersion(String version) {
        return sets.find(version).orElseThrow(LabelSets::unknown);
    }

    /// The newest first.
    public Page<LabelSetView> page(@Nullable String after, int limit) {
        var found = sets.page(after, limit + 1);
        var page = found.stream().limit(limit).toList();
        return new Page<>(page, found.size() > limit ? page.getLast().version() : null);
    }

    /// The dataset card, with what has been erased since it was written.
    public String card(String version) {
        String card = sets.card(version).orElseThrow(LabelSets::unknown);
        long erased = sets.erased(version, null);
        return erased == 0 ? card : card + """

                %d items have been erased since. Exports made now lack their texts and so have another SHA-256.
                """.formatted(erased);
    }

    /// What the card says, for whoever says it in another language.
    public DatasetCard facts(String version) {
        var facts = sets.facts(version).orElseThrow(LabelSets::unknown);
        return facts.withErased(sets.erased(version, null));
    }

    /// The rows of a set for training, in their order: read page by page while the stream is
    /// consumed, so that a set of any size needs the same memory. There is nothing to close.
    ///
    /// @param split null for all rows
    public Stream<TrainingRow> rows(String version, @Nullable String split) {
        ready(version);
        return Stream.iterate(
                        training.page(version, split, 0),
                        page -> !page.isEmpty(),
                        page -> training.page(version, split, page.getLast().ordinal()))
                .flatMap(List::stream);
    }

    /// How a set fares at the quality gates.
    public LabelSetGates gates(String version) {
        ready(version);
        var judged = sets.judged(version)
                .orElseThrow(() -> new DomainProblem(LabelProblem.NOT_READY, "It was built before there were gates."));
        return new LabelSetGates(
                version,
                Gates.state(judged.gates(), judged.waiver() != null),
                judged.previous(),
                judged.gates(),
                judged.waiver());
    }

    /// Lets a set be trained on though gates failed; whoever does answers for it by name.
    public LabelSetGates waive(String version, String reason, Actor.Person by) {
        int length = reason.strip().length();
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            new FieldErrors()
                    .add("/reason", "must have " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters")
                    .throwIfAny();
        }
        gates(version);
        var now = bookkeeping.clock().instant();
        bookkeeping.inTransaction(
                by,
                version,
                "label-set.gates-waived",
                Map.of("length", length),
                () -> sets.waive(version, by.id(), reason.strip(), now));
        return gates(version);
    }

    /// What may be trained on the set.
    ///
    /// @throws DomainProblem when its gates fail and nobody answered for that
    public Trainable trainable(String version) {
        var judged = gates(version);
        if (judged.state() == GateState.FAILED) {
            throw new DomainProblem(LabelProblem.GATES_FAILED, failures(judged.gates()));
        }
        return new Trainable(
                byVersion(version),
                judged.gates().stream()
                        .filter(gate -> gate.gate().equals(Gates.VOLUME) && gate.label() != null && gate.passed())
                        .map(gate -> Objects.requireNonNull(gate.label()))
                        .toList());
    }

    private static String failures(List<LabelSetGate> gates) {
        return gates.stream()
                .filter(gate -> gate.blocking() && !gate.passed())
                .map(gate -> gate.gate() + (gate.label() == null ? "" : " of " + gate.label()) + ": " + gate.detail()
                        + ". " + gate.advice())
                .collect(Collectors.joining(" "));
    }

    /// @param labels with enough rows to be taught, in order
    public record Trainable(LabelSetView set, List<String> labels) {}

    LabelSetView ready(String version) {
        var set = byVersion(version);
        if (set.state() != LabelSetState.READY) {
            throw new DomainProblem(LabelProblem.NOT_READY, "Ask again when its state is READY.");
        }
        return set;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void failStalled() {
        sets.failEnded();
        sets.failStalled(bookkeeping.clock().instant().minus(STALLED));
    }

    /// Sorts by time; the tail keeps two of one millisecond apart.
    private static String version() {
        String id = Ids.next().toString().replace("-", "");
        return "ls-" + id.substring(0, 12) + id.substring(id.length() - 4);
    }

    static DomainProblem unknown() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no such label set; list them.");
    }
}
