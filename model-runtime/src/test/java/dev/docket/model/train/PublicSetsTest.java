package dev.docket.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.head.Heads;
import dev.docket.model.train.LabelledText.Mark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Retraining on public sets, where `docket.train-data` names the folder that has them: on comments
/// from Wikipedia's talk pages, which the shipped heads have never seen, and whose profanity they
/// are weak at.
@EnabledIfSystemProperty(named = "docket.train-data", matches = ".+")
class PublicSetsTest {
    private static final Path ENCODERS = Path.of("target", "encoders");
    private static final List<String> TRAINED = List.of("profanity", "toxicity");
    private static final List<String> KNOWN = List.of("profanity", "toxicity", "harassment");
    private static final double MARGIN = 0.05;
    private static final int EACH = 2_000;

    @TempDir
    private Path workspace;

    private List<LabelledText> training;
    private List<LabelledText> validation;
    private List<Row> unseen;

    @BeforeEach
    void read() throws ModelFault, IOException {
        var comments = new ArrayList<>(comments());
        Collections.shuffle(comments, new Random(3));
        training = comments.subList(0, EACH);
        validation = comments.subList(EACH, EACH + 600);
        unseen = TestRows.read(base(), comments.subList(EACH + 600, EACH + 2_100), workspace, ENCODERS);
    }

    @Test
    void aWeakLabelGetsBetterAndWhatTheBaseKnewIsKept() throws ModelFault, IOException {
        var known = known();
        var base = base().heads();
        var held = train(training, TRAINED, 0.5, true);
        var loose = train(training, TRAINED, 0, true);

        double lostHeld = 0;
        double lostLoose = 0;
        for (String label : TRAINED) {
            System.out.printf(
                    "%s: unseen %.4f to %.4f (%.4f loose); what the base knew %.4f to %.4f (%.4f loose)%n",
                    label,
                    auc(base, unseen, label),
                    auc(held.heads(), unseen, label),
                    auc(loose.heads(), unseen, label),
                    auc(base, known, label),
                    auc(held.heads(), known, label),
                    auc(loose.heads(), known, label));
            lostHeld += (auc(base, known, label) - auc(held.heads(), known, label)) / TRAINED.size();
            lostLoose += (auc(base, known, label) - auc(loose.heads(), known, label)) / TRAINED.size();
            assertThat(auc(held.heads(), known, label)).as(label).isGreaterThan(auc(base, known, label) - MARGIN);
        }
        assertThat(auc(held.heads(), unseen, "profanity")).isGreaterThan(auc(base, unseen, "profanity") + 0.02);
        assertThat(lostHeld).isLessThan(lostLoose);
    }

    @Test
    void oneRaterWhoTurnsThreeRowsInTenRoundIsFoundAndDoesLittle() throws ModelFault, IOException {
        var label = List.of("profanity");
        double best = auc(train(training, label, 0.3, true).heads(), unseen, "profanity");
        var poisoned = training.stream().map(PublicSetsTest::poisoned).toList();
        var guarded = train(poisoned, label, 0.3, true);
        double with = auc(guarded.heads(), unseen, "profanity");
        double without = auc(train(poisoned, label, 0.3, false).heads(), unseen, "profanity");
        System.out.printf("profanity: %.4f clean, %.4f poisoned with guards, %.4f without%n", best, with, without);

        assertThat(guarded.labels().getFirst().raters()).containsOnlyKeys("rater-0");
        assertThat(with).isGreaterThan(best - 0.02);
        assertThat(without).isLessThan(with);
    }

    private static LabelledText poisoned(LabelledText text) {
        var marks = new HashMap<String, Mark>();
        boolean turn = text.raters().contains("rater-0");
        text.marks().forEach((label, mark) -> marks.put(label, new Mark(mark.present() != turn, mark.weight())));
        return new LabelledText(text.id(), text.text(), text.group(), text.raters(), marks);
    }

    private TrainedHeads train(List<LabelledText> texts, List<String> labels, double replay, boolean guarded)
            throws ModelFault, IOException {
        return new HeadTrainer(
                        base(),
                        TestRows::shipped,
                        ENCODERS,
                        new TrainingPlan(labels, 1, replay, guarded),
                        (share, stage) -> {})
                .train(Vouchers.of(texts, validation), workspace);
    }

    /// A share of the rows that the shipped heads were judged on.
    private List<Row> known() throws ModelFault, IOException {
        var texts = new ArrayList<LabelledText>();
        for (var example : Corpus.read(folder(), 7)) {
            var marks = new HashMap<String, Mark>();
            for (String label : KNOWN) {
                int at = Corpus.LABELS.indexOf(label);
                if (example.knows(at)) {
                    marks.put(label, new Mark(example.positive(at), 1));
                }
            }
            boolean rare = marks.containsKey("profanity") || marks.containsKey("harassment");
            if (example.split() == Split.TEST && !marks.isEmpty() && (rare || Draw.share(1, example.text()) < 0.1)) {
                texts.add(new LabelledText(
                        Integer.toString(texts.size()), example.text(), texts.size(), Set.of(), marks));
            }
        }
        return TestRows.read(base(), texts.subList(0, Math.min(3_000, texts.size())), workspace, ENCODERS);
    }

    /// Every comment with profanity that is short enough to read, and as many without three times over.
    private static List<LabelledText> comments() {
        var random = new Random(5);
        var comments = new ArrayList<LabelledText>();
        for (var row : CsvFile.read(folder().resolve("jigsaw_wikipedia.csv.gz"))) {
            var marks = new HashMap<String, Mark>();
            JsonMapper.shared()
                    .readTree(row.getOrDefault("labels", "{}"))
                    .properties()
                    .forEach(entry ->
                            marks.put(entry.getKey(), new Mark(entry.getValue().asDouble() >= 0.5, 1)));
            String text = row.getOrDefault("text", "");
            var profane = marks.get("profanity");
            if (profane != null && text.length() < 400 && (profane.present() || random.nextInt(6) == 0)) {
                String rater = "rater-" + (random.nextInt(10) < 3 ? 0 : 1 + random.nextInt(4));
                comments.add(new LabelledText(
                        Integer.toString(comments.size()), text, comments.size(), Set.of(rater), Map.copyOf(marks)));
            }
        }
        return comments;
    }

    private static double auc(Heads heads, List<Row> rows, String name) {
        int label = heads.labels().indexOf(name);
        var knowing = rows.stream().filter(row -> row.knows(label)).toList();
        double[] logits =
                knowing.stream().mapToDouble(row -> row.logit(heads, label)).toArray();
        boolean[] truths = new boolean[logits.length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = knowing.get(i).positive(label);
        }
        return Figures.rocAuc(logits, truths);
    }

    private static Path folder() {
        return Path.of(System.getProperty("docket.train-data"));
    }

    private static ModelPackage base() throws ModelFault {
        return ModelPackage.read(TestRows::shipped);
    }
}
