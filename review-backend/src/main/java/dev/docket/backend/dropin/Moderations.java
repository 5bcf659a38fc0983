package dev.docket.backend.dropin;

import dev.docket.backend.classification.Classification;
import dev.docket.backend.platform.Ids;
import dev.docket.dto.classify.ClassifyRequest;
import dev.docket.dto.classify.ClassifyRequest.Input;
import dev.docket.dto.classify.ClassifyResponse;
import dev.docket.dto.moderation.ModerationResponse;
import dev.docket.dto.moderation.ModerationResponse.Result;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/// OpenAI's moderation by our models and thresholds. Nothing is stored.
///
/// A category is flagged when its labels are, which is when a score reaches the lowest
/// threshold that a policy sets for review: the same line from which an item would go to a
/// person. Where no policy uses a label, one half is the line.
@Service
public class Moderations {
    private static final double WITHOUT_POLICY = 0.5;
    private static final String NO_MODEL = "docket";

    private final Classification classification;

    Moderations(Classification classification) {
        this.classification = classification;
    }

    /// @param uncovered categories that no loaded model reads in what was sent; their scores
    ///     are 0 and mean nothing
    public record Moderated(ModerationResponse response, List<String> uncovered) {}

    /// @param groups what each result is about, at least one part each
    public Moderated moderate(List<List<Input>> groups) {
        var parts = groups.stream().flatMap(List::stream).toList();
        var results = classification
                .classify(new ClassifyRequest(parts, false))
                .results()
                .iterator();
        var uncovered = EnumSet.allOf(Category.class);
        var answers = new ArrayList<Result>(groups.size());
        var models = new TreeSet<String>();
        for (var group : groups) {
            var read = new ArrayList<Read>(group.size());
            for (var part : group) {
                var result = results.next();
                models.addAll(result.modelVersions().values());
                read.add(new Read(part.text() == null ? "image" : "text", scores(result)));
            }
            answers.add(result(read, uncovered));
        }
        var response = new ModerationResponse(
                "modr-" + Ids.next().toString().replace("-", ""),
                models.isEmpty() ? NO_MODEL : String.join("+", models),
                List.copyOf(answers));
        return new Moderated(response, uncovered.stream().map(Category::wire).toList());
    }

    private static Map<String, ClassifyResponse.Score> scores(ClassifyResponse.Result result) {
        return result.scores().stream().collect(Collectors.toMap(ClassifyResponse.Score::label, score -> score));
    }

    private static Result result(List<Read> parts, Set<Category> uncovered) {
        var flags = new LinkedHashMap<String, Boolean>();
        var scores = new LinkedHashMap<String, Double>();
        var types = new LinkedHashMap<String, List<String>>();
        for (var category : Category.values()) {
            var covering = parts.stream()
                    .filter(part -> part.score(category).isPresent())
                    .toList();
            if (!covering.isEmpty()) {
                uncovered.remove(category);
            }
            flags.put(category.wire(), covering.stream().anyMatch(part -> part.flags(category)));
            scores.put(
                    category.wire(),
                    covering.stream()
                            .mapToDouble(part -> part.score(category).orElse(0))
                            .max()
                            .orElse(0));
            types.put(
                    category.wire(),
                    covering.stream().map(Read::type).distinct().sorted().toList());
        }
        return new Result(flags.containsValue(true), flags, scores, types);
    }

    /// One content part and what the models said of it; no scores where none reads its kind.
    private record Read(String type, Map<String, ClassifyResponse.Score> scores) {
        OptionalDouble score(Category category) {
            return category.of(label -> {
                var score = scores.get(label);
                return score == null ? OptionalDouble.empty() : OptionalDouble.of(score.score());
            });
        }

        boolean flags(Category category) {
            return category.isFlagged(label -> {
                var score = scores.get(label);
                return score != null && (score.threshold() == null ? score.score() >= WITHOUT_POLICY : score.flagged());
            });
        }
    }
}
