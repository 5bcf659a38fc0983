package dev.docket.backend.classification;

import dev.docket.model.Classifier;
import dev.docket.model.LabelScore;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// A model that does what a test tells it. By itself it finds harassment in texts with `abuse` in them.
final class ScriptedModel implements Classifier {
    static final List<String> LABELS =
            List.of("toxicity", "hate", "harassment", "threat", "sexual", "profanity", "spam", "self_harm");

    private final List<Integer> runs = Collections.synchronizedList(new ArrayList<>());
    private volatile Behaviour behaviour = ScriptedModel::sane;
    private volatile String version = "scripted";

    @FunctionalInterface
    interface Behaviour {
        List<TextScores> classify(List<String> texts) throws Exception;
    }

    void behave(Behaviour wanted) {
        behaviour = wanted;
    }

    /// Another version of itself, which scores as it is told to.
    void become(String wanted) {
        version = wanted;
    }

    /// The number of texts in each run so far.
    List<Integer> runs() {
        return List.copyOf(runs);
    }

    static List<TextScores> sane(List<String> texts) {
        return texts.stream()
                .map(text -> scores(text.contains("abuse") ? 0.9 : 0.01))
                .toList();
    }

    static TextScores scores(double harassment) {
        return scores(harassment, "scripted");
    }

    static TextScores scores(double harassment, String version) {
        return new TextScores(
                LABELS.stream()
                        .map(label -> new LabelScore(label, label.equals("harassment") ? harassment : 0.01, version))
                        .toList(),
                Map.of(),
                1,
                null);
    }

    @Override
    public List<TextScores> classify(List<String> texts, boolean explain) throws ModelFault {
        runs.add(texts.size());
        try {
            return behaviour.classify(texts);
        } catch (ModelFault fault) {
            throw fault;
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new ModelFault("scripted", fault);
        }
    }

    @Override
    public ModelDescription describe() {
        return new ModelDescription(version, "none", "0", LABELS, "CPU");
    }

    @Override
    public void close() {
        runs.clear();
    }
}
