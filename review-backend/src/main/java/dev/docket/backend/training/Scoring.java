package dev.docket.backend.training;

import dev.docket.model.Classifier;
import dev.docket.model.Classifiers;
import dev.docket.model.LabelScore;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.PackageHeader;
import dev.docket.model.artifact.TextPackage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Scores texts as serving would, in sessions of its own: a model, and the champion beside it, from
/// one pass of the encoder where they share it.
final class Scoring implements AutoCloseable {
    private final Classifier model;
    private final @Nullable Classifier champion;
    private final @Nullable String beside;

    private Scoring(Classifier model, @Nullable Classifier champion, @Nullable String beside) {
        this.model = model;
        this.champion = champion;
        this.beside = beside;
    }

    /// @param champion null where there is none to compare with
    static Scoring open(ModelPackage.Source source, ModelPackage.@Nullable Source champion, Path encoders)
            throws ModelFault {
        var model = classifier(source, encoders);
        try {
            if (champion == null) {
                return new Scoring(model, null, null);
            }
            if (isHeads(source) && isHeads(champion)) {
                var heads = ModelPackage.read(source);
                var other = ModelPackage.read(champion);
                if (heads.manifest()
                        .encoder()
                        .sha256()
                        .equals(other.manifest().encoder().sha256())) {
                    model.serve(heads, List.of(other));
                    return new Scoring(model, null, other.manifest().version());
                }
            }
            return new Scoring(model, classifier(champion, encoders), null);
        } catch (ModelFault | RuntimeException fault) {
            model.close();
            throw fault;
        }
    }

    private static boolean isHeads(ModelPackage.Source source) throws ModelFault {
        return PackageHeader.read(source.read(ModelPackage.MANIFEST)).kind().equals(ModelPackage.KIND);
    }

    private static Classifier classifier(ModelPackage.Source source, Path encoders) throws ModelFault {
        return isHeads(source)
                ? Classifiers.open(ModelPackage.read(source), encoders, false)
                : Classifiers.open(TextPackage.read(source), false);
    }

    /// Label to score, by the model and by the champion.
    record Scored(Map<String, Double> scores, Map<String, Double> champion) {}

    List<Scored> score(List<String> texts) throws ModelFault {
        var scores = model.classify(texts, false);
        var others = champion == null ? List.<TextScores>of() : champion.classify(texts, false);
        var scored = new ArrayList<Scored>();
        for (int i = 0; i < scores.size(); i++) {
            scored.add(new Scored(byLabel(scores.get(i).scores()), champion(scores.get(i), others, i)));
        }
        return scored;
    }

    private Map<String, Double> champion(TextScores own, List<TextScores> others, int i) {
        if (beside != null) {
            return byLabel(own.beside().getOrDefault(beside, List.of()));
        }
        return others.isEmpty() ? Map.of() : byLabel(others.get(i).scores());
    }

    private static Map<String, Double> byLabel(List<LabelScore> scores) {
        var byLabel = new HashMap<String, Double>();
        scores.forEach(score -> byLabel.put(score.label(), score.score()));
        return byLabel;
    }

    @Override
    public void close() {
        model.close();
        if (champion != null) {
            champion.close();
        }
    }
}
