package dev.docket.client.labels;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.portion.Portion;
import dev.docket.client.common.task.Transfer;
import dev.docket.client.labels.sets.ExportFormat;
import dev.docket.client.labels.sets.SetsApi;
import dev.docket.dto.Page;
import dev.docket.dto.Phrase;
import dev.docket.dto.filter.ImportProgress;
import dev.docket.dto.labels.CreateLabelImport;
import dev.docket.dto.labels.CreateLabelSet;
import dev.docket.dto.labels.DatasetCard;
import dev.docket.dto.labels.GateState;
import dev.docket.dto.labels.LabelBalance;
import dev.docket.dto.labels.LabelImportView;
import dev.docket.dto.labels.LabelSetComparison;
import dev.docket.dto.labels.LabelSetComparison.Difference;
import dev.docket.dto.labels.LabelSetComparison.Example;
import dev.docket.dto.labels.LabelSetComparison.LabelChange;
import dev.docket.dto.labels.LabelSetComparison.Side;
import dev.docket.dto.labels.LabelSetFigures;
import dev.docket.dto.labels.LabelSetGate;
import dev.docket.dto.labels.LabelSetGates;
import dev.docket.dto.labels.LabelSetPreview;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.labels.LabelSetView;
import dev.docket.dto.problem.FieldError;
import dev.docket.dto.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A floor with label sets and labels from elsewhere, in memory.
final class FakeSetsApi implements SetsApi {
    static final String JOB = "019ab000-0000-7000-8000-000000000001";
    private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");
    private static final String ROWS = "0123456789".repeat(10);

    final List<LabelSetView> sets = new ArrayList<>(List.of(
            set("ls-2026-11-21-4", "November, with appeals", LabelSetState.BUILDING, null),
            set("ls-2026-11-20-3", "November", LabelSetState.READY, GateState.FAILED),
            set("ls-2026-11-02-2", "October", LabelSetState.READY, GateState.PASSED),
            set(
                    "ls-2026-10-01-1",
                    "September and a long name that does not fit",
                    LabelSetState.READY,
                    GateState.WAIVED),
            set("ls-2026-09-30-0", "First attempt", LabelSetState.FAILED, null)));
    final List<LabelImportView> imports = new ArrayList<>(List.of(imported("im-1", "Public comments of 2024", null)));
    final List<CreateLabelSet> asked = new ArrayList<>();
    final List<CreateLabelSet> previewed = new ArrayList<>();
    final List<String> waived = new ArrayList<>();
    final List<String> compared = new ArrayList<>();
    final List<String> exported = new ArrayList<>();
    final List<Portion> portions = new ArrayList<>();
    boolean offline;
    boolean empty;
    List<FieldError> faults = List.of();

    static LabelSetView set(String version, String name, LabelSetState state, @Nullable GateState gates) {
        boolean ready = state == LabelSetState.READY;
        return new LabelSetView(
                version,
                name,
                state == LabelSetState.BUILDING ? 0 : 12_431,
                ready ? "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" : null,
                state,
                ready ? Map.of("train", 9_944L, "validation", 1_243L, "test", 1_244L) : Map.of(),
                THEN.minusSeconds(86_400L * version.charAt(version.length() - 1)),
                "Mel Learner",
                state == LabelSetState.BUILDING ? JOB : null,
                state == LabelSetState.FAILED ? "None of the 312 decisions in force fits." : null,
                state == LabelSetState.FAILED ? new Phrase("label-set.none-fits", Map.of("decisions", 312.0)) : null,
                ready ? figures() : null,
                gates);
    }

    static LabelSetFigures figures() {
        return new LabelSetFigures(
                12_431,
                Map.of(
                        "toxicity", new LabelBalance(3_120, 8_800),
                        "harassment", new LabelBalance(2_410, 9_300),
                        "hate", new LabelBalance(640, 10_900),
                        "threat", new LabelBalance(88, 11_400),
                        "spam", new LabelBalance(1_904, 10_100)),
                Map.of("en", 8_204L, "de", 2_912L, "es", 1_021L, "fr", 294L),
                Map.of("forum", 9_931L, "chat", 2_500L),
                Map.of("FIRST", 9_800L, "SECOND", 1_460L, "ADJUDICATION", 320L, "APPEAL", 410L, "IMPORTED", 441L),
                Map.of("2026-10", 4_000L, "2026-11", 8_431L));
    }

    static LabelImportView imported(String id, String name, @Nullable Instant withdrawnAt) {
        return new LabelImportView(
                id,
                name,
                "CC BY 4.0",
                0.5,
                false,
                4_410,
                Map.of("toxicity", new LabelBalance(1_100, 3_310)),
                "Mel Learner",
                THEN,
                withdrawnAt);
    }

    @Override
    public Page<LabelSetView> sets(@Nullable String after) throws ApiProblem, Offline {
        check();
        return new Page<>(empty ? List.of() : List.copyOf(sets), null);
    }

    @Override
    public LabelSetView create(CreateLabelSet request) throws ApiProblem, Offline {
        check();
        asked.add(request);
        var made = set("ls-2026-11-21-5", request.name(), LabelSetState.BUILDING, null);
        sets.addFirst(made);
        return made;
    }

    @Override
    public LabelSetPreview preview(CreateLabelSet request) throws ApiProblem, Offline {
        check();
        previewed.add(request);
        return new LabelSetPreview(figures());
    }

    @Override
    public String card(String version) throws ApiProblem, Offline {
        check();
        return """
                # November

                Settled decisions of **two platforms**, each with the scores and the policy version of then.

                - Rows: 12,431, split by author and near-duplicate
                - Agreement of blind looks: alpha 0.71

                ## Known gaps

                1. Few threats: 88 rows.
                2. French is nearly absent.
                """;
    }

    @Override
    public DatasetCard facts(String version) throws ApiProblem, Offline {
        check();
        var request = new CreateLabelSet(
                "November",
                null,
                THEN,
                List.of(),
                List.of("en", "de"),
                0.5,
                Map.of(),
                List.of("author", "nearDuplicate"),
                7L,
                List.of("forum"),
                List.of(),
                null,
                "GROUP",
                List.of(),
                List.of());
        return new DatasetCard(
                version,
                request,
                List.of("hate", "spam"),
                THEN,
                12_431,
                Map.of("train", 9_944L),
                new LabelSetFigures(
                        12_431,
                        Map.of("hate", new LabelBalance(512, 11_919)),
                        Map.of("en", 12_000L),
                        Map.of("*forum*", 12_431L),
                        Map.of("FIRST", 12_431L),
                        Map.of("2026-11", 12_431L)),
                Map.of("APPROVE", 11_919L, "VIOLATION", 512L),
                new DatasetCard.LeftOut(40, 0, 0),
                812,
                0.874,
                new DatasetCard.Weights(20, 0.8),
                List.of(
                        new Phrase("gap.one-judgement", Map.of("rows", 11_619.0)),
                        new Phrase("gap.never-found"),
                        new Phrase("gap.empty-split.test")),
                List.of("spam"),
                "9f2c",
                3);
    }

    @Override
    public LabelSetGates gates(String version) throws ApiProblem, Offline {
        check();
        var state = sets.stream()
                .filter(set -> set.version().equals(version))
                .findFirst()
                .map(LabelSetView::gates)
                .orElse(GateState.PASSED);
        boolean passed = state == GateState.PASSED;
        return new LabelSetGates(
                version,
                state == null ? GateState.PASSED : state,
                "ls-2026-11-02-2",
                List.of(
                        new LabelSetGate(
                                "NULLS",
                                null,
                                true,
                                true,
                                0,
                                0,
                                null,
                                null,
                                "No row lacks a text or a label.",
                                null,
                                phrase("gate.nulls", "found", 0, "rows", 12_431),
                                null),
                        new LabelSetGate(
                                "DUPLICATES",
                                null,
                                true,
                                true,
                                0.004,
                                0.02,
                                null,
                                null,
                                "49 of 12,431 rows repeat another.",
                                null,
                                phrase("gate.duplicates", "found", 49, "rows", 12_431),
                                null),
                        new LabelSetGate(
                                "VOLUME",
                                "threat",
                                passed,
                                true,
                                88,
                                200,
                                null,
                                null,
                                "88 rows in which it was found.",
                                passed
                                        ? null
                                        : "Decide more items of the queue Violence, or take in labels from elsewhere.",
                                phrase("gate.volume.label", "found", 88, "notFound", 12_343),
                                passed ? null : new Phrase("gate.volume.label.advice")),
                        new LabelSetGate(
                                "SHIFT",
                                "hate",
                                false,
                                false,
                                0.111,
                                0.1,
                                0.041,
                                0.083,
                                "15 % positive, 3.9 % in the set before it.",
                                "Look whether something was decided otherwise than before.",
                                phrase("gate.shift", "share", 0.15, "shareBefore", 0.039),
                                new Phrase("gate.shift.advice")),
                        new LabelSetGate(
                                "LEAKS",
                                null,
                                true,
                                true,
                                0,
                                0,
                                null,
                                null,
                                "No group is in two splits.",
                                null,
                                null,
                                null)),
                state == GateState.WAIVED
                        ? new LabelSetGates.Waiver("Mel Learner", "Threats are not trained on in this round.", THEN)
                        : null);
    }

    private static Phrase phrase(String code, String one, double first, String other, double second) {
        return new Phrase(code, Map.of(one, first, other, second));
    }

    @Override
    public LabelSetGates waive(String version, String reason) throws ApiProblem, Offline {
        check();
        waived.add(reason);
        sets.replaceAll(set ->
                set.version().equals(version) ? set(version, set.name(), LabelSetState.READY, GateState.WAIVED) : set);
        return gates(version);
    }

    @Override
    public LabelSetComparison compare(String first, String second) throws ApiProblem, Offline {
        check();
        compared.add(first + " " + second);
        var before = new Side("train", Map.of("harassment", 1, "hate", 0), "d1");
        var after = new Side("train", Map.of("harassment", 0, "hate", 0), "d9");
        return new LabelSetComparison(
                first,
                second,
                8_120,
                new Difference(4_190, List.of(new Example("019ab3f0-5c1e-7a44-9a01-0c2f5be01a11", null, after))),
                new Difference(62, List.of()),
                new Difference(121, List.of(new Example("019ab3f0-5c1e-7a44-9a01-0c2f5be01a12", before, after))),
                new Difference(0, List.of()),
                Map.of("harassment", new LabelChange(31, 84, 0, 12), "hate", new LabelChange(6, 0, 2, 0)));
    }

    @Override
    public boolean export(String version, ExportFormat format, @Nullable String split, Path file, Transfer told)
            throws ApiProblem, Offline, IOException {
        check();
        exported.add(version + " " + format.key() + " " + split);
        long from = Files.exists(file) ? Files.size(file) : 0;
        for (long at = from; at < ROWS.length(); at += 10) {
            Files.writeString(
                    file,
                    ROWS.substring((int) at, (int) at + 10),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            if (!told.moved(at + 10, ROWS.length())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<LabelImportView> imports() throws ApiProblem, Offline {
        check();
        return List.copyOf(imports);
    }

    @Override
    public LabelImportView announce(CreateLabelImport request) throws ApiProblem, Offline {
        check();
        var made = imported("im-2", request.name(), null);
        imports.addFirst(made);
        return made;
    }

    @Override
    public ImportProgress fill(String importId, Portion portion) throws ApiProblem, Offline {
        check();
        portions.add(portion);
        return new ImportProgress(3, 2, 0, List.of(new ImportProgress.Fault(2, "The text is empty.")), true);
    }

    @Override
    public void withdraw(String importId) throws ApiProblem, Offline {
        check();
        imports.replaceAll(one -> one.id().equals(importId) ? imported(importId, one.name(), THEN) : one);
    }

    private void check() throws ApiProblem, Offline {
        if (offline) {
            throw new Offline(new IOException("no floor"));
        }
        if (!faults.isEmpty()) {
            throw new ApiProblem(new Problem(Problem.TYPE_PREFIX + "invalid", "", 422, null, null, faults));
        }
    }
}
