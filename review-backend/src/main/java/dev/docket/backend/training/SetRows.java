package dev.docket.backend.training;

import dev.docket.backend.labels.LabelSets;
import dev.docket.backend.labels.Rater;
import dev.docket.backend.labels.TrainingRow;
import dev.docket.model.train.LabelledText;
import dev.docket.model.train.LabelledText.Mark;
import dev.docket.model.train.LabelledTexts;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A label set's rows as the trainer reads them, each with what it counts for. Golden and
/// evaluation items are not among those for training, whatever split they are in.
final class SetRows implements LabelledTexts {
    static final String TRAINING = "train";
    static final String VALIDATION = "validation";
    static final String TEST = "test";

    private final LabelSets sets;
    private final String version;
    private final Vetting vetting;

    SetRows(LabelSets sets, String version, Vetting vetting) {
        this.sets = sets;
        this.version = version;
        this.vetting = vetting;
    }

    static Stream<TrainingRow> training(LabelSets sets, String version) {
        return sets.rows(version, TRAINING).filter(row -> !row.heldOut());
    }

    @Override
    public Stream<LabelledText> training() {
        return training(sets, version).filter(row -> row.text() != null).map(row -> text(row, true));
    }

    @Override
    public Stream<LabelledText> validation() {
        return sets.rows(version, VALIDATION).filter(row -> row.text() != null).map(row -> text(row, false));
    }

    private LabelledText text(TrainingRow row, boolean vetted) {
        var marks = new HashMap<String, Mark>();
        for (var target : row.targets().entrySet()) {
            double weight = vetted ? vetting.weight(row, target.getKey()) : row.weight();
            if (weight > 0) {
                marks.put(target.getKey(), new Mark(target.getValue() == 1, weight));
            }
        }
        return new LabelledText(
                row.item().toString(), Objects.requireNonNull(row.text()), row.group(), raters(row), Map.copyOf(marks));
    }

    /// Whoever took the decision in effect stands for its finding; else everybody who looked.
    private static Set<String> raters(TrainingRow row) {
        UUID by = row.decidedBy();
        return by != null
                ? Set.of(by.toString())
                : row.raters().stream().map(Rater::person).map(UUID::toString).collect(Collectors.toUnmodifiableSet());
    }
}
