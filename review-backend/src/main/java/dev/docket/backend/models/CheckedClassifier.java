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
        int labels = classifier.describe().labels().size();
        for (var scores : answer) {
            Scores.check(scores.scores(), labels);
            scores.beside().forEach(this::judge);
        }
        return leftOut.isEmpty()
                ? answer
                : answer.stream().map(this::withoutLeftOut).toList();
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

    /// In words.
    String standing() {
        var description = describe();
        var words = new StringBuilder(description.version() + " on " + description.provider());
        if (!description.beside().isEmpty()) {
            words.append("; beside it, unseen: ").append(String.join(", ", description.beside()));
        }
        leftOut()
                .forEach((version, reason) -> words.append("; ")
                        .append(version)
                        .append(" was left out: ")
                        .append(reason));
        return words.toString();
    }

    @Override
    public void close() {
        classifier.close();
    }
}
