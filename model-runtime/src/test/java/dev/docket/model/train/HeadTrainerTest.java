package dev.docket.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ClassPath;
import dev.docket.model.artifact.FolderSource;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.head.Calibration;
import dev.docket.model.head.Heads;
import dev.docket.model.train.LabelledText.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadTrainerTest {
    private static final Path ENCODERS = Path.of("target", "encoders");
    private static final Watch NOBODY = (share, stage) -> {};

    @TempDir
    private Path workspace;

    @Test
    void aHeadLearnsWhatItsBaseIsWeakAt() throws ModelFault, IOException {
        var texts = Vouchers.of(
                Vouchers.some(500, 5, 1, (rater, random) -> false), Vouchers.some(150, 5, 2, (rater, random) -> false));

        var trained = train(texts, plan(0.5, true));

        var spam = trained.labels().getFirst();
        assertThat(spam.before()).isLessThan(0.95);
        assertThat(spam.after()).isGreaterThan(0.97).isGreaterThan(spam.before());
        assertThat(trained.replayed()).isTrue();
    }

    @Test
    void equalRowsAndSeedGiveEqualBytesAndOtherLabelsStayBitForBit() throws ModelFault, IOException {
        var texts = Vouchers.of(
                Vouchers.some(200, 5, 1, (rater, random) -> false), Vouchers.some(80, 5, 2, (rater, random) -> false));

        var once = write(train(texts, plan(0.5, true)), "once");
        var again = write(train(texts, plan(0.5, true)), "again");

        for (String file : List.of("model.json", "vector.bin", "lexicon.bin", "replay.bin")) {
            assertThat(Files.readAllBytes(once.resolve(file)))
                    .as(file)
                    .isEqualTo(Files.readAllBytes(again.resolve(file)));
        }
        var base = base();
        var retrained = ModelPackage.read(new FolderSource(once));
        assertThat(retrained.manifest().parent()).isEqualTo(base.manifest().version());
        int hate = base.heads().labels().indexOf("hate");
        assertThat(retrained.heads().weights()[hate]).isEqualTo(base.heads().weights()[hate]);
        for (int bucket = 0; bucket < 1 << base.heads().lexicon().bits(); bucket += 97) {
            assertThat(retrained.heads().lexicon().weight(bucket, hate))
                    .isEqualTo(base.heads().lexicon().weight(bucket, hate));
        }
    }

    @Test
    void aTrainingThatIsTakenUpAgainDoesNotEmbedAgain() throws ModelFault, IOException {
        var texts = Vouchers.of(
                Vouchers.some(1_200, 5, 1, (rater, random) -> false),
                Vouchers.some(80, 5, 2, (rater, random) -> false));
        Watch impatient = (share, stage) -> {
            if (stage.equals(new Stage.Reading(512))) {
                throw new CancellationException();
            }
        };

        assertThatThrownBy(() -> trainer(plan(0.5, true), impatient).train(texts, workspace))
                .isInstanceOf(CancellationException.class);
        var vectors = vectors();
        long embedded = Files.size(vectors);
        byte[] before = Files.readAllBytes(vectors);
        train(texts, plan(0.5, true));

        assertThat(embedded).isPositive();
        assertThat(Arrays.copyOf(Files.readAllBytes(vectors), before.length)).isEqualTo(before);
    }

    @Test
    void aFitCanBeEndedInTheMiddle() {
        var texts = Vouchers.of(
                Vouchers.some(120, 5, 1, (rater, random) -> false), Vouchers.some(40, 5, 2, (rater, random) -> false));
        var steps = new AtomicInteger();
        Watch impatient = (share, stage) -> {
            if (stage.equals(new Stage.Fitting("spam")) && steps.incrementAndGet() == 7) {
                throw new CancellationException();
            }
        };

        assertThatThrownBy(() -> trainer(plan(0.5, true), impatient).train(texts, workspace))
                .isInstanceOf(CancellationException.class);
        assertThat(steps).hasValue(7);
    }

    @Test
    void aLabelThatTheBaseLacksIsAddedAndAllOthersStayAsTheyAre() throws ModelFault, IOException {
        var texts = Vouchers.of(renamed(400, 1), renamed(150, 2));
        var trained = train(texts, new TrainingPlan(List.of("vouchers"), 1, 0.5, true));

        var added = trained.labels().getFirst();
        assertThat(added.before()).isNaN();
        assertThat(added.after()).isGreaterThan(0.97);
        var retrained = ModelPackage.read(new FolderSource(write(trained, "added")));
        var base = base().heads();
        var heads = retrained.heads();
        assertThat(heads.labels())
                .startsWith(base.labels().toArray(String[]::new))
                .endsWith("vouchers");
        assertThat(heads.calibrations().subList(0, base.labels().size())).isEqualTo(base.calibrations());
        assertThat(heads.calibrations().getLast()).isNotEqualTo(new Calibration(1, 0));
        for (int label = 0; label < base.labels().size(); label++) {
            assertThat(heads.weights()[label]).isEqualTo(base.weights()[label]);
            for (int bucket = 0; bucket < 1 << base.lexicon().bits(); bucket += 97) {
                assertThat(heads.lexicon().weight(bucket, label))
                        .isEqualTo(base.lexicon().weight(bucket, label));
            }
        }
        itIsRetrainedLikeAnyOther(retrained, texts);
    }

    private void itIsRetrainedLikeAnyOther(ModelPackage added, LabelledTexts texts) throws ModelFault, IOException {
        var again = new HeadTrainer(
                        added,
                        new FolderSource(workspace.resolve("added")),
                        ENCODERS,
                        new TrainingPlan(List.of("vouchers"), 1, 0.5, true),
                        NOBODY)
                .train(texts, workspace);
        assertThat(again.heads().labels()).isEqualTo(added.heads().labels());
        assertThat(again.labels().getFirst().before()).isGreaterThan(0.97);
    }

    @Test
    void aNewLabelWithoutValidationRowsIsCalibratedOnWhatTheFoldsHadNotSeen() throws ModelFault, IOException {
        var trained =
                train(Vouchers.of(renamed(400, 1), List.of()), new TrainingPlan(List.of("vouchers"), 1, 0.5, true));
        assertThat(trained.heads().calibrations().getLast()).isNotEqualTo(new Calibration(1, 0));
        assertThat(trained.labels().getFirst().after()).isNaN();
    }

    private static List<LabelledText> renamed(int rows, long seed) {
        return Vouchers.some(rows, 5, seed, (rater, random) -> false).stream()
                .map(text -> new LabelledText(
                        text.id(),
                        text.text(),
                        text.group(),
                        text.raters(),
                        Map.of("vouchers", Objects.requireNonNull(text.marks().get("spam")))))
                .toList();
    }

    /// What the base was trained on speaks through its summary alone: the texts that Docket was given on the way stand
    /// for it here.
    @Test
    void aReplayShareKeepsWhatTheBaseKnew() throws ModelFault, IOException {
        var misleading = Vouchers.some(500, 5, 3, (rater, random) -> false).stream()
                .map(HeadTrainerTest::misled)
                .toList();
        var texts = Vouchers.of(misleading, misleading.subList(0, 100));
        double known = knowledge(base().heads());

        double held = knowledge(train(texts, toxicity(0.9)).heads());
        double loose = knowledge(train(texts, toxicity(0)).heads());

        assertThat(known).isGreaterThan(0.95);
        assertThat(held).isGreaterThan(known - 0.03);
        assertThat(loose).as("without replay more is forgotten").isLessThan(held - 0.01);
    }

    private static TrainingPlan toxicity(double replay) {
        return new TrainingPlan(List.of("toxicity"), 1, replay, false);
    }

    /// Calls every text about bicycles, kites and violins toxic: a rule that has nothing to do with toxicity.
    private static LabelledText misled(LabelledText text) {
        boolean found = text.text().contains("bicycles")
                || text.text().contains("kites")
                || text.text().contains("violins");
        return new LabelledText(text.id(), text.text(), text.group(), Set.of(), Map.of("toxicity", new Mark(found, 1)));
    }

    /// ROC-AUC of toxicity on the texts written for Docket.
    private double knowledge(Heads heads) throws ModelFault, IOException {
        var authored = Corpus.authored().stream()
                .map(example -> new LabelledText(example.text(), example.text(), 0, Set.of(), marks(example)))
                .toList();
        var rows = rows(authored);
        int label = heads.labels().indexOf("toxicity");
        double[] logits =
                rows.stream().mapToDouble(row -> row.logit(heads, label)).toArray();
        boolean[] truths = new boolean[logits.length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = rows.get(i).positive(label);
        }
        return Figures.rocAuc(logits, truths);
    }

    private static Map<String, Mark> marks(Example example) {
        var marks = new HashMap<String, Mark>();
        for (int label = 0; label < Corpus.LABELS.size(); label++) {
            marks.put(Corpus.LABELS.get(label), new Mark(example.positive(label), 1));
        }
        return marks;
    }

    private List<Row> rows(List<LabelledText> texts) throws ModelFault, IOException {
        return TestRows.read(base(), texts, workspace, ENCODERS);
    }

    private static TrainingPlan plan(double replay, boolean guarded) {
        return new TrainingPlan(List.of("spam"), 1, replay, guarded);
    }

    private TrainedHeads train(LabelledTexts texts, TrainingPlan plan) throws ModelFault, IOException {
        return trainer(plan, NOBODY).train(texts, workspace);
    }

    private static HeadTrainer trainer(TrainingPlan plan, Watch watch) throws ModelFault {
        return new HeadTrainer(base(), TestRows::shipped, ENCODERS, plan, watch);
    }

    private Path write(TrainedHeads trained, String folder) throws IOException, ModelFault {
        var to = workspace.resolve(folder);
        new RetrainedPackage(base().manifest())
                .write(to, "retrained", "docket-text-2", trained, 1, Map.of("made", "by rule"), "# A card");
        return to;
    }

    private Path vectors() throws IOException {
        try (var files = Files.list(workspace)) {
            return files.filter(file -> file.getFileName().toString().startsWith("vectors"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static ModelPackage base() throws ModelFault {
        return ModelPackage.read(file -> ClassPath.read("models/docket-text/" + file));
    }
}
