package dev.docket.backend.release;

import dev.docket.backend.classification.CountingScores;
import dev.docket.backend.registry.Following;
import dev.docket.backend.registry.Model.Medium;
import dev.docket.backend.registry.Post;
import dev.docket.model.TextScores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lets a canary's scores count for its share of the items, and the champion's for all others.
///
/// The champion's explanation is no explanation of another model's score, so items of the
/// canary have none at once; what one word adds can still be asked for.
@Component
class CanaryScores implements CountingScores {
    private final Following following;

    CanaryScores(Following following) {
        this.following = following;
    }

    @Override
    public TextScores of(UUID item, TextScores scores) {
        return following
                .post()
                .canary()
                .filter(canary -> canary.has(item))
                .filter(canary -> !scores.beside()
                        .getOrDefault(canary.version(), List.of())
                        .isEmpty())
                .map(canary -> exchanged(scores, canary.version()))
                .orElse(scores);
    }

    @Override
    public Optional<String> ofMedia(UUID item) {
        return following
                .post(Medium.IMAGE)
                .canary()
                .filter(canary -> canary.has(item))
                .map(Post.Canary::version);
    }

    private static TextScores exchanged(TextScores scores, String version) {
        var beside = new HashMap<>(scores.beside());
        var counting = Objects.requireNonNull(beside.remove(version), "it was looked for");
        beside.put(scores.scores().getFirst().modelVersion(), scores.scores());
        return new TextScores(counting, Map.of(), scores.windows(), scores.embedding(), beside);
    }
}
