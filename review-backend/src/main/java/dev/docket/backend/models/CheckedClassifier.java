package dev.docket.backend.models;

import dev.docket.model.Classifier;
import dev.docket.model.LabelScore;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import dev.docket.model.artifact.ModelPackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A classifier whose every answer is looked at: it counts only if every score of every text is a number from 0 to 1.
///
/// What only scores beside the champion costs it nothing: a version that once gives no number is left out from then
/// on, until other heads are served.
final class CheckedClassifier implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CheckedClassifier.class);

    private final Classifier classifier;
    private final Map<String, String> leftOut = new ConcurrentHashMap<>();

    CheckedClassifier(Classifier classifier) {
        this.classifier = classifier;
    }

    List<TextScores> classify(List<String> texts, boolean explain) throws ModelFault {
        var answer = classifier.classify(texts, explain);
        if (answer.size() != texts.size()) {
            throw new ModelFault("The model answered for " + answer.size() + " texts of " + texts.size());
        }
        var now = classifier.describe();
        for (var scores : answer) {
            Scores.check(scores.scores(), labels(scores, now));
            scores.beside().forEach(this::judge);
        }
        return leftOut.isEmpty()
                ? answer
                : answer.stream().map(this::withoutLeftOut).toList();
    }

    /// An answer that was on its way while other heads took over is of the labels of those that gave it.
    private static int labels(TextScores scores, ModelDescription now) {
        boolean ofNow = scores.scores().isEmpty()
                || scores.scores().getFirst().modelVersion().equals(now.version());
        return ofNow ? now.labels().size() : scores.scores().size();
    }

    private void judge(String version, List<LabelScore> scores) {
        try {
            Scores.check(scores, Math.max(1, scores.size()));
        } catch (ModelFault fault) {
            if (classifier.describe().beside().contains(version)) {
                leaveOut(version, "it gave no number from 0 to 1");
            }
        }
    }

    private void leaveOut(String version, String reason) {
        if (leftOut.putIfAbsent(version, reason) == null) {
            log.atWarn()
                    .addKeyValue("version", version)
                    .addKeyValue("reason", reason)
                    .log("A model scores no longer beside the one that serves");
        }
    }

    private TextScores withoutLeftOut(TextScores scores) {
        if (scores.beside().isEmpty()) {
            return scores;
        }
        var others = new HashMap<>(scores.beside());
        others.keySet().removeAll(leftOut.keySet());
        others.values().removeIf(List::isEmpty);
        return scores.withBeside(others);
    }

    /// Whether these heads can be served by the encoder that is open.
    boolean takes(ModelPackage heads) {
        return classifier
                .describe()
                .encoderSha256()
                .equals(heads.manifest().encoder().sha256());
    }

    /// @throws ModelFault and nothing is different from before
    void serve(ModelPackage champion, List<ModelPackage> beside) throws ModelFault {
        classifier.serve(champion, beside);
        leftOut.clear();
    }

    /// The same, but what cannot score beside the champion is left out.
    ///
    /// @param unreadable versions of which there is no package that could be read, with the reason
    void serveWhatCan(ModelPackage champion, List<ModelPackage> beside, Map<String, String> unreadable)
            throws ModelFault {
        serve(champion, List.of());
        var good = new ArrayList<ModelPackage>();
        var refused = new HashMap<>(unreadable);
        for (var other : beside) {
            good.add(other);
            try {
                classifier.serve(champion, good);
            } catch (ModelFault fault) {
                good.removeLast();
                refused.put(other.manifest().version(), String.valueOf(fault.getMessage()));
            }
        }
        refused.forEach(this::leaveOut);
    }

    ModelDescription describe() {
        var description = classifier.describe();
        return description.withBeside(description.beside().stream()
                .filter(version -> !leftOut.containsKey(version))
                .toList());
    }

    /// Version to reason.
    Map<String, String> leftOut() {
        return new TreeMap<>(leftOut);
    }

    @Override
    public void close() {
        classifier.close();
    }
}
